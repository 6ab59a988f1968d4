import 'server-only'
import { updateLink, type EditRefusal } from '@/lib/link/update-link'
import { endpoint } from '../endpoint'
import { detailsSchema } from './answer-schema'
import { canBeOrderId, linkNotFound, paramsSchema, refused } from './by-order-id'
import { COMMON, NOT_FOUND, problem } from './common-answers'
import { updateExamples } from './examples'
import { detailsOf } from './get'
import { noQuerySchema } from './query-schema'
import { redirectPolicy } from './redirect-policy'
import { expiryProblems, redirectProblems } from './rules'
import { methodsOf } from './enabled-payments'
import { editOf, updatePaymentLinkSchema } from './update-schema'

export const updatePaymentLink = endpoint({
  operationId: 'updatePaymentLink',
  method: 'PATCH',
  path: '/v1/payment-links/{order_id}',
  tag: 'Payment links',
  summary: 'Change a payment link',
  description: `Changes what is sent and leaves the rest; null takes a value away. All of it happens, or nothing. An addition to Midtrans’ API, so unknown fields are refused by name.

- \`item_details\` and \`gross_amount\` can be changed while nobody has paid and nobody is paying. \`gross_amount\` alone makes it a link of one item.
- \`usage_limit\` cannot fall below the places that are paid or held by pending orders.
- \`status\`: \`paused\` and \`active\`. An order that is open can still be paid.`,
  scope: 'write',
  dialect: 'link',
  params: paramsSchema,
  query: noQuerySchema,
  body: updatePaymentLinkSchema,
  examples: updateExamples,
  responses: {
    200: { description: 'The link as it is now.', schema: detailsSchema },
    400: problem('What is wrong with the request: every message names its field.'),
    404: NOT_FOUND,
    409: problem('The link no longer allows this change.'),
    413: problem('The body is larger than 16 KB.'),
    ...COMMON,
  },
  async handle({ scope, params: { order_id: orderId }, body, at }) {
    const problems = [...redirectProblems(body.callbacks, redirectPolicy()), ...(body.expiry ? expiryProblems(body.expiry, at) : [])]
    if (problems.length > 0) return refused(400, problems)
    // A list of names that say nothing in this mode must not become "every method".
    if (body.enabled_payments?.length && methodsOf(body.enabled_payments, scope.mode).length === 0) return refused(400, ['enabled_payments has no payment method that can be used here'])
    const edited = canBeOrderId(orderId) ? await updateLink(scope, orderId, editOf(body, { mode: scope.mode, at }), at) : { kind: 'notFound' as const }
    if (edited.kind === 'notFound') return linkNotFound(orderId)
    return edited.kind === 'edited' ? await detailsOf(scope, orderId, at) : refused(409, [sentenceOf(edited)])
  },
})

function sentenceOf(refusal: EditRefusal): string {
  switch (refusal.reason) {
    case 'amountInUse':
      return 'item_details and gross_amount can no longer be changed: a customer has paid or is paying right now'
    case 'openAmount':
      return 'item_details and gross_amount do not apply to this link: its payment_link_type is DYNAMIC_AMOUNT'
    case 'otherCurrency':
      return `item_details and gross_amount can only be changed of links in IDR: this one is in ${refusal.currency}`
    case 'belowUsage':
      return `usage_limit must be at least ${refusal.taken}: that many places are paid or held by pending orders`
    case 'noUsableMethod':
      return 'enabled_payments would have no payment method that can carry the amount of this link'
    case 'endsBeforeStart':
      return 'expiry would end before the link opens'
    case 'changedMeanwhile':
    case 'busy':
      return 'This link is being changed by others at the same time: try again'
  }
}
