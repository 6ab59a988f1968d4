import type { ORDER_STATUSES } from './filter'

export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** News about an order, from a rail, a customer, a seller or the clock. */
export type OrderNews =
  /** A card's limit is reserved, the money not yet taken. */
  | 'authorize'
  /** The customer says that they have paid a shop's own way: the seller looks. Marks nothing paid. */
  | 'claim'
  /** The seller looked and found no money: the customer may try again. */
  | 'reject'
  /** The money is there. */
  | 'settle'
  | 'deny'
  | 'cancel'
  | 'expire'
  /** The seller takes late money for a place that is free after all. */
  | 'accept'
  /** Money went back, all of it or a part: {@link statusAfterRefund} says which. */
  | 'refund'

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

/**
 * Midtrans' status cycle (docs: transaction-status-cycle), and what it leaves open: money that comes
 * when the place is gone is `paid_late`, never a sale that nobody decided on.
 */
const TRANSITIONS = {
  pending: {
    authorize: to('authorized'), settle: to('paid'), deny: to('denied'), cancel: to('cancelled'), expire: to('expired'),
    accept: impossible, refund: impossible,
    claim: to('in_review'), reject: stale,
  },
  authorized: {
    authorize: alreadyApplied, settle: to('paid'), deny: to('denied'), cancel: to('cancelled'), expire: to('expired'),
    accept: impossible, refund: impossible,
    claim: impossible, reject: impossible,
  },
  in_review: {
    authorize: stale, settle: to('paid'), deny: to('denied'), cancel: to('cancelled'), expire: to('expired'),
    accept: impossible, refund: impossible,
    claim: alreadyApplied, reject: to('pending'),
  },
  paid: {
    authorize: stale, settle: alreadyApplied, deny: impossible, cancel: impossible, expire: stale,
    accept: alreadyApplied, refund: to('refunded'),
    claim: stale, reject: stale,
  },
  denied: {
    authorize: stale, settle: to('paid_late'), deny: alreadyApplied, cancel: stale, expire: stale,
    accept: impossible, refund: impossible,
    claim: stale, reject: stale,
  },
  cancelled: {
    authorize: stale, settle: to('paid_late'), deny: stale, cancel: alreadyApplied, expire: stale,
    accept: impossible, refund: impossible,
    claim: stale, reject: stale,
  },
  expired: {
    authorize: stale, settle: to('paid_late'), deny: stale, cancel: stale, expire: alreadyApplied,
    accept: impossible, refund: impossible,
    claim: stale, reject: stale,
  },
  paid_late: {
    authorize: stale, settle: alreadyApplied, deny: impossible, cancel: impossible, expire: stale,
    accept: to('paid'), refund: to('refunded'),
    claim: stale, reject: stale,
  },
  partially_refunded: {
    authorize: stale, settle: alreadyApplied, deny: impossible, cancel: impossible, expire: stale,
    accept: impossible, refund: to('refunded'),
    claim: stale, reject: stale,
  },
  refunded: {
    authorize: stale, settle: alreadyApplied, deny: impossible, cancel: impossible, expire: stale,
    accept: impossible, refund: impossible,
    claim: stale, reject: stale,
  },
} as const satisfies Record<OrderStatus, Record<OrderNews, Verdict>>

export function judge(status: OrderStatus, news: OrderNews): Verdict {
  return TRANSITIONS[status][news]
}

/** @param refunded what went back in all, at most `amount`; both in minor units */
export function statusAfterRefund({ amount, refunded }: { amount: number; refunded: number }): OrderStatus {
  return refunded < amount ? 'partially_refunded' : 'refunded'
}

const OPEN = new Set<OrderStatus>(['pending', 'authorized', 'in_review'])
const RECEIVED = new Set<OrderStatus>(['paid', 'paid_late', 'partially_refunded', 'refunded'])

/** It holds a place of its link and may still be paid, denied, cancelled or run out of time. */
export const isOpen = (status: OrderStatus): boolean => OPEN.has(status)

/** Its money came in, whatever happened to it since. */
export const isReceived = (status: OrderStatus): boolean => RECEIVED.has(status)

/** An open order whose deadline passed is expired, whether or not the job that writes it down has run. */
export function orderStatus(order: { status: OrderStatus; expiresAt: Date }, at: Date): OrderStatus {
  return isOpen(order.status) && order.expiresAt <= at ? 'expired' : order.status
}
