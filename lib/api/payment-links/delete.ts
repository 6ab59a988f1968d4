import 'server-only'
import { deleteLink } from '@/lib/link/change-link-state'
import { answer, endpoint } from '../endpoint'
import { deletedSchema } from './answer-schema'
import { canBeOrderId, linkNotFound, paramsSchema } from './by-order-id'
import { COMMON, NOT_FOUND } from './common-answers'
import { noQuerySchema } from './query-schema'

export const deletePaymentLink = endpoint({
  operationId: 'deletePaymentLink',
  method: 'DELETE',
  path: '/v1/payment-links/{order_id}',
  tag: 'Payment links',
  summary: 'Delete a payment link',
  description: `The link takes no new orders. Its orders stay: one that is pending can still be paid. Its order ID and its payment_link_id stay taken. Deleting it again, and getting it, answers 404; the list shows it with \`status=deleted\`, and the dashboard can restore it.`,
  scope: 'write',
  dialect: 'link',
  params: paramsSchema,
  query: noQuerySchema,
  responses: { 200: { description: 'It was deleted.', schema: deletedSchema }, 404: NOT_FOUND, ...COMMON },
  async handle({ scope, params: { order_id: orderId }, at }) {
    if (!canBeOrderId(orderId) || !(await deleteLink(scope, orderId, at))) return linkNotFound(orderId)
    return answer(200, { message: `Payment Link with Order ID ${orderId} deleted` })
  },
})
