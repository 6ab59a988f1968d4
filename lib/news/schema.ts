import { z } from 'zod'
import { isCurrency, type Currency } from '@/lib/money/money'

const payment = z.object({
  /** Minor units. */
  amount: z.int().positive(),
  currency: z.custom<Currency>((code) => typeof code === 'string' && isCurrency(code)),
  customer: z.string(),
})

/** A link that people wait for has a place again. */
const slot = z.object({ linkId: z.uuid(), name: z.string(), waiting: z.int().positive() })

const endpoint = z.object({ url: z.string(), reason: z.enum(['gone', 'failing']) })

/**
 * What the bell knows to say: one entry for each sentence. `order.authorized` waits for the seller to
 * take the money; `order.in_review` for them to look for it; `order.paid_late` is money without a place, for them to decide on;
 * `credit.reversed` money that had paid an order and was taken back by the bank.
 */
export const newsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('order.paid'), orderId: z.uuid(), data: payment }),
  z.object({ type: z.literal('order.paid_late'), orderId: z.uuid(), data: payment }),
  z.object({ type: z.literal('order.authorized'), orderId: z.uuid(), data: payment }),
  z.object({ type: z.literal('order.in_review'), orderId: z.uuid(), data: payment }),
  z.object({ type: z.literal('refund.completed'), orderId: z.uuid(), data: payment }),
  z.object({ type: z.literal('refund.failed'), orderId: z.uuid(), data: payment }),
  z.object({ type: z.literal('credit.reversed'), orderId: z.uuid(), data: payment }),
  z.object({ type: z.literal('endpoint.disabled'), orderId: z.null(), data: endpoint }),
  z.object({ type: z.literal('slot.freed'), orderId: z.null(), data: slot }),
])

export type NewsContent = z.output<typeof newsSchema>
export type NewsType = NewsContent['type']

/** The newest line that was looked at. */
export const newsIdSchema = z.strictObject({ id: z.string({ error: 'unknownField' }).regex(/^\d{1,18}$/, 'unknownField') })
