import { findCheckoutOrder } from '@/lib/checkout/queries'
import { isOrderToken, isSlug } from '@/lib/checkout/schema'
import { now } from '@/lib/platform/clock'
import { isOutage, RETRY_AFTER_SECONDS } from '@/lib/platform/outage'
import type { OrderContext } from '../../../_page/order-route'

export const dynamic = 'force-dynamic'

const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

/** Asked every few seconds by an open page. */
export async function GET(_request: Request, { params }: OrderContext): Promise<Response> {
  try {
    return await answer(await params)
  } catch (error) {
    if (!isOutage(error)) throw error
    return Response.json({ status: 'unavailable' }, { status: 503, headers: { ...HEADERS, 'Retry-After': String(RETRY_AFTER_SECONDS) } })
  }
}

async function answer({ slug, token }: { slug: string; token: string }): Promise<Response> {
  const order = isSlug(slug) && isOrderToken(token) ? await findCheckoutOrder(slug, token, now()) : null
  if (!order) return Response.json({ status: 'notFound' }, { status: 404, headers: HEADERS })
  return Response.json({ status: order.status }, { headers: HEADERS })
}
