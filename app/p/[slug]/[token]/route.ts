import { orderPage } from '../../_page/order-page'
import { withOrder, type OrderContext } from '../../_page/order-route'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, context: OrderContext): Promise<Response> {
  return await withOrder(request, context, orderPage)
}
