import { join } from 'node:path'

/**
 * How the server is started. Nearly all that a request makes is garbage when it ends; with room for more of it, V8 has to look
 * for the rest less often (16 MB by default). Only a busy server fills it: see docs/decisions/round-trips.md.
 */
export const SERVE_ARGS = ['--max-semi-space-size=64', join(import.meta.dirname, 'serve.ts')]
