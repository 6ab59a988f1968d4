import { z } from 'zod'
import { MAX_ITEMS, MAX_USAGE_LIMIT } from '@/lib/link/fields'
import { MAX_AMOUNT } from '@/lib/money/money'
import { EXPIRY_UNITS, readStartTime } from './expiry'
import { MIDTRANS_PAYMENTS } from './enabled-payments'

/**
 * What Midtrans' Payment Link API is sent, by its own names. Fields nobody knows are kept and given
 * back. A field that is optional may also be null: many clients write every field of their type.
 */

export const MAX_URL = 2_048

/** A line of text, counted in characters as PostgreSQL counts them. */
const text = (max: number, what: { description: string; example?: string }) =>
  z
    .string()
    .trim()
    .refine((value) => [...value].length <= max, `{field} must be at most ${max} characters`)
    .refine((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), '{field} must not contain control characters')
    .meta({ maxLength: max, ...what })

const amount = z.int().min(1).max(MAX_AMOUNT)

export const orderIdSchema = z
  .string()
  .min(1)
  .max(50)
  .regex(/^[A-Za-z0-9._~-]*$/, '{field} must only contain letters, digits and the symbols - _ ~ .')
  .refine((value) => value !== '.' && value !== '..', '{field} must be more than dots')
  .meta({ description: 'Your own name for the link, unique in your shop for ever. Orders are called this with `-` and 13 digits behind.', example: 'order-1001' })

const SLUG_SENTENCE = 'payment_link_id must only contain alphanumeric characters [a-z, 0-9] and hyphens [-]'

const linkIdSchema = z
  .string()
  .min(1)
  .max(50)
  .refine((value) => /^[a-z0-9-]*$/.test(value), SLUG_SENTENCE)
  .meta({ pattern: '^[a-z0-9-]+$', description: 'The last part of the payment URL, unique among all shops. Absent: an unguessable one is made.', example: 'for-payment-123' })

export const grossAmountSchema = amount.meta({
  description: 'The amount to be paid, in whole rupiah. With `item_details` it must equal the sum of price × quantity.', example: 190_000,
})

export const itemSchema = z
  .looseObject({
    id: text(50, { description: 'Your own ID of the item.', example: 'pil-001' }).nullish(),
    item_id: text(50, { description: 'Another name for `id`, used by Midtrans’ field table.' }).nullish(),
    name: text(50, { description: 'Name of the item.', example: 'Pillow' }).min(1),
    price: z.int().min(-MAX_AMOUNT).max(MAX_AMOUNT).meta({ description: 'Price of one, in whole rupiah; below zero for a discount.', example: 95_000 }),
    quantity: z.int().min(1).max(999_999).meta({ description: 'How many.', example: 2 }),
    brand: text(50, { description: 'Brand of the item.', example: 'Midtrans' }).nullish(),
    category: text(50, { description: 'Category of the item.', example: 'Furniture' }).nullish(),
    merchant_name: text(50, { description: 'Who sells the item.', example: 'PT. Midtrans' }).nullish(),
  })
  .meta({ description: 'One line of what is paid for.' })
export type WireItem = z.output<typeof itemSchema>

export const itemsSchema = z.array(itemSchema).max(MAX_ITEMS).meta({ description: 'What is paid for. Absent: one item of the amount is made.' })

export const expirySchema = z
  .looseObject({
    start_time: z
      .string()
      .refine((value) => readStartTime(value) !== null, '{field} must be a time in the form yyyy-MM-dd HH:mm:ss Z, such as 2026-12-01 18:00:00 +0700')
      .nullish()
      .meta({ description: '`yyyy-MM-dd HH:mm:ss Z`; seconds may be left out. The link opens then. Absent: at once.', example: '2026-12-01 18:00:00 +0700' }),
    duration: z.int().min(1).max(100_000_000).meta({ description: 'How long the link is open, counted from its start, in `unit`.', example: 20 }),
    unit: z.enum(EXPIRY_UNITS).meta({ description: 'Unit of `duration`; both spellings of Midtrans’ documentation.', example: 'days' }),
  })
  .meta({ description: 'When the link opens and closes. Absent: it never expires. A period in the past is accepted: the page then says so.' })
export type WireExpiry = z.output<typeof expirySchema>

export const enabledPaymentsSchema = z
  .array(z.string().max(50).meta({ examples: [...MIDTRANS_PAYMENTS] }))
  .max(100)
  .meta({
    description: `The methods that customers may choose; empty: all. Names of Midtrans’ lists: ${MIDTRANS_PAYMENTS.join(', ')}. With a key of live mode: the shop’s own \`own_qris\` (or \`qris\`), \`own_transfer\` (or \`bank_transfer\`), \`cod\`, \`custom\`. Those that we do not offer are accepted and given back; when none is left that can carry the amount, the request is refused.`,
    example: ['credit_card', 'bca_va', 'indomaret'],
  })

/** The page shows forty characters, Midtrans' "max char supported": more is refused rather than cut off silently. */
export const titleSchema = text(40, { description: 'Heading of the payment page. At most 40 characters: Midtrans’ documents name 255 as the type and 40 as what is supported; we refuse what could not be shown.', example: 'Spring sale' })

const redirectUrl = z
  .string()
  .max(MAX_URL)
  .refine((value) => isWebAddress(value), '{field} must be an address such as https://example.com/thanks, without user name and password')

export const callbacksSchema = z
  .looseObject({
    finish: redirectUrl.nullish().meta({ description: 'Where the customer goes after paying.', example: 'https://example.com/thanks' }),
    unfinish: redirectUrl.nullish().meta({ description: 'Where a customer goes who did not finish.' }),
    error: redirectUrl.nullish().meta({ description: 'Where a customer goes whose payment failed.' }),
  })
  .meta({ description: 'Addresses that customers are sent to; https only, except to this machine itself during development.' })

export const customFieldSchema = (number: number) => text(255, { description: `Given back in notifications and details (field ${number}).`, example: `custom field ${number} content` })

export const metadataSchema = z.record(z.string(), z.unknown()).meta({ description: 'Any object of yours; given back in notifications and details.', example: { cart: 'A-17' } })

export const usageLimitSchema = z.int().min(1).max(MAX_USAGE_LIMIT).meta({ description: 'How many customers may pay. Absent: 1, as Midtrans’ own form begins.', example: 1 })

export const transactionDetailsSchema = z
  .looseObject({
    order_id: orderIdSchema,
    gross_amount: grossAmountSchema.nullish(),
    currency: z
      .literal('IDR', '{field} must be IDR: the API makes links in rupiah; those in other currencies are made in the dashboard')
      .nullish()
      .meta({ description: 'Only IDR, which is also what its absence means. Links in other currencies are made in the dashboard.', example: 'IDR' }),
    payment_link_id: linkIdSchema.nullish(),
  })
  .meta({ description: 'The link’s names and amount.' })

export const customerDetailsSchema = z
  .looseObject({
    first_name: text(50, { description: 'First name.', example: 'John' }).nullish(),
    last_name: text(50, { description: 'Last name.', example: 'Doe' }).nullish(),
    email: z.union([z.literal(''), z.email('{field} must be an e-mail address').max(254)]).nullish().meta({ description: 'The link is sent to this address.', example: 'john.doe@midtrans.com' }),
    phone: text(20, { description: 'Phone number.', example: '+62181000000000' }).nullish(),
    notes: z
      .string()
      .refine((value) => [...value].length <= 255, '{field} must be at most 255 characters')
      .refine((value) => !/\p{Cc}/u.test(value.replaceAll(/[\r\n\t]/g, '')), '{field} must not contain control characters')
      .nullish()
      .meta({ maxLength: 255, description: 'Your words in that e-mail.', example: 'Thank you for your purchase.' }),
    customer_details_required_fields: z.array(z.enum(['first_name', 'phone', 'email'])).max(10).nullish().meta({ description: 'What an unnamed customer must tell, when `customer_required` is true.', example: ['first_name', 'phone'] }),
  })
  .meta({ description: 'For whom the link is: at least one of first_name, email and phone, unless it only says what customers must tell. Other fields are kept and given back.' })

export const dynamicAmountSchema = z
  .looseObject({
    min_amount: amount.nullish().meta({ description: 'The least that may be paid. Absent: the least that a method carries.', example: 10_000 }),
    max_amount: amount.nullish().meta({ description: 'The most that may be paid. Absent: the most that a method carries.', example: 1_000_000 }),
    preset_amount: amount.nullish().meta({ description: 'What stands in the field at first.', example: 50_000 }),
  })
  .meta({ description: 'For DYNAMIC_AMOUNT: within which the customer decides, in whole rupiah.' })

/** Only what a browser can be sent to; whether plain http is allowed depends on where this runs. */
function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' && url.username === '' && url.password === ''
}
