import { z } from 'zod'
import { currencySchema, typedAmountSchema } from '@/lib/money/schema'
import { withCurrencyBeside } from '@/lib/money/typed-money'

export const orderMoneySchema = z.strictObject({ id: z.uuid({ error: 'unknownField' }) })

/** What to do about a difference that a settled order has. */
export const cureDifferenceSchema = z.strictObject({ id: z.uuid({ error: 'unknownField' }), cure: z.enum(['accept', 'remainder', 'refund'], { error: 'unknownField' }) })
export type CureDifference = z.output<typeof cureDifferenceSchema>

/** Money that a seller has of an order whose customer said nothing. */
const receivedMoney = z.strictObject({
  id: z.uuid({ error: 'unknownField' }),
  /** Without: what was asked. */
  received: typedAmountSchema().optional(),
  /** What `received` was typed in: the order's. */
  currency: currencySchema.optional(),
})
export const receivedMoneySchema = z.preprocess(withCurrencyBeside<z.input<typeof receivedMoney>>('received'), receivedMoney)
export type ReceivedMoney = z.output<typeof receivedMoneySchema>

/** Money that came for an order that was paid already: sent back, or for another order. */
const secondPayment = z.strictObject({
  id: z.uuid({ error: 'unknownField' }),
  received: typedAmountSchema(),
  /** What `received` was typed in: the order's. */
  currency: currencySchema.optional(),
  /** The row id of the order that it is for; null: it was sent back. */
  moveTo: z.uuid({ error: 'unknownField' }).nullable(),
})
export const secondPaymentSchema = z.preprocess(withCurrencyBeside<z.input<typeof secondPayment>>('received'), secondPayment)
export type SecondPayment = z.output<typeof secondPaymentSchema>
