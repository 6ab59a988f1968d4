import 'server-only'
import { success, type Result } from '@/lib/platform/result'
import { cancelOpenOrders, type CancelledOrders } from '@/lib/order/cancel-open-orders'
import type { MerchantScope } from '@/lib/shop/scope'
import { applyLinkChange } from './change-link-state'

type Closing = { id: string; change: 'pause' | 'delete' }

/**
 * Pauses or deletes a link together with the orders that could still be paid, because the seller
 * chose so. The link closes first: no new order slips in between.
 *
 * @returns what became of the open orders; not found for another merchant's link
 */
export async function closeLinkAndOrders(scope: MerchantScope, { id, change }: Closing, at: Date): Promise<Result<CancelledOrders>> {
  const closed = await applyLinkChange(scope, id, change, at)
  return closed.ok ? success(await cancelOpenOrders(scope, id, at)) : closed
}
