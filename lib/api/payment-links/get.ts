import 'server-only'
import { findLinkRecord } from '@/lib/link/queries'
import { env } from '@/lib/platform/env'
import { listOffers } from '@/lib/receiving/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { answer, endpoint, type ApiAnswer } from '../endpoint'
import { detailsSchema } from './answer-schema'
import { canBeOrderId, linkNotFound, paramsSchema } from './by-order-id'
import { COMMON, NOT_FOUND } from './common-answers'
import { presentLink, presentPurchase } from './present-link'
import { noQuerySchema } from './query-schema'

export const getPaymentLink = endpoint({
  operationId: 'getPaymentLink',
  method: 'GET',
  path: '/v1/payment-links/{order_id}',
  tag: 'Payment links',
  summary: 'Get a payment link',
  description: `A link, how often it was paid, and its newest 100 orders (\`purchases\`). By the order ID that it was created with, not the longer one of an order. A deleted link is not found; its orders still answer under /v2.`,
  scope: 'read',
  dialect: 'link',
  params: paramsSchema,
  query: noQuerySchema,
  responses: { 200: { description: 'The link.', schema: detailsSchema }, 404: NOT_FOUND, ...COMMON },
  handle: async ({ scope, params, at }) => await detailsOf(scope, params.order_id, at),
})

/** A link with its orders, as GET and PATCH answer. */
export async function detailsOf(scope: MerchantScope, orderId: string, at: Date): Promise<ApiAnswer> {
  const found = canBeOrderId(orderId) ? await findLinkRecord(scope, orderId, at) : null
  if (!found) return linkNotFound(orderId)
  const { link, orders } = found
  return answer(200, { ...presentLink(link, { appUrl: env().APP_URL, merchantId: scope.merchantId, mode: scope.mode, offers: await listOffers(scope) }), purchases: orders.map((order) => presentPurchase(order, link)) })
}
