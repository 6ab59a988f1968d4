import { documentRoute } from '../../../_page/document-route'
import type { OrderContext } from '../../../_page/order-route'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, context: OrderContext): Promise<Response> {
  return await documentRoute(request, context, 'invoice')
}
