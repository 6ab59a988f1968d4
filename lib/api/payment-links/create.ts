import 'server-only'
import { makeLink, newLinkOf } from '@/lib/link/create-link'
import { isOrderIdTaken } from '@/lib/link/queries'
import { totalOf } from '@/lib/link/total'
import type { LinkWish } from '@/lib/link/views'
import { env } from '@/lib/platform/env'
import { readableId } from '@/lib/platform/ids'
import { listOffers } from '@/lib/receiving/queries'
import { answer, endpoint, type ApiCall } from '../endpoint'
import { createdSchema } from './answer-schema'
import { refused } from './by-order-id'
import { COMMON, problem } from './common-answers'
import { createPaymentLinkSchema, type CreatePaymentLink } from './create-schema'
import { createExamples } from './examples'
import { NOTIFICATION_HEADERS, readNotificationHeaders } from './notification-headers'
import { presentCreated } from './present-link'
import { noQuerySchema, noParamsSchema } from './query-schema'
import { redirectPolicy } from './redirect-policy'
import { expiryProblems, offerProblems, redirectProblems } from './rules'
import { insertLinkAtOnce } from './store'
import { wishOf } from './wish-of'

/** 79 bits: Midtrans advises against addresses that can be guessed. */
const LINK_ID_LENGTH = 16

export const createPaymentLink = endpoint({
  operationId: 'createPaymentLink',
  method: 'POST',
  path: '/v1/payment-links',
  tag: 'Payment links',
  summary: 'Create a payment link',
  description: `Makes a link and answers with its address; a customer whose e-mail address is given is sent it. Compatible with Midtrans’ request: what cannot apply here is accepted and given back by the details, never an error.

- Without \`payment_link_id\` the address ends in 16 random characters. Without \`usage_limit\` one customer may pay. Without \`expiry\` the link never expires.
- \`title\` takes 40 characters, what the page shows; more is refused rather than cut off.
- \`gross_amount\` must equal the sum of price × quantity when \`item_details\` are given; without them the link has one item of that amount, named by the title, else by the order ID. Numbers are numbers: \`"10000"\` is refused.
- \`DYNAMIC_AMOUNT\`: \`gross_amount\` and \`item_details\` are ignored, whatever they are.
- With a key of live mode, links are paid by the shop’s own ways: \`own_qris\` (also \`qris\`), \`own_transfer\` (also \`bank_transfer\`), \`cod\` and \`custom\`, as far as the shop has set them up.
- Addresses in \`callbacks\` begin with https://; during development (or with ALLOW_LOOPBACK_WEBHOOKS=true) also with http://localhost.
- A period in the past is accepted: the link’s page says that it has expired.
- When both IDs are taken, the order ID is what is told (409). Both stay taken when a link is deleted.`,
  scope: 'write',
  dialect: 'link',
  params: noParamsSchema,
  query: noQuerySchema,
  body: createPaymentLinkSchema,
  headers: { ...NOTIFICATION_HEADERS },
  examples: createExamples,
  responses: {
    200: { description: 'The link was made.', schema: createdSchema },
    202: problem('The request with this Idempotency-Key is still being processed.'),
    400: problem('What is wrong with the request: every message names its field. Also when the payment_link_id is taken.'),
    409: problem('The order ID is taken; or the Idempotency-Key was used with another request.'),
    413: problem('The body is larger than 16 KB.'),
    ...COMMON,
  },
  async handle({ idempotencyKey, sql, ...call }) {
    const { scope, at } = call
    const { problems, wish } = await wishFor(call)
    if (problems) return refused(400, problems)
    // Without a remembered answer there is no transaction to join: the link and its e-mail open their own.
    const made = await makeLink(scope, wish, { at, ...(idempotencyKey !== null && { on: sql }) })
    if (made.outcome === 'inserted') return answer(200, presentCreated(env().APP_URL, made.link))
    // The database names whichever index it looked at first.
    if (made.outcome === 'orderIdTaken' || (await isOrderIdTaken(scope, wish.orderId))) return refused(409, [`The Order ID '${wish.orderId}' has been taken`])
    return refused(400, [`This Payment Link ID '${wish.slug}' has been taken`])
  },
  async shortcut(call, use) {
    const { problems, wish } = await wishFor(call)
    // A letter is written in the link's own transaction.
    if (problems || wish.customer?.email) return null
    const written = { status: 200, body: JSON.stringify(presentCreated(env().APP_URL, wish)) }
    const isMade = await insertLinkAtOnce(call.scope, newLinkOf(wish, call.at), use && { use, written })
    return isMade ? written : null
  },
})

type Wished = { problems: string[]; wish?: undefined } | { problems?: undefined; wish: LinkWish }

/** The link that a request asks for, or all that is wrong with it. */
async function wishFor({ scope, body, headers, at }: Pick<ApiCall<unknown, unknown, CreatePaymentLink>, 'scope' | 'body' | 'headers' | 'at'>): Promise<Wished> {
  const notifications = readNotificationHeaders(headers)
  const problems = [
    ...redirectProblems(body.callbacks, redirectPolicy()), ...(body.expiry ? expiryProblems(body.expiry, at) : []), ...notifications.problems,
  ]
  if (problems.length > 0) return { problems }
  const offers = await listOffers(scope)
  const wish = wishOf(body, { slug: readableId(LINK_ID_LENGTH), notificationUrls: notifications.urls, mode: scope.mode, offers, at })
  const unpayable = offerProblems(body.enabled_payments ?? [], wish.openAmount ?? totalOf(wish.items), { mode: scope.mode, offers })
  return unpayable.length > 0 ? { problems: unpayable } : { wish }
}
