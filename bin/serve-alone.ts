import { endRegistered } from '../lib/platform/on-shutdown.ts'
import { announce, keepServingAfterErrors } from './announce.ts'
import { openDatabase } from './database.ts'
import { PageServer } from './page-server.ts'
import { tellAddress } from './served-address.ts'
import { withPort, publishSettings, type CompleteSettings } from './settings.ts'

const PATIENCE_IN_MS = 10_000

export type Serving = {
  settings: CompleteSettings
  root: string
  dev: boolean
  /** What has to be ended, in this order, however far the start came. */
  cleanups: (() => Promise<void>)[]
}

/** Everything in this one process: pages and jobs. */
export async function serveAlone({ settings: given, root, dev, cleanups }: Serving): Promise<void> {
  const pages = new PageServer(given)
  const port = await pages.listen(given.HOST, given.PORT)
  cleanups.push(() => pages.close(PATIENCE_IN_MS))
  const settings = withPort({ ...given, PROCESSES: 1 }, port)
  // Loaded meanwhile; `open` finds it there.
  void import('next').catch(() => undefined)
  const database = await openDatabase(settings)
  cleanups.push(() => endRegistered(3_000), () => database.stop())
  publishSettings({ ...settings, DATABASE_URL: database.databaseUrl })
  await pages.open({ dev, root, host: settings.HOST, port })
  keepServingAfterErrors()
  cleanups.push(tellAddress(settings))
  await announce(settings)
}
