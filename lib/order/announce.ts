import 'server-only'
import { sql, type Sql } from '@/lib/database/sql'
import { REJECTED_FOR_MS } from './rules'
import { judge, orderStatus, type OrderNews, type OrderStatus, type Verdict } from './status'
import { changeOrderStatus, expireDueOrders, findOrderStanding } from './store'
import type { OrderActor } from './views'

export type Announcement = {
  orderId: string
  /** Refunds come through lib/refund, which knows how much. */
  news: Exclude<OrderNews, 'refund'>
  actor: OrderActor
  actorId?: string | null
  reason?: string
  /** What the rail keeps, in minor units, when news is `settle`. */
  fee?: number
  /** The statuses that this may change, where who decides means only those; default: all that {@link judge} lets it. */
  onlyFrom?: readonly OrderStatus[]
  at: Date
}

export type Outcome =
  | { kind: 'applied' }
  | Exclude<Verdict, { kind: 'apply' }>
  /** Late money was to be accepted, but its link has no place left. */
  | { kind: 'full' }
  | { kind: 'notFound' }

const DAY_MS = 86_400_000

/** How long an order stays open after news that leave it open. */
const OPEN_FOR_MS: Partial<Record<OrderNews, number>> = {
  /** A reserved card limit (Midtrans, pre-authorisation: seven days at most banks). */
  authorize: 7 * DAY_MS,
  /** Whoever says that they paid keeps their place until the seller has looked; a shop that never looks does not keep it for ever. */
  claim: 30 * DAY_MS,
  reject: REJECTED_FOR_MS,
}

const FREED_AT_ONCE = 100

/**
 * Brings news to an order (by its row id). Late, repeated and out-of-order news are ordinary answers.
 * Two pieces of news that race are decided by the database, one after the other.
 *
 * An open order past its deadline is expired first, so that money never settles an order whose
 * place may be gone: it is then `paid_late`.
 * @param on the transaction that the change belongs to. Not for `accept`: a link without a place ends the transaction
 */
export async function announce({ orderId, news, actor, actorId = null, reason, fee = 0, onlyFrom, at }: Announcement, on: Sql = sql): Promise<Outcome> {
  for (;;) {
    const standing = await findOrderStanding(orderId, on)
    if (!standing) return { kind: 'notFound' }
    const { status: from } = standing
    if (from !== orderStatus(standing, at) && news !== 'expire') {
      await changeOrderStatus({ id: orderId, from, to: 'expired', news: 'expire', actor: 'clock', reason: null, at }, on)
      continue
    }
    const verdict = judge(from, news)
    if (verdict.kind !== 'apply') return verdict
    if (onlyFrom && !onlyFrom.includes(from)) return { kind: 'impossible' }
    const { to } = verdict
    const openFor = OPEN_FOR_MS[news]
    const expiresAt = openFor === undefined ? {} : { expiresAt: new Date(at.getTime() + openFor) }
    const moved = await changeOrderStatus({ id: orderId, from, to, news, actor, actorId, reason: reason ?? null, fee, ...expiresAt, at }, on)
    if (moved === 'changed') return { kind: 'applied' }
    // Holds past their deadline fill a link only until somebody asks.
    if (moved === 'full' && (await expireDueOrders({ at, limit: FREED_AT_ONCE, linkId: standing.linkId })) === 0) return { kind: 'full' }
  }
}
