import { abandonOrder } from '@/lib/checkout/simulate'
import { seeOther } from '../../../_page/html-response'
import { forgetOrder } from '../../../_page/order-cookie'
import { backToOrder, withOrderForm, type OrderContext } from '../../../_page/order-route'
import { localeCookie } from '../../../_page/visit'

/**
 * The customer takes the choice back. An order that was paid meanwhile stays, and its page says so;
 * so does one whose link is closed by now, because there is no other method to go on with.
 */
export async function POST(request: Request, context: OrderContext): Promise<Response> {
  return await withOrderForm(request, context, async ({ visit, order, at }) => {
    if (order.status === 'authorized' || !order.isLinkOpen) return backToOrder({ visit, order })
    const { kind } = await abandonOrder(order, at)
    if (kind === 'impossible') return backToOrder({ visit, order })
    return seeOther(`/p/${order.slug}${visit.query}`, [forgetOrder(order.slug), ...localeCookie(visit)])
  })
}
