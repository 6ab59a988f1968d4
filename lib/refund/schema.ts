import { z } from 'zod'
import { currencySchema, typedAmountSchema } from '@/lib/money/schema'
import { withCurrencyBeside } from '@/lib/money/typed-money'
import { line } from '@/lib/platform/text'

/** Chosen by who asks, as Midtrans' `refund_key`: letters, digits, hyphen, underscore. */
export const refundKeySchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'refundKey')

const fields = z.strictObject({
  orderId: z.uuid(),
  refundKey: refundKeySchema,
  amount: typedAmountSchema('refundPositive'),
  /** What `amount` was typed in: the order's. */
  currency: currencySchema.optional(),
  reason: line({ max: 255, required: true }),
  channel: z.enum(['rail', 'manual']),
})

export const refundOrderSchema = z.preprocess(withCurrencyBeside<RefundOrderInput>('amount'), fields)
export type RefundOrderInput = Omit<z.input<typeof fields>, 'amount'> & { amount: string }
export type RefundOrder = z.output<typeof fields>
