import 'server-only'
import { closeClaim, lockClaim } from '@/lib/claim/store'
import { inTransaction, type Sql } from '@/lib/database/sql'
import { planEmails } from '@/lib/email/plan-emails'
import { findOrderEvents } from '@/lib/notification/store'
import { announce, type Outcome } from '@/lib/order/announce'
import { insertRejectionOfEnded } from '@/lib/order/rejection/store'
import { isReceived, type OrderStatus } from '@/lib/order/status'
import type { Currency } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import { findOwnOrder, insertConfirmation, takeOtherAmount } from './store'

type Decision = {
  /** The order's row id. */
  orderId: string
  /** What was compared, for the log: amounts in minor units, accounts, proofs, credits. */
  facts: Record<string, unknown>
  at: Date
}

/** Which claim was looked at: another proof since, and nothing is decided. */
export type LookedAt = { id: string; version: number }

/** `claimChanged`: the customer sent something else meanwhile; `claimDecided`: somebody was faster. */
export type ClaimDecision = Outcome | { kind: 'claimChanged' | 'claimDecided' }

/**
 * A seller has seen the money of an order: it is paid, or paid late, and who said so is in the log.
 * Both are written or neither; of two who confirm at once one does it, the other hears `alreadyApplied`.
 * A claim that waited for this order is out of the queue.
 * @param received what came, where that is not what was asked: the order, its receipt and the ledger then say so
 */
export async function confirmPayment(scope: MerchantScope, { received, ...decision }: Decision & { received?: number }): Promise<Outcome> {
  return await inTransaction((on) => confirmWithin(on, scope, { ...decision, ...(received !== undefined && { received }) }))
}

/** As {@link confirmPayment}, from the queue: about one proof. */
export async function confirmClaimedPayment(scope: MerchantScope, { id, version }: LookedAt, { received, currency, at }: { received: number; currency: Currency; at: Date }): Promise<ClaimDecision> {
  return await inTransaction(async (on) => {
    const claim = await requireCurrent(on, scope, { id, version })
    if ('kind' in claim) return claim
    // What was typed was read by the digits of another currency: as if something else had been looked at.
    if (claim.currency !== currency) return { kind: 'claimChanged' }
    return await confirmWithin(on, scope, { orderId: claim.orderId, facts: { ...claim.facts, claim: id }, received, at })
  })
}

/** A seller has looked and found no money: the customer may pay or show more for another day, and reads why. */
export async function rejectPayment(scope: MerchantScope, decision: Decision & { reason: string }): Promise<Outcome> {
  return await inTransaction((on) => reject(on, scope, decision))
}

/** As {@link rejectPayment}, from the queue: about one proof. */
export async function rejectClaimedPayment(scope: MerchantScope, { id, version }: LookedAt, { reason, at }: { reason: string; at: Date }): Promise<ClaimDecision> {
  return await inTransaction(async (on) => {
    const claim = await requireCurrent(on, scope, { id, version })
    if ('kind' in claim) return claim
    return await reject(on, scope, { orderId: claim.orderId, facts: { ...claim.facts, claim: id }, reason, at })
  })
}

async function requireCurrent(on: Sql, scope: MerchantScope, { id, version }: LookedAt) {
  const claim = await lockClaim(on, scope, id)
  if (!claim) return { kind: 'notFound' as const }
  if (claim.state !== 'open') return { kind: 'claimDecided' as const }
  return claim.version === version ? claim : { kind: 'claimChanged' as const }
}

/** As {@link confirmPayment}, in a transaction that more belongs to. */
export async function confirmWithin(on: Sql, scope: MerchantScope, { orderId, facts, received, at }: Decision & { received?: number }): Promise<Outcome> {
  const order = await findOwnOrder(on, scope, orderId)
  if (!order) return { kind: 'notFound' }
  const status = order.status as OrderStatus
  const isOther = received !== undefined && received !== order.expected && !isReceived(status) && status !== 'authorized'
  if (isOther) await takeOtherAmount(on, orderId, { received, asked: order })
  const outcome = await announce({ orderId, news: 'settle', actor: 'seller', actorId: scope.userId, at }, on)
  if (outcome.kind !== 'applied') return outcome
  await insertConfirmation(on, scope, { orderId, type: 'confirmed', facts: { ...order, received: received ?? order.expected, ...facts }, at })
  await closeClaim(on, { orderId, state: 'confirmed', reason: null, actorId: scope.userId, at })
  return outcome
}

/** An order that had ended stays ended; the answer to its claim is written all the same, and its customer told. */
async function reject(on: Sql, scope: MerchantScope, { orderId, facts, reason, at }: Decision & { reason: string }): Promise<Outcome> {
  const order = await findOwnOrder(on, scope, orderId)
  if (!order) return { kind: 'notFound' }
  const outcome = await announce({ orderId, news: 'reject', actor: 'seller', actorId: scope.userId, reason, at }, on)
  const wasClaimed = !isReceived(order.status as OrderStatus) && (await closeClaim(on, { orderId, state: 'rejected', reason, actorId: scope.userId, at }))
  if (outcome.kind !== 'applied' && !wasClaimed) return outcome
  if (outcome.kind !== 'applied') {
    // Nothing happened to the order that other servers would hear of: the letter is all that follows.
    const eventId = await insertRejectionOfEnded(on, scope, { orderId, reason, at })
    await planEmails(on, await findOrderEvents(on, [eventId]), at)
  }
  await insertConfirmation(on, scope, { orderId, type: 'rejected', facts: { ...order, ...facts, reason }, at })
  return { kind: 'applied' }
}
