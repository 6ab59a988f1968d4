import 'server-only'
import { cancelOpenOrders } from '@/lib/order/cancel-open-orders'
import { now } from '@/lib/platform/clock'
import type { MerchantScope } from '@/lib/shop/scope'
import { changeNextLinks, finishBulkChange, listLinksWithOpenOrders, noteCancelledOrders } from './store'

/** Links of one transaction: so few that customers' orders wait for no time that anybody notices. */
const BATCH = 200

/**
 * The job: changes links until none is left, and cancels open orders of those it closed where the
 * seller said so. Run again after a crash it goes on where it stood.
 */
export async function runChanges(jobs: readonly { changeId: string }[], clock: () => Date = now): Promise<void> {
  for (const { changeId } of jobs) await runChange(changeId, clock)
}

export async function runChange(id: string, clock: () => Date = now): Promise<void> {
  for (;;) {
    const step = await changeNextLinks(id, { limit: BATCH, at: clock() })
    if (!step) return
    await cancelOrders(id, step.scope, clock())
    if (!step.hasMore) break
  }
  await finishBulkChange(id, clock())
}

/** Closed first: no new order slips in between. */
async function cancelOrders(id: string, scope: MerchantScope, at: Date): Promise<void> {
  for (;;) {
    const links = await listLinksWithOpenOrders(id, BATCH)
    if (links.length === 0) return
    for (const linkId of links) {
      const totals = { cancelled: 0, paid: 0 }
      for (;;) {
        const { cancelled, paid, left } = await cancelOpenOrders(scope, linkId, at)
        totals.cancelled += cancelled
        totals.paid += paid.length
        if (left === 0 || cancelled === 0) break
      }
      await noteCancelledOrders(id, { linkId, ...totals })
    }
  }
}
