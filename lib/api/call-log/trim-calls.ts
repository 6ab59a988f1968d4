import 'server-only'
import { KEPT_CALLS } from './schema'
import { deleteOldCalls, NOBODY, type CallOwner } from './store'

const SHOPS = 25

/** Where the round of all shops stands. One process at a time sweeps, and one that starts begins at the beginning. */
let last: CallOwner = NOBODY

/**
 * Forgets what is beyond the newest thousand calls of a shop and mode. Goes round: a few shops each
 * time, so that one sweep costs the same with ten shops and with ten thousand.
 * @returns whether there is more to forget at once
 */
export async function trimCalls({ limit }: { limit: number }): Promise<boolean> {
  const { visited, deleted } = await deleteOldCalls({ after: last, shops: SHOPS, keep: KEPT_CALLS, limit })
  // Those that had more than was deleted now are visited again first.
  if (deleted === limit) return true
  last = visited ?? NOBODY
  return false
}
