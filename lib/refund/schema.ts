import { z } from 'zod'
import { parseMoney } from '@/lib/money/parse-money'
import { line } from '@/lib/platform/text'

/** Chosen by who asks, as Midtrans' `refund_key`: letters, digits, hyphen, underscore. */
export const refundKeySchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'refundKey')

const amountSchema = z.string({ error: 'text' }).transform((typed, context) => {
  const parsed = parseMoney(typed)
  if (parsed.ok && parsed.amount > 0) return parsed.amount
  context.addIssue({ code: 'custom', message: parsed.ok ? 'refundPositive' : `price.${parsed.reason}` })
  return z.NEVER
})

export const refundOrderSchema = z.strictObject({
  orderId: z.uuid(),
  refundKey: refundKeySchema,
  amount: amountSchema,
  reason: line({ max: 255, required: true }),
  channel: z.enum(['rail', 'manual']),
})
export type RefundOrderInput = z.input<typeof refundOrderSchema>
export type RefundOrder = z.output<typeof refundOrderSchema>
