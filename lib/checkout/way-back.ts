import { returnUrl, type ReturnHint } from './return-url'
import type { CheckoutLink, CheckoutOrder } from './views'

/** More often than this a customer was denied before the shop's error page is offered (Midtrans: "more than 3"). */
export const DENIALS_BEFORE_ERROR = 3

/** The way back to the shop's own website. `kind` says which of its pages. */
export type WayBack = { kind: 'finish' | 'unfinish' | 'error'; url: string; host: string }

/**
 * Where an order's customer may go on, by what became of it; null where the shop said nothing.
 * Waiting counts as finished, as at Midtrans: the customer has the code and pays elsewhere.
 * @param denials orders of the same customer and link that were denied; asked only for denied ones
 */
export function wayBack({ redirects, status, orderId }: Pick<CheckoutOrder, 'redirects' | 'status' | 'orderId'>, denials = 0): WayBack | null {
  if (!redirects) return null
  const to = (kind: WayBack['kind'], statusCode: ReturnHint['statusCode'], transactionStatus: ReturnHint['transactionStatus']) =>
    wayTo(kind, redirects[kind], { orderId, statusCode, transactionStatus })
  switch (status) {
    case 'pending':
    case 'in_review':
      return to('finish', '201', 'pending') ?? to('unfinish', '201', 'pending')
    case 'authorized':
      return to('finish', '200', 'authorize')
    case 'paid':
      return to('finish', '200', 'settlement')
    case 'denied':
      return denials > DENIALS_BEFORE_ERROR ? to('error', '202', 'deny') : null
    case 'expired':
      return to('error', '202', 'expire')
    case 'cancelled':
      return to('unfinish', '202', 'cancel')
    // Somebody has to look at the money first, or it has gone back: nothing to go on with.
    case 'paid_late':
    case 'partially_refunded':
    case 'refunded':
      return null
  }
}

/** Leaving a link before anything was chosen: there is no order yet, so the link's own order ID stands in its place. */
export function wayOut({ redirects, orderId }: Pick<CheckoutLink, 'redirects' | 'orderId'>): WayBack | null {
  return wayTo('unfinish', redirects?.unfinish, { orderId, statusCode: '201', transactionStatus: 'pending' })
}

function wayTo(kind: WayBack['kind'], stored: string | undefined, hint: ReturnHint): WayBack | null {
  const url = stored === undefined ? null : returnUrl(stored, hint)
  return url === null ? null : { kind, url, host: new URL(url).host }
}
