import { linkStanding, type LinkStanding } from '@/lib/checkout/link-standing'
import { findCheckoutOrder, findPendingToken } from '@/lib/checkout/queries'
import type { CheckoutLink } from '@/lib/checkout/views'
import { isOpen, isReceived, type OrderStatus } from '@/lib/order/status'
import { seeOther } from './html-response'
import { linkPage } from './link-page'
import { rememberedToken } from './order-cookie'
import { localeCookie, type Visit } from './visit'

type Opening = { visit: Visit; link: CheckoutLink; at: Date }

/** A link is opened: back to the order that is being paid, else its page. Changes nothing. */
export async function openLink({ visit, link, at }: Opening): Promise<Response> {
  if (visit.isFresh) return await linkPage({ visit, standing: await linkStanding(link, at), at })
  const orderPage = (token: string) => `/p/${link.slug}/${token}`
  const earlier = await earlierOrder({ visit, link, at })
  if (earlier && isOpen(earlier.status)) return seeOther(orderPage(earlier.token) + visit.query, localeCookie(visit))
  const standing = await linkStanding(link, at)
  if (!earlier || !isReceived(earlier.status)) return await linkPage({ visit, standing, at })
  if (isOver(standing)) return seeOther(orderPage(earlier.token) + visit.query, localeCookie(visit))
  return await linkPage({ visit, standing, at, said: { receipt: orderPage(earlier.token) } })
}

/** Who has paid and finds the link closed wants to see the receipt, not the closed door. */
function isOver({ reason }: LinkStanding): boolean {
  return reason !== null && reason !== 'allHeld'
}

/** This phone's order; for a link that is meant for one customer also the one started on another phone. */
async function earlierOrder({ visit, link, at }: Opening): Promise<{ token: string; status: OrderStatus } | null> {
  const token = rememberedToken(visit)
  const own = token === null ? null : await findCheckoutOrder(link.slug, token, at)
  if (own && isOpen(own.status)) return own
  const pending = link.customer && link.heldCount > 0 ? await findPendingToken(link.id, at) : null
  return pending === null ? own : { token: pending, status: 'pending' }
}
