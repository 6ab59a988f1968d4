import 'server-only'
import { countAllEvents, countNewEvents, findSettledEvent } from './store'

const PATIENCE_MS = 1_000
const REBUILD_PATIENCE_MS = 60_000

/**
 * Counts what happened to orders since the last time, `limit` events at most. While a transaction that writes events
 * takes long, nothing: what is not counted yet is read from the events themselves.
 * @returns whether there is more
 */
export async function rollUpOrders({ limit }: { limit: number }): Promise<boolean> {
  const until = await findSettledEvent(PATIENCE_MS)
  return until === null ? false : await countNewEvents({ until, limit })
}

/**
 * Counts everything anew: after rows were loaded past the worker, or when {@link rollUpOrders} was wrong.
 * Some ten seconds for a million orders; customers and sellers wait for nothing.
 * @throws when a transaction that writes events stays open for a minute
 */
export async function rebuildRollup(): Promise<void> {
  const until = await findSettledEvent(REBUILD_PATIENCE_MS)
  if (until === null) throw new Error('a transaction that writes orders has been open for a minute; the numbers stay as they were')
  await countAllEvents(until)
}
