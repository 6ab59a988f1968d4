import { z } from 'zod'
import { parseMoney } from '@/lib/money/parse-money'

export const orderMoneySchema = z.strictObject({ id: z.uuid({ error: 'unknownField' }) })

/** What to do about a difference that a settled order has. */
export const cureDifferenceSchema = z.strictObject({ id: z.uuid({ error: 'unknownField' }), cure: z.enum(['accept', 'remainder', 'refund'], { error: 'unknownField' }) })
export type CureDifference = z.output<typeof cureDifferenceSchema>

const amountSchema = z.string({ error: 'text' }).max(40, 'price.notANumber').transform((typed, context) => {
  const parsed = parseMoney(typed)
  if (parsed.ok && parsed.amount > 0) return parsed.amount
  context.addIssue({ code: 'custom', message: parsed.ok ? 'price.notANumber' : `price.${parsed.reason}` })
  return z.NEVER
})

/** Money that came for an order that was paid already: sent back, or for another order. */
export const secondPaymentSchema = z.strictObject({
  id: z.uuid({ error: 'unknownField' }),
  received: amountSchema,
  /** The row id of the order that it is for; null: it was sent back. */
  moveTo: z.uuid({ error: 'unknownField' }).nullable(),
})
export type SecondPayment = z.output<typeof secondPaymentSchema>
