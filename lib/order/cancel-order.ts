import 'server-only'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { announce } from './announce'
import { refusalOf } from './refusal'
import { findOrder } from './store'

/**
 * A seller gives up on a pending order; its place is free again at once.
 * @returns conflict when it was paid or closed meanwhile; cancelling twice is no error
 */
export async function cancelOrder(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  if (!(await findOrder(scope, id, at))) return notFound()
  const outcome = await announce({ orderId: id, news: 'cancel', actor: 'seller', actorId: scope.userId, at })
  if (outcome.kind === 'applied' || outcome.kind === 'alreadyApplied') return success(null)
  const order = await findOrder(scope, id, at)
  return order ? failure({ kind: 'conflict', message: refusalOf(order.status) }) : notFound()
}
