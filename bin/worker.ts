import { dirname } from 'node:path'
import { endRegistered } from '../lib/platform/on-shutdown.ts'
import { openDatabase } from './database.ts'
import { reportFailure } from './report-failure.ts'
import { besideServer } from './served-address.ts'
import { loadSettings, publishSettings } from './settings.ts'

/** `npm run worker`: the jobs in a process of their own, beside servers that were started with WORKER=off. */
const PATIENCE_IN_MS = 5_000

process.chdir(dirname(import.meta.dirname))
Object.assign(process.env, { NODE_ENV: process.env['NODE_ENV'] ?? 'production' })

let stopDatabase: () => Promise<void> = () => Promise.resolve()
let stopping: Promise<never> | undefined
const requestStop = () => void (stopping ??= started.then(() => stop(0)))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, requestStop)
process.on('disconnect', requestStop)
process.on('uncaughtException', (error) => console.error(error))
process.on('unhandledRejection', (error) => console.error(error))

const started = start().catch(async (error: unknown) => {
  reportFailure(error)
  await stop(1)
})

async function start(): Promise<void> {
  const settings = besideServer(loadSettings())
  const database = await openDatabase(settings)
  stopDatabase = database.stop
  publishSettings({ ...settings, DATABASE_URL: database.databaseUrl })
  const { startWorker } = await import('../lib/worker/start-worker.ts')
  startWorker('full')
  console.log('\n  The worker is ready.\n  Stop it with Ctrl-C.\n')
}

async function stop(code: number): Promise<never> {
  await endRegistered(PATIENCE_IN_MS)
  await stopDatabase().catch(reportFailure)
  process.exit(code)
}
