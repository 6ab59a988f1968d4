import type { ORDER_STATUSES } from './schema'

export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** News about an order, from a rail, a customer, a seller or the clock. */
export type OrderNews = 'settle' | 'deny' | 'cancel' | 'expire'

/** What news means to an order: a new status, or one of three ordinary reasons to leave it. */
export type Verdict =
  | { kind: 'apply'; to: OrderStatus }
  /** Heard before: nothing to do. */
  | { kind: 'alreadyApplied' }
  /** True once, overtaken by what happened since. */
  | { kind: 'stale' }
  /** Cannot follow from this status: whoever sends it is told. */
  | { kind: 'impossible' }

const to = (status: OrderStatus): Verdict => ({ kind: 'apply', to: status })
const alreadyApplied: Verdict = { kind: 'alreadyApplied' }
const stale: Verdict = { kind: 'stale' }
const impossible: Verdict = { kind: 'impossible' }

/** Midtrans' status cycle (docs: transaction-status-cycle) for orders that are paid at once or not at all. */
const TRANSITIONS = {
  pending: { settle: to('paid'), deny: to('denied'), cancel: to('cancelled'), expire: to('expired') },
  paid: { settle: alreadyApplied, deny: impossible, cancel: impossible, expire: stale },
  denied: { settle: impossible, deny: alreadyApplied, cancel: stale, expire: stale },
  cancelled: { settle: impossible, deny: stale, cancel: alreadyApplied, expire: stale },
  expired: { settle: impossible, deny: stale, cancel: stale, expire: alreadyApplied },
} as const satisfies Record<OrderStatus, Record<OrderNews, Verdict>>

export function judge(status: OrderStatus, news: OrderNews): Verdict {
  return TRANSITIONS[status][news]
}

/** A pending order whose deadline passed is expired, whether or not the job that writes it down has run. */
export function orderStatus(order: { status: OrderStatus; expiresAt: Date }, at: Date): OrderStatus {
  return order.status === 'pending' && order.expiresAt <= at ? 'expired' : order.status
}
