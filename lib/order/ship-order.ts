import 'server-only'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { markShipped, unmarkShipped } from './shipping/store'
import { findOrder } from './store'

/**
 * The seller handed an order over, or takes that back. Doing the same twice is no error.
 * @returns conflict with a sentence about where the order stands, when there is nothing to ship
 */
export async function shipOrder(scope: MerchantScope, id: string, { isShipped, at }: { isShipped: boolean; at: Date }): Promise<Result<null>> {
  if (await (isShipped ? markShipped(scope, id, at) : unmarkShipped(scope, id, at))) return success(null)
  const order = await findOrder(scope, id, at)
  if (!order) return notFound()
  if ((order.shippedAt !== null) === isShipped) return success(null)
  return failure({ kind: 'conflict', message: `orderIs.${order.status}` })
}
