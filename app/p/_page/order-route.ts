import { findCheckoutOrder } from '@/lib/checkout/queries'
import { isOrderToken, isSlug } from '@/lib/checkout/schema'
import type { CheckoutOrder } from '@/lib/checkout/views'
import { readForm } from '@/lib/http/read-form'
import { isSameOrigin } from '@/lib/http/same-origin'
import { now } from '@/lib/platform/clock'
import { seeOther } from './html-response'
import { turnedAddress } from './leave-for-shop'
import { kindly, sentencePage } from './sentence'
import { localeCookie, readVisit, type Visit } from './visit'

export type OrderContext = { params: Promise<{ slug: string; token: string }> }

type Found = { visit: Visit; order: CheckoutOrder; at: Date }

/** A page of one order, found by the secret in its address. */
export async function withOrder(request: Request, { params }: OrderContext, answer: (found: Found) => Promise<Response>): Promise<Response> {
  const { slug, token } = await params
  const visit = readVisit(request)
  const at = now()
  return await kindly(visit, async () => {
    const order = isSlug(slug) && isOrderToken(token) ? await findCheckoutOrder(slug, token, at) : null
    if (order) return await answer({ visit, order, at })
    return await sentencePage(visit, 'orderNotFound', { status: 404, back: isSlug(slug) ? `/p/${slug}${visit.query}` : null })
  })
}

/** A form of an order's page. Answered with a redirect to where the customer goes on, or with a page. */
export async function withOrderForm(
  request: Request,
  context: OrderContext,
  act: (found: Found & { fields: Record<string, string> }) => Promise<Response>,
): Promise<Response> {
  return await withOrder(request, context, async (found) => {
    const { visit, order } = found
    const back = orderAddress(found)
    if (!isSameOrigin(request.headers)) return await sentencePage(visit, 'forbidden', { status: 403, back })
    const posted = await readForm(request)
    if (!posted.ok) return await sentencePage(visit, 'unreadable', { status: posted.status, back })
    return await act({ ...found, order, fields: posted.fields })
  })
}

export function backToOrder(found: Pick<Found, 'visit' | 'order'>): Response {
  return seeOther(orderAddress(found), localeCookie(found.visit))
}

/** After a form that may have settled the order under the customer's eyes. */
export function onToOrder({ visit, order }: Pick<Found, 'visit' | 'order'>): Response {
  return seeOther(order.status === 'pending' ? turnedAddress(order, visit) : orderAddress({ visit, order }), localeCookie(visit))
}

function orderAddress({ visit, order }: Pick<Found, 'visit' | 'order'>): string {
  return `/p/${order.slug}/${order.token}${visit.query}`
}
