import { dirname } from 'node:path'
import { reportFailure } from './report-failure.ts'
import { serveAlone } from './serve-alone.ts'
import { loadSettings } from './settings.ts'
import { supervise } from './supervise.ts'

const root = dirname(import.meta.dirname)
const dev = process.argv.includes('--dev')
const cleanups: (() => Promise<void>)[] = []

process.chdir(root)
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })

let stopping: Promise<never> | undefined
let askedAt: number | undefined

const started = start().catch(async (error: unknown) => {
  // A Ctrl-C during the start ends the children too; that is no failure.
  if (askedAt !== undefined) return await stop(0)
  reportFailure(error)
  await stop(1)
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => requestStop())
// The launcher in front of us is gone without a word, for example by kill -9.
process.on('disconnect', () => requestStop())

async function start(): Promise<void> {
  const settings = loadSettings()
  const isAlone = dev || settings.PROCESSES === 1
  await (isAlone ? serveAlone : supervise)({ settings, root, dev, cleanups })
}

// npm, the launcher and the terminal may each send the same signal at the same moment; a second wish comes later.
function requestStop(): void {
  askedAt ??= Date.now()
  if (Date.now() - askedAt > 1_000) process.exit(130)
  stopping ??= started.then(() => stop(0))
}

async function stop(code: number): Promise<never> {
  for (const cleanup of cleanups) await cleanup().catch(reportFailure)
  process.exit(code)
}
