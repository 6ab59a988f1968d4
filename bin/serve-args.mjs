import { totalmem } from 'node:os'
import { join } from 'node:path'

const MB = 1024 * 1024

/**
 * How much V8 keeps for what was just made, in megabytes. Nearly all that a request makes is garbage when it ends; with more room V8
 * looks for the rest less often (docs/decisions/round-trips.md). A busy server fills it three times over, so a small machine keeps V8's own 16.
 */
export function semiSpaceMb(memoryBytes) {
  return [64, 32].find((size) => memoryBytes >= 60 * size * MB) ?? 16
}

/** How the server is started. */
export const SERVE_ARGS = [`--max-semi-space-size=${semiSpaceMb(Math.min(totalmem(), process.constrainedMemory() || Infinity))}`, join(import.meta.dirname, 'serve.ts')]
