import 'server-only'
import { prisma } from '@/lib/database/client'
import { violatedUnique, type Sql } from '@/lib/database/sql'
import { enqueue } from '@/lib/job/enqueue'
import { amountOf, requireCurrency, type Currency } from '@/lib/money/money'
import { statusAfterRefund, type OrderStatus } from '@/lib/order/status'
import { announceWritten, requireMethod } from '@/lib/order/store'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { MerchantScope, Mode } from '@/lib/shop/scope'
import type { RefundChannel, RefundState } from './views'

export type RefundOrderFacts = { id: string; status: OrderStatus; amount: number; claimed: number; currency: Currency; method: PaymentMethod }

export async function findRefundOrder(scope: MerchantScope, id: string): Promise<RefundOrderFacts | null> {
  const row = await prisma.order.findFirst({ where: { id, merchantId: scope.merchantId, mode: scope.mode } })
  if (!row) return null
  const { status, amount, refundClaimedAmount, currency, paymentMethod } = row
  return {
    id, status, amount: amountOf(amount), claimed: amountOf(refundClaimedAmount), currency: requireCurrency(currency), method: requireMethod(paymentMethod),
  }
}

export type KnownRefund = { id: string; number: number; amount: number; channel: RefundChannel; state: RefundState }

export async function findRefundByKey(scope: MerchantScope, orderId: string, refundKey: string): Promise<KnownRefund | null> {
  const row = await prisma.refund.findFirst({
    where: { orderId, refundKey, merchantId: scope.merchantId, mode: scope.mode },
    select: { id: true, number: true, amount: true, channel: true, state: true },
  })
  return row && { ...row, number: Number(row.number), amount: amountOf(row.amount) }
}

export type RefundClaim = {
  id: string
  orderId: string
  refundKey: string
  amount: number
  reason: string
  channel: RefundChannel
  actorId: string | null
  at: Date
}

/**
 * Takes `amount` out of what may still be refunded and writes the refund; never more than was paid,
 * whoever asks at the same time.
 * @returns `tooMuch` when not that much is left; `repeated` when the order has a refund of this key
 */
export async function claimRefund(sql: Sql, scope: MerchantScope, claim: RefundClaim): Promise<'claimed' | 'tooMuch' | 'repeated'> {
  const { id, orderId, refundKey, amount, reason, channel, actorId, at } = claim
  try {
    const written = await sql.execute`
      WITH claimed AS (
        UPDATE orders SET refund_claimed_amount = refund_claimed_amount + ${BigInt(amount)}, updated_at = ${at}
        WHERE id = ${orderId}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
          AND paid_at IS NOT NULL AND refund_claimed_amount + ${BigInt(amount)} <= amount
        RETURNING id, merchant_id, mode, currency
      )
      INSERT INTO refunds (id, merchant_id, mode, order_id, refund_key, amount, currency, reason, channel, actor_id, created_at)
      SELECT ${id}::uuid, merchant_id, mode, id, ${refundKey}, ${BigInt(amount)}, currency, ${reason}, ${channel}::refund_channel, ${actorId}, ${at}
      FROM claimed`
    return written > 0 ? 'claimed' : 'tooMuch'
  } catch (error) {
    if (violatedUnique(error) === 'refunds_order_id_refund_key_key') return 'repeated'
    throw error
  }
}

export async function enqueueRefund(sql: Sql, refundId: string, startAfter: Date): Promise<void> {
  await enqueue(sql, 'refund', [{ refundId }], { startAfter })
}

export type PendingRefund = {
  id: string
  refundKey: string
  amount: number
  reason: string
  order: { id: string; merchantId: string; mode: Mode; currency: Currency; method: PaymentMethod; customer: string }
}

/** A refund that its rail has yet to answer, whoever's it is: only its job and its own use case ask. */
export async function findPendingRefund(id: string): Promise<PendingRefund | null> {
  const row = await prisma.refund.findFirst({ where: { id, state: 'pending' }, include: { order: true } })
  if (!row) return null
  const { refundKey, amount, reason, order } = row
  return {
    id, refundKey, amount: amountOf(amount), reason,
    order: {
      id: order.id,
      merchantId: order.merchantId,
      mode: order.mode,
      currency: requireCurrency(order.currency),
      method: requireMethod(order.paymentMethod),
      customer: order.customerName,
    },
  }
}

type LockedOrder = { id: string; status: OrderStatus; amount: bigint; refunded: bigint; actorId: string | null; refundAmount: bigint; reason: string }

/**
 * The money is back with the customer: the order's status, the ledger, the event and its job follow.
 * Does nothing for a refund that is no longer pending.
 * @returns whether it was
 */
export async function completeRefund(sql: Sql, refundId: string, at: Date): Promise<boolean> {
  // The order first, as everybody locks it: two refunds of one order come one after the other.
  const [order] = await sql.queryRows<LockedOrder>`
    SELECT o.id, o.status, o.amount, o.refunded_amount AS refunded, r.actor_id AS "actorId", r.amount AS "refundAmount", r.reason
    FROM refunds r JOIN orders o ON o.id = r.order_id WHERE r.id = ${refundId}::uuid FOR UPDATE OF o`
  const done = await finish(sql, refundId, 'succeeded', null, at)
  if (!order || !done) return false
  const to = statusAfterRefund({ amount: amountOf(order.amount), refunded: amountOf(order.refunded + order.refundAmount) })
  await sql.execute`
    UPDATE orders SET refunded_amount = refunded_amount + ${order.refundAmount}, status = ${to}::order_status, updated_at = ${at}
    WHERE id = ${order.id}::uuid`
  await sql.execute`
    INSERT INTO ledger_transfers (merchant_id, mode, order_id, refund_id, debit, credit, amount, currency, at)
    SELECT merchant_id, mode, order_id, id, way.debit::ledger_account, way.credit::ledger_account, amount, currency, ${at}
    FROM refunds CROSS JOIN (VALUES ('merchant', 'refund'), ('refund', 'customer')) AS way (debit, credit) WHERE id = ${refundId}::uuid`
  await sql.execute`
    WITH written AS (
      INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, actor_id, reason, amount, refund_id, at)
      SELECT merchant_id, order_id, 'refund', ${order.status}::order_status, ${to}::order_status, 'seller', actor_id, reason, amount, id, ${at}
      FROM refunds WHERE id = ${refundId}::uuid RETURNING id
    )
    ${announceWritten}`
  return true
}

/** The rail refused for good: what was claimed may be refunded another way. @returns whether it was pending */
export async function failRefund(sql: Sql, refundId: string, failure: string, at: Date): Promise<boolean> {
  await sql.queryRows`SELECT o.id FROM refunds r JOIN orders o ON o.id = r.order_id WHERE r.id = ${refundId}::uuid FOR UPDATE OF o`
  if (!(await finish(sql, refundId, 'failed', failure, at))) return false
  await sql.execute`
    UPDATE orders SET refund_claimed_amount = refund_claimed_amount - r.amount, updated_at = ${at}
    FROM refunds r WHERE r.id = ${refundId}::uuid AND orders.id = r.order_id`
  return true
}

async function finish(sql: Sql, refundId: string, state: RefundState, failure: string | null, at: Date): Promise<boolean> {
  const changed = await sql.execute`
    UPDATE refunds SET state = ${state}::refund_state, failure = ${failure}, completed_at = ${at} WHERE id = ${refundId}::uuid AND state = 'pending'`
  return changed > 0
}
