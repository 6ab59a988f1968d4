import 'server-only'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { announce, type Announcement } from './announce'
import { findOrder } from './store'

/** What a seller may decide about an order. */
export type SellerDecision = Extract<Announcement['news'], 'cancel' | 'accept' | 'settle'>

/**
 * A seller cancels an open order (its place is free again at once), accepts late money for a place
 * that is free after all, or charges an authorised card.
 * @returns conflict with a sentence about where the order stands, when that cannot follow; deciding the same twice is no error
 */
export async function decideOrder(scope: MerchantScope, id: string, decision: SellerDecision, at: Date): Promise<Result<null>> {
  const order = await findOrder(scope, id, at)
  if (!order) return notFound()
  // Only the bank knows that money came; of a seller's own, `settle` means the card that was reserved.
  if (decision === 'settle' && order.status !== 'authorized' && order.status !== 'paid') return conflict(order.status)
  // An authorised card that is cancelled or runs out of time in this very moment is not charged late.
  const onlyFrom = decision === 'settle' ? { onlyFrom: ['authorized'] as const } : {}
  const outcome = await announce({ orderId: id, news: decision, actor: 'seller', actorId: scope.userId, ...onlyFrom, at })
  if (outcome.kind === 'applied' || outcome.kind === 'alreadyApplied') return success(null)
  if (outcome.kind === 'full') return failure({ kind: 'conflict', message: 'orderHasNoPlace' })
  return conflict((await findOrder(scope, id, at))?.status ?? order.status)
}

const conflict = (status: string) => failure({ kind: 'conflict', message: `orderIs.${status}` })
