import 'server-only'
import type { Currency } from '@/lib/money/money'
import type { OrderEventFacts } from '@/lib/notification/facts'
import type { Mode } from '@/lib/shop/scope'
import type { NewsContent, NewsType } from './schema'

/** News before it is written. `dedupeKey` names what it is about: the same key is never told twice to one shop. */
export type NewNews = NewsContent & {
  merchantId: string
  mode: Mode
  dedupeKey: string
  /** When it happened, which may be long before it could be told: a server that was down tells late. */
  at: Date
}

/** What a seller wants to be called for while doing something else; the rest waits in the bell. */
const CALLS = {
  'order.paid': true,
  'order.paid_late': true,
  'order.authorized': false,
  'order.in_review': true,
  'refund.completed': false,
  'refund.failed': true,
  'credit.reversed': true,
  'endpoint.disabled': true,
  // The seller sends the message by hand, so the sooner the better.
  'slot.freed': true,
} as const satisfies Record<NewsType, boolean>

type CallingType = { [Type in NewsType]: (typeof CALLS)[Type] extends true ? Type : never }[NewsType]
export type CallingNews = Extract<NewsContent, { type: CallingType }>

export const CALLING_TYPES = Object.entries(CALLS).flatMap(([type, calls]) => (calls ? [type] : []))

export const isCalling = (news: NewsContent): news is CallingNews => CALLS[news.type]

/**
 * What a change of an order is to its seller. Money is news, and a refund that the rail carried out.
 * A new order is none until it is paid; one that ended without money asks nothing of anybody; and
 * nobody is told what they did themselves.
 */
export function newsOf(event: OrderEventFacts): NewNews | null {
  const type = typeOf(event)
  if (!type) return null
  const { merchant, mode, order, refund } = event
  return {
    merchantId: merchant.id,
    mode,
    type,
    orderId: order.id,
    data: { amount: refund?.amount ?? order.amount, currency: order.currency, customer: order.customer.name },
    dedupeKey: `order-event:${event.eventId}`,
    at: event.at,
  }
}

/** A refund that did not go through changes no order, so no event tells of it. */
export function failedRefundNews({ id, amount, order }: FailedRefund, at: Date): NewNews {
  const { id: orderId, merchantId, mode, currency, customer } = order
  return { merchantId, mode, type: 'refund.failed', orderId, data: { amount, currency, customer }, dedupeKey: `refund.failed:${id}`, at }
}

type FailedRefund = { id: string; amount: number; order: { id: string; merchantId: string; mode: Mode; currency: Currency; customer: string } }

/** Those that tell of an order's event; the others are written where they happen. */
type EventNews = Exclude<NewsType, 'endpoint.disabled' | 'slot.freed' | 'refund.failed' | 'credit.reversed'>

function typeOf({ type, to, actor, refund }: OrderEventFacts): EventNews | null {
  if (type === 'refund') return refund?.channel === 'rail' ? 'refund.completed' : null
  if (actor === 'seller') return null
  switch (to) {
    case 'paid':
      return 'order.paid'
    case 'paid_late':
      return 'order.paid_late'
    case 'authorized':
      return 'order.authorized'
    case 'in_review':
      return 'order.in_review'
    default:
      return null
  }
}
