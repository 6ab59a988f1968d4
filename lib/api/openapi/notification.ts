import { z } from 'zod'
import type { ZodOpenApiPathItemObject } from 'zod-openapi'
import { EVENT_TYPES, TEST_EVENT } from '@/lib/webhook/schema'
import { transactionSchema } from '../transactions/schema'

const { tautan_status, expiry_time, ...fields } = transactionSchema.shape

/** What lib/webhook/payload.ts posts: an answer about the transaction, and what happened. A test holds the two against each other. */
export const notificationSchema = z
  .object({
    ...fields,
    status_code: z.enum(['200', '201', '202']).meta({ description: '`200` money, `201` pending, `202` over without money, expired too. As text.', example: '200' }),
    status_message: z.string().meta({ description: 'Always the same.', example: 'Tautan payment notification' }),
    signature_key: fields.signature_key.meta({ description: 'SHA-512 of `order_id`, `status_code`, `gross_amount` and your server key, one behind the other, hexadecimal. Check it before you believe anything.' }),
    expiry_time: expiry_time.optional(),
    event_type: z.enum([...EVENT_TYPES, TEST_EVENT]).meta({ description: 'What happened; what endpoints subscribe to. Not part of Midtrans’ body.', example: 'order.paid' }),
    tautan_status: tautan_status.optional(),
  })
  .meta({ id: 'Notification', description: 'News of an order. What is not known is left out, never null. New fields may come.' })

/** What is posted to the addresses of a shop, as a webhook of OpenAPI 3.1. */
export function notificationWebhook(): ZodOpenApiPathItemObject {
  return {
    post: {
      operationId: 'notification',
      summary: 'Something happened to an order',
      description:
        'Posted to your notification URLs with every change of an order, at least once, perhaps out of order: `transaction_id` and `event_type` name the news. Check `signature_key`, answer 2xx within 15 seconds, and do the work afterwards.',
      tags: ['Transactions'],
      security: [],
      requestBody: { required: true, content: { 'application/json': { schema: notificationSchema } } },
      responses: {
        '200': { description: 'Noted. Any 2xx will do.' },
        default: { description: 'Anything else is tried again later.' },
      },
    },
  }
}
