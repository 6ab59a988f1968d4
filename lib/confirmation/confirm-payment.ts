import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { announce, type Outcome } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { findOwnOrder, insertConfirmation } from './store'

type Decision = {
  /** The order's row id. */
  orderId: string
  /** What was compared, for the log: amounts in minor units, accounts, proofs, credits. */
  facts: Record<string, unknown>
  at: Date
}

/**
 * A seller has seen the money of an order: it is paid, or paid late, and who said so is in the log.
 * Both are written or neither; of two who confirm at once one does it, the other hears `alreadyApplied`.
 */
export async function confirmPayment(scope: MerchantScope, { orderId, facts, at }: Decision): Promise<Outcome> {
  return await decide(scope, { orderId, facts, at }, { news: 'settle', type: 'confirmed' })
}

/** A seller has looked and found no money: the customer may pay or show more for another day, and reads why. */
export async function rejectPayment(scope: MerchantScope, { orderId, facts, reason, at }: Decision & { reason: string }): Promise<Outcome> {
  return await decide(scope, { orderId, facts: { ...facts, reason }, at }, { news: 'reject', type: 'rejected', reason })
}

type Said = { news: 'settle'; type: 'confirmed' } | { news: 'reject'; type: 'rejected'; reason: string }

async function decide(scope: MerchantScope, { orderId, facts, at }: Decision, { news, type, ...said }: Said): Promise<Outcome> {
  return await inTransaction(async (on) => {
    const order = await findOwnOrder(on, scope, orderId)
    if (!order) return { kind: 'notFound' }
    const outcome = await announce({ orderId, news, actor: 'seller', actorId: scope.userId, ...said, at }, on)
    if (outcome.kind === 'applied') await insertConfirmation(on, scope, { orderId, type, facts: { ...order, ...facts }, at })
    return outcome
  })
}
