import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Report } from '../lib/database/postgres-keeper.ts'
import { StartError } from '../lib/platform/start-error.ts'
import { announce, keepServingAfterErrors } from './announce.ts'
import { openDatabase } from './database.ts'
import { Doorman } from './doorman.ts'
import { keepRunning, stopProcess } from './kept-process.ts'
import type { Serving } from './serve-alone.ts'
import { tellAddress } from './served-address.ts'
import { publishSettings, withPort } from './settings.ts'

/** More than any of them takes to stop by itself. */
const PATIENCE_IN_MS = 20_000
const script = (name: string) => join(import.meta.dirname, name)

/**
 * Several processes serve the pages, one more does the jobs; this one serves nothing. It holds the port, opens
 * the database, starts the others, replaces who dies and stops everybody in order.
 */
export async function supervise({ settings: given, cleanups }: Omit<Serving, 'dev' | 'root'>): Promise<void> {
  const doorman = new Doorman()
  const settings = withPort(given, await doorman.listen(given.HOST, given.PORT))
  publishSettings(settings)
  // At once: it loads the pages while the database is being opened.
  const first = forkServing(doorman)
  const stops = [(patienceMs: number) => stopProcess(first, patienceMs)]
  cleanups.push(async () => {
    doorman.close()
    await Promise.all(stops.map((stop) => stop(PATIENCE_IN_MS)))
  })
  const database = await openDatabase(settings)
  cleanups.push(() => database.stop())
  const { databaseUrl } = database
  tell(first, databaseUrl)
  await untilServing(first)
  keepServingAfterErrors()
  cleanups.push(tellAddress(settings))
  await announce(settings)

  const { logger } = await import('../lib/platform/logger.ts')
  const report: Report = (sentence, details) => logger.warn(details, sentence)
  const another = () => {
    const child = forkServing(doorman)
    tell(child, databaseUrl)
    return child
  }
  const serving = { name: 'serving process', fork: another, report }
  stops[0] = keepRunning({ ...serving, first })
  for (let others = settings.PROCESSES - 1; others > 0; others--) stops.push(keepRunning(serving))
  if (settings.WORKER === 'off') return
  stops.push(keepRunning({ name: 'process of the jobs', fork: () => forkJobs(databaseUrl), report }))
}

function forkServing(doorman: Doorman): ChildProcess {
  // The jobs have a process of their own.
  const child = fork(script('serve-pages.ts'), { env: { ...process.env, WORKER: 'off' } })
  child.on('message', (message) => message === 'serving' && doorman.admit(child))
  return child
}

function forkJobs(databaseUrl: string): ChildProcess {
  return fork(script('serve-jobs.ts'), {
    execArgv: [...process.execArgv, '--import', 'tsx', '--import', script('allow-server-only.mjs')],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
}

function tell(child: ChildProcess, databaseUrl: string): void {
  if (child.connected) child.send({ databaseUrl }, () => undefined)
}

async function untilServing(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new StartError('The server could not start.'))
    if (child.exitCode !== null || child.signalCode !== null) return fail()
    child.once('exit', fail)
    child.once('error', fail)
    child.on('message', (message) => message === 'serving' && resolve())
  })
}
