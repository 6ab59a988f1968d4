import { countTry } from '@/lib/auth/rate-limit'
import { makeCustomersDocument } from '@/lib/document/make-document'
import { pdfResponse } from '@/lib/document/pdf-response'
import type { DocumentKind } from '@/lib/document/rules'
import { withOrder, type OrderContext } from './order-route'
import { sentencePage } from './sentence'

/** An order's paper in the language that its page is read in. A kind that the order has not (any more) leads back to its page. */
export async function documentRoute(request: Request, context: OrderContext, kind: DocumentKind): Promise<Response> {
  return await withOrder(request, context, async ({ visit, order, at }) => {
    const back = `/p/${order.slug}/${order.token}${visit.query}`
    // Drawing takes a hundred times as long as a page.
    if ((await countTry('documentByOrder', order.id)) !== undefined) return await sentencePage(visit, 'tooMany', { status: 429, back })
    const document = await makeCustomersDocument(order, { kind, locale: visit.wordingFor(order.shop.locale).locale, at })
    return document ? pdfResponse(document) : await sentencePage(visit, 'orderNotFound', { status: 404, back })
  })
}
