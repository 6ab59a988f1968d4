import 'server-only'
import { listLinkRecords } from '@/lib/link/queries'
import type { LinkStatus } from '@/lib/link/status'
import { env } from '@/lib/platform/env'
import { listOffers } from '@/lib/receiving/queries'
import { answer, endpoint } from '../endpoint'
import { pageSchema, type LINK_STATUS_WORDS } from './answer-schema'
import { canBeOrderId } from './by-order-id'
import { COMMON, problem } from './common-answers'
import { presentLink } from './present-link'
import { listQuerySchema, noParamsSchema } from './query-schema'

const STATUS_OF: Record<(typeof LINK_STATUS_WORDS)[number], LinkStatus> = {
  active: 'active', paused: 'paused', scheduled: 'scheduled', expired: 'expired', sold_out: 'soldOut', deleted: 'deleted',
}

export const listPaymentLinks = endpoint({
  operationId: 'listPaymentLinks',
  method: 'GET',
  path: '/v1/payment-links',
  tag: 'Payment links',
  summary: 'List payment links',
  description: `Links of the key’s shop and mode, newest first, a page at a time; deleted ones only with \`status=deleted\`. Each is what getPaymentLink answers, without \`purchases\`. Follow \`next_cursor\` until it is null; links that are made meanwhile do not shift pages. An addition to Midtrans’ API.`,
  scope: 'read',
  dialect: 'link',
  params: noParamsSchema,
  query: listQuerySchema,
  responses: { 200: { description: 'A page of links.', schema: pageSchema }, 400: problem('A parameter that is unknown or cannot be read.'), ...COMMON },
  async handle({ scope, query: { search, status, order_id: orderId, limit, cursor }, at }) {
    if (orderId !== undefined && !canBeOrderId(orderId)) return answer(200, { payment_links: [], next_cursor: null })
    const page = await listLinkRecords(scope, { q: search, status: status && STATUS_OF[status], orderId, cursor, ...(limit && { limit }) }, at)
    const offers = await listOffers(scope)
    return answer(200, { payment_links: page.links.map((link) => presentLink(link, { appUrl: env().APP_URL, merchantId: scope.merchantId, mode: scope.mode, offers })), next_cursor: page.next })
  },
})
