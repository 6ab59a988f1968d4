import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** V8's, from Chrome 136 on, at the very top of a file; for others a comment. */
const ALL_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/**
 * Asks browsers to compile the scripts of a build as a whole while they arrive, beside the page. Without that each function is
 * skipped at first and compiled when it is called, in the page's own time: half of what a phone needs until a form answers.
 * @returns how many
 */
export function hintAtCompiling(build) {
  const folder = join(build, 'static', 'chunks')
  const scripts = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.js')).map((path) => join(folder, path))
  const plain = scripts.map((path) => ({ path, source: readFileSync(path, 'utf8') })).filter(({ source }) => !source.startsWith(ALL_AT_ONCE))
  for (const { path, source } of plain) writeFileSync(path, ALL_AT_ONCE + source)
  return plain.length
}
