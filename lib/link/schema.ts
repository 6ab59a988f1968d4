import { z } from 'zod'
import { DEFAULT_CURRENCY, MAX_AMOUNT } from '@/lib/money/money'
import { currencySchema, typedMoneySchema } from '@/lib/money/schema'
import { beside, currencyOf, isObject, priceProblem, readTyped, textOf } from '@/lib/money/typed-money'
import { PAYMENT_METHOD_NAMES } from '@/lib/payment/methods'
import { notesSchema, sendingSchema } from '@/lib/link-message/schema'
import { customerDetailsSchema } from '@/lib/order/schema'
import { filterSchema } from '@/lib/platform/filter-schema'
import { line, paragraph } from '@/lib/platform/text'
import { MAX_ACCOUNTS } from '@/lib/receiving/rules'
import { CUSTOMER_FIELDS, isDotSegment, MAX_ID_LENGTH, MAX_ITEMS, MAX_USAGE_LIMIT, ORDER_ID_CHARACTERS, SLUG_CHARACTERS } from './fields'
import { LINK_FILTER, type LinkFilter } from './filter'
import { totalOf } from './total'

export const orderIdSchema = z
  .string({ error: 'text' })
  .trim()
  .min(1, 'required')
  .max(MAX_ID_LENGTH, 'max50')
  .regex(ORDER_ID_CHARACTERS, 'orderIdCharacters')
  .refine((value) => !isDotSegment(value), 'orderIdCharacters')

export const slugSchema = z
  .string({ error: 'text' })
  .trim()
  .min(1, 'required')
  .max(MAX_ID_LENGTH, 'max50')
  .regex(SLUG_CHARACTERS, 'slugCharacters')

const priceSchema = typedMoneySchema('required').transform((value, context) => {
  if (textOf(value).trim() === '') {
    context.addIssue({ code: 'custom', message: 'required' })
    return z.NEVER
  }
  const parsed = readTyped(value)
  if (parsed.ok) return parsed.amount
  context.addIssue({ code: 'custom', message: priceProblem(parsed.reason, currencyOf(value)) })
  return z.NEVER
})

const wholeNumber = (minimum: number, maximum: number, message: string) =>
  z
    .union([z.string().trim().regex(/^\d{1,9}$/, message).transform(Number), z.number({ error: message })], { error: message })
    .pipe(z.number({ error: message }).int(message).min(minimum, message).max(maximum, message))

export const itemSchema = z.strictObject({
  name: line({ max: 50, required: true }),
  price: priceSchema,
  quantity: wholeNumber(1, 999_999, 'quantity'),
})

const itemsSchema = z
  .array(itemSchema)
  .min(1, 'itemsRequired')
  .max(MAX_ITEMS, 'itemsTooMany')
  .superRefine((items, context) => {
    // Items that are refused themselves have no total yet; one message at a time.
    if (items.some(({ quantity }) => !(quantity >= 1))) return
    const total = totalOf(items)
    if (total <= 0) context.addIssue({ code: 'custom', message: 'totalPositive' })
    if (total > MAX_AMOUNT) context.addIssue({ code: 'custom', message: 'totalTooLarge' })
  })

/** What a browser's `datetime-local` field gives: a wall-clock time in the shop's time zone. */
const localDateTime = z
  .string({ error: 'dateTime' })
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)?$/, 'dateTime')

const expirySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('at'), at: localDateTime.refine((value) => value !== '', 'required') }),
  z.strictObject({
    kind: z.literal('after'),
    amount: wholeNumber(1, 100_000, 'expiryAmount'),
    unit: z.enum(['minutes', 'hours', 'days'], { error: 'unknownField' }),
  }),
])

/** Empty: no bound of the seller's own, or nothing suggested. */
const optionalAmount = typedMoneySchema('required').transform((value, context) => {
  if (textOf(value).trim() === '') return null
  const parsed = readTyped(value)
  if (!parsed.ok) context.addIssue({ code: 'custom', message: priceProblem(parsed.reason, currencyOf(value)) })
  else if (parsed.amount <= 0) context.addIssue({ code: 'custom', message: 'limitPositive' })
  else return parsed.amount
  return z.NEVER
})

/** The customer decides how much, between these. Without a bound it is what the shop's methods carry. */
export const openAmountSchema = z
  .strictObject({ minimum: optionalAmount, maximum: optionalAmount, preset: optionalAmount })
  .refine(({ minimum, maximum }) => minimum === null || maximum === null || minimum <= maximum, { path: ['maximum'], error: 'limitsCrossed' })
  .refine(({ minimum, maximum, preset }) => preset === null || (preset >= (minimum ?? 1) && preset <= (maximum ?? MAX_AMOUNT)), { path: ['preset'], error: 'presetOutside' })

/** What an unnamed customer must tell; null: as on every link. */
const questionsSchema = z.array(z.enum(CUSTOMER_FIELDS, { error: 'unknownField' })).max(CUSTOMER_FIELDS.length).nullable()

/**
 * The create form, as typed. The browser checks it before sending, the action parses it again:
 * one contract. Prices and numbers may be text as people type it.
 */
export const linkFields = z.strictObject({
  /** Made when the form opens: a second submission of the same form answers with the first link. */
  submissionId: z.uuid({ error: 'unknownField' }),
  orderId: orderIdSchema,
  slug: slugSchema,
  /** Of every price in it. */
  currency: currencySchema.default(DEFAULT_CURRENCY),
  /** Null: unlimited. */
  usageLimit: z.union([z.null(), wholeNumber(1, MAX_USAGE_LIMIT, 'usageLimit')], { error: 'usageLimit' }),
  items: itemsSchema,
  title: line({ max: 40 }),
  description: paragraph({ max: 500 }),
  /** Empty: at once. */
  startsAt: localDateTime,
  expiry: expirySchema,
  /** Null: for anybody. */
  customer: z.union([z.null(), customerDetailsSchema]),
  /** Empty: every method that the shop offers. */
  paymentMethods: z.array(z.enum(PAYMENT_METHOD_NAMES, { error: 'unknownField' })).max(PAYMENT_METHOD_NAMES.length),
  /** Accounts that this link's customers are not offered; one that is gone does no harm. */
  accountsOff: z.array(z.uuid({ error: 'unknownField' }), { error: 'unknownField' }).max(MAX_ACCOUNTS, 'unknownField').default([]),
  /** Null: the items' total is the amount; otherwise of the items only the first one's name counts. */
  openAmount: openAmountSchema.nullable().default(null),
  questions: questionsSchema.default(null),
  /** Absent: an e-mail at once where there is an address, as the API does. */
  sending: sendingSchema.optional(),
  internalNotes: notesSchema.optional(),
})

export const createLinkSchema = z.preprocess((input: CreateLinkInput) => pricesInCurrency(input), linkFields)

export type CreateLinkInput = z.input<typeof linkFields>
export type CreateLinkValues = z.output<typeof linkFields>

/** Prices are read by the digits that the link's currency has. For z.preprocess. */
export function pricesInCurrency(input: unknown): unknown {
  if (!isObject(input)) return input
  const { currency, items, openAmount } = input
  return {
    ...input,
    ...(Array.isArray(items) && { items: items.map((item: unknown) => (isObject(item) ? { ...item, price: beside(item['price'], currency) } : item)) }),
    ...(isObject(openAmount) && { openAmount: Object.fromEntries(Object.entries(openAmount).map(([bound, amount]) => [bound, beside(amount, currency)])) }),
  }
}

/** What the actions of the list are sent: its address. */
export const linkFilterSchema = filterSchema(LINK_FILTER)

/** The API may also choose how many there are on a page, and ask for the one with this order ID; `id` is of the one link that is meant. */
export type LinkSearch = LinkFilter & { limit?: number; orderId?: string | undefined; id?: string }
