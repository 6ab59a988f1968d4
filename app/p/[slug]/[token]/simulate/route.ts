import { simulatedNewsSchema } from '@/lib/checkout/schema'
import { simulate } from '@/lib/checkout/simulate'
import { onToOrder, withOrderForm, type OrderContext } from '../../../_page/order-route'

/** The simulator's panel. What the order has become is shown by its page, whatever the news meant to it. */
export async function POST(request: Request, context: OrderContext): Promise<Response> {
  return await withOrderForm(request, context, async ({ visit, order, at, fields }) => {
    const parsed = simulatedNewsSchema.safeParse(fields)
    if (parsed.success) await simulate(order, parsed.data.news, at)
    return onToOrder({ visit, order })
  })
}
