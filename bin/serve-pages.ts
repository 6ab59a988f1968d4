import { Socket } from 'node:net'
import { dirname } from 'node:path'
import { endRegistered } from '../lib/platform/on-shutdown.ts'
import { keepServingAfterErrors } from './announce.ts'
import { followSupervisor } from './follow-supervisor.ts'
import { PageServer } from './page-server.ts'
import { reportFailure } from './report-failure.ts'
import { loadSettings } from './settings.ts'

/** One of several processes that serve the pages; bin/supervise.ts starts it and hands it its customers. */
const PATIENCE_IN_MS = 10_000
const root = dirname(import.meta.dirname)
const settings = loadSettings()
const pages = new PageServer(settings)
let opening: Promise<void> | undefined

process.chdir(root)
followSupervisor({ stop, onMessage })
// Loaded while the database is being opened.
void import('next').catch(() => undefined)

function onMessage(message: unknown, handle: unknown): void {
  if (message === 'customer') {
    // Said before anything is read: until then the connection could still be given to another process.
    process.send?.('taken')
    // It may have closed on its way.
    if (handle instanceof Socket) pages.take(handle)
  } else if (typeof message === 'object' && message !== null && 'databaseUrl' in message) {
    process.env['DATABASE_URL'] = String(message.databaseUrl)
    opening = open()
  }
}

async function open(): Promise<void> {
  try {
    await pages.open({ dev: false, root, host: settings.HOST, port: settings.PORT })
    keepServingAfterErrors()
    process.send?.('serving')
  } catch (error) {
    reportFailure(error)
    process.exit(1)
  }
}

async function stop(): Promise<void> {
  await opening
  await pages.close(PATIENCE_IN_MS)
  await endRegistered(3_000)
}
