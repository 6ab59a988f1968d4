import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

// Names no component, style or script: what Next writes for a route handler that renders no React.
const NOTHING = /= \{"moduleLoading":\{[^{}]*\},(?:"\w+":\{\},?)+\};\s*$/

/**
 * Takes the lists of client components that are empty out of a build. Next 16 copies the list of all server actions for
 * every request of a route handler that has one, even an empty one; without one it does not.
 * @returns how many
 */
export function dropEmptyManifests(build) {
  const app = join(build, 'server', 'app')
  const lists = readdirSync(app, { recursive: true }).filter((path) => /[/\\]route_client-reference-manifest\.js$/.test(path)).map((path) => join(app, path))
  const empty = lists.filter((path) => NOTHING.test(readFileSync(path, 'utf8')))
  for (const path of empty) rmSync(path)
  return empty.length
}
