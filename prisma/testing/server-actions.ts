import { readFileSync } from 'node:fs'

type Manifest = { node: Record<string, { exportedName?: string }> }

/** The ids that the last build gave the server actions, by their names: what the browser sends as `Next-Action`. */
export function actionIds(): Map<string, string> {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  return new Map(Object.entries(manifest.node).flatMap(([id, { exportedName }]) => (exportedName ? [[exportedName, id] as const] : [])))
}
