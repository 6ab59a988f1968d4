import type { CheckoutOrder } from '@/lib/checkout/views'
import { seeOther } from './html-response'
import { localeCookie, type Visit } from './visit'

/**
 * A customer who sees an order become paid goes on to the shop's website by itself; one who opens
 * the receipt later, from an e-mail, by Back or by reloading, stays. How the two are told apart: a
 * page that waits sends its reader to `?turned=1`. That address is never shown: it is answered with
 * a redirect to one that carries the moment, and only for some seconds does that moment mean anything.
 * Whoever types it in by hand is sent to the shop's own stored address, nowhere else.
 */
export const LEAVE_AFTER_SECONDS = 5

/** Less than the time after which a customer may come back by Back, which must not send them away again. */
const FRESH_FOR_MS = 8_000
const CLOCKS_DIFFER_BY_MS = 3_000

/** Where a page that waits goes when the order has changed. */
export function turnedAddress({ slug, token, redirects }: Pick<CheckoutOrder, 'slug' | 'token' | 'redirects'>, visit: Visit): string {
  return redirects?.finish === undefined ? address({ slug, token }, visit) : address({ slug, token }, visit, 'turned=1')
}

/** The answer to `?turned=1`; null for every other address, and while nothing has turned yet. */
export function afterTurning(order: CheckoutOrder, visit: Visit, at: Date): Response | null {
  if (!visit.isTurned || order.status === 'pending') return null
  return seeOther(address(order, visit, order.status === 'paid' ? `paid=${at.getTime()}` : ''), localeCookie(visit))
}

export function isLeaving(order: Pick<CheckoutOrder, 'status'>, { paidAt }: Visit, at: Date): boolean {
  if (order.status !== 'paid' || paidAt === null) return false
  const age = at.getTime() - paidAt
  return age >= -CLOCKS_DIFFER_BY_MS && age < FRESH_FOR_MS
}

function address({ slug, token }: Pick<CheckoutOrder, 'slug' | 'token'>, { query }: Visit, more = ''): string {
  return `/p/${slug}/${token}${[query.slice(1), more].filter(Boolean).map((part, index) => (index === 0 ? '?' : '&') + part).join('')}`
}
