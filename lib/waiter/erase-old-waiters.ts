import 'server-only'
import { KEPT_DAYS } from './rules'
import { eraseWaitersBefore } from './store'

const DAY_IN_MS = 24 * 60 * 60_000

/** Numbers that waited for 30 days are erased. @returns whether there are more */
export async function eraseOldWaiters({ at, limit }: { at: Date; limit: number }): Promise<boolean> {
  return (await eraseWaitersBefore({ before: new Date(at.getTime() - KEPT_DAYS * DAY_IN_MS), limit })) === limit
}
