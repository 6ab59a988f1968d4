import type { ZodOpenApiPathItemObject } from 'zod-openapi'
import { notificationSchema } from '@/lib/webhook/notification-schema'

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
