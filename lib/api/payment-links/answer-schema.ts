import { z } from 'zod'
import { MIDTRANS_PAYMENTS } from './enabled-payments'

/** What the operations on payment links answer. More fields than these may come: whatever the link was made with is given back. */

const time = z.iso.datetime({ offset: true })
const customField = z.string().nullable().meta({ description: 'As it was sent.', example: 'custom field content' })

export const LINK_STATUS_WORDS = ['active', 'paused', 'scheduled', 'expired', 'sold_out', 'deleted'] as const

export const TRANSACTION_WORDS = ['PENDING', 'AUTHORIZE', 'SETTLEMENT', 'DENY', 'CANCEL', 'EXPIRE', 'PARTIAL_REFUND', 'REFUND'] as const
const transactionWord = z.enum(TRANSACTION_WORDS)

export const createdSchema = z.object({
  order_id: z.string().meta({ description: 'As it was sent.', example: 'order-1001' }),
  payment_url: z.url().meta({ description: 'What you give to your customer.', example: 'https://pay.example.com/p/for-payment-123' }),
})
export type PaymentLinkCreated = z.input<typeof createdSchema>

export const deletedSchema = z.object({
  message: z.string().meta({ description: 'Names the order ID.', example: 'Payment Link with Order ID order-1001 deleted' }),
})

export const problemSchema = z.object({
  error_messages: z.array(z.string()).meta({ description: 'Everything that is wrong, each sentence naming its field.', example: ['usage_limit must be at least 1'] }),
})

export const unauthorizedSchema = z.object({
  error_messages: z.string().meta({ description: 'Here a text, not a list: Midtrans’ own form.', example: 'Access denied due to unauthorized request' }),
})

const itemSchema = z.object({
  id: z.int().meta({ description: 'Place in the list, from 1.', example: 1 }),
  item_id: z.string().nullable().meta({ description: 'Your own ID of the item.', example: 'pil-001' }),
  name: z.string().meta({ description: 'Name of the item.', example: 'Pillow' }),
  price: z.number().meta({ description: 'Price of one, in whole rupiah, else in units of `currency` with their decimals; below zero for a discount.', example: 95_000 }),
  quantity: z.int().meta({ description: 'How many.', example: 2 }),
  brand: z.string().nullable().meta({ description: 'Brand.', example: 'Midtrans' }),
  category: z.string().nullable().meta({ description: 'Category.', example: 'Furniture' }),
  merchant_name: z.string().nullable().meta({ description: 'Who sells it.', example: 'PT. Midtrans' }),
  payment_link_id: z.int().meta({ description: 'The link’s `id`.', example: 42 }),
  created_at: time.meta({ description: 'When the link was made.', example: '2026-11-20T05:00:00.000Z' }),
  updated_at: time.meta({ description: 'When the link was last changed.', example: '2026-11-20T05:00:00.000Z' }),
})

const purchaseSchema = z.object({
  id: z.int().meta({ description: 'Number of the order.', example: 49118 }),
  snap_token: z.uuid().meta({ description: 'The order’s transaction ID.', example: '019aa0c6-5f00-7d0e-8a44-2f3b5b1a9c11' }),
  order_id: z.string().meta({ description: 'The link’s order ID with `-` and 13 digits: what notifications and /v2 name.', example: 'order-1001-1763614800000' }),
  payment_status: transactionWord.meta({ description: 'Midtrans’ word for its status, in capitals.', example: 'SETTLEMENT' }),
  payment_method: z.string().meta({ description: 'Midtrans’ payment type, in capitals.', example: 'BANK_TRANSFER' }),
  created_at: time.meta({ description: 'When the customer chose a method.', example: '2026-11-20T05:00:00.000Z' }),
  updated_at: time.meta({ description: 'When its status last changed.', example: '2026-11-20T05:01:00.000Z' }),
  payment_link_id: z.int().meta({ description: 'The link’s `id`.', example: 42 }),
})

export const summarySchema = z.looseObject({
  id: z.int().meta({ description: 'Number of the link.', example: 42 }),
  order_id: z.string().meta({ description: 'Your own name for the link.', example: 'order-1001' }),
  payment_link_id: z.string().meta({ description: 'Last part of the payment URL.', example: 'for-payment-123' }),
  payment_link_url: z.url().meta({ description: 'The payment URL.', example: 'https://pay.example.com/p/for-payment-123' }),
  payment_link_type: z.enum(['FIXED_AMOUNT', 'DYNAMIC_AMOUNT']).meta({ description: 'Who decides the amount: you, or your customer.', example: 'FIXED_AMOUNT' }),
  merchant_id: z.string().meta({ description: 'Your shop.', example: '019aa0c6-0000-7000-8000-000000000000' }),
  status: z.enum(LINK_STATUS_WORDS).meta({ description: 'Whether it can be paid now, and why not. An addition to Midtrans’ fields.', example: 'active' }),
  title: z.string().nullable().meta({ description: 'Heading of the payment page.', example: 'Spring sale' }),
  currency: z.string().meta({ description: 'ISO 4217. IDR, unless the shop made the link in another currency. An addition to Midtrans’ fields.', example: 'IDR' }),
  gross_amount: z.number().meta({ description: 'Whole rupiah; in another currency, units with their decimals. For DYNAMIC_AMOUNT: the preset, else the least.', example: 190_000 }),
  dynamic_amount: z
    .object({
      min_amount: z.number().meta({ description: 'The least that may be paid, in whole rupiah.', example: 10_000 }),
      max_amount: z.number().meta({ description: 'The most that may be paid, in whole rupiah.', example: 1_000_000 }),
      preset_amount: z.number().nullable().meta({ description: 'What stands in the field at first, in whole rupiah.', example: 50_000 }),
    })
    .nullable()
    .meta({ description: 'Within which the customer decides; null for a fixed amount.' }),
  enabled_payments: z.array(z.string()).meta({ description: 'As it was sent; where nothing was: the methods that customers are offered.', example: MIDTRANS_PAYMENTS.slice(0, 3) }),
  usage_limit: z.int().nullable().meta({ description: 'How many customers may pay; null: any number (a link of the dashboard).', example: 1 }),
  usage: z.int().meta({ description: 'How many have paid. Never goes down, not with a refund either.', example: 0 }),
  credit_card_3d_secure: z.boolean().meta({ description: '`credit_card.secure` as it was sent.', example: true }),
  whitelist_bins: z.array(z.unknown()).meta({ description: '`credit_card.whitelist_bins` as it was sent.', example: [] }),
  expiry_start: z.string().nullable().meta({ description: 'From when `expiry_duration` counts, `yyyy-MM-dd HH:mm:ss Z`.', example: '2026-12-01 18:00:00 +0700' }),
  expiry_duration: z.number().nullable().meta({ description: 'How long the link is open, in `expiry_unit`; null: without end.', example: 20 }),
  expiry_unit: z.string().nullable().meta({ description: 'Unit of `expiry_duration`.', example: 'days' }),
  expires_at: time.nullable().meta({ description: 'When it closes.', example: '2026-12-21T11:00:00.000Z' }),
  item_details: z.array(z.looseObject(itemSchema.shape)).meta({ description: 'What is paid for.' }),
  customer_required: z.boolean().meta({ description: 'Whether an unnamed customer must say who they are.', example: true }),
  customer_details: z.looseObject({}).meta({ description: 'For whom the link is, as it was sent; empty for anybody.', example: { first_name: 'John', email: 'john.doe@midtrans.com' } }),
  callbacks: z.looseObject({}).nullable().meta({ description: 'Where customers are sent: `finish`, `unfinish`, `error`.', example: { finish: 'https://example.com/thanks' } }),
  notification_urls: z
    .object({
      override: z.array(z.string()).optional().meta({ description: 'Told instead of the addresses of the shop.', example: ['https://shop.example.com/paid'] }),
      append: z.array(z.string()).optional().meta({ description: 'Told besides the addresses of the shop.', example: ['https://shop.example.com/also'] }),
    })
    .nullable()
    .meta({ description: 'As the headers X-Override-Notification and X-Append-Notification gave them.' }),
  custom_field1: customField,
  custom_field2: customField,
  custom_field3: customField,
  metadata: z.unknown().meta({ description: 'As it was sent.', example: { cart: 'A-17' } }),
  last_snap_transaction_status: transactionWord.nullable().meta({ description: 'Status of the newest order; null when nobody has ordered.', example: 'SETTLEMENT' }),
  created_at: time.meta({ description: 'When the link was made.', example: '2026-11-20T05:00:00.000Z' }),
  updated_at: time.meta({ description: 'When the link was last changed; its orders do not change it.', example: '2026-11-20T05:00:00.000Z' }),
})
export type PaymentLinkSummary = z.input<typeof summarySchema>

export const detailsSchema = summarySchema.extend({
  purchases: z.array(purchaseSchema).meta({ description: 'Its newest 100 orders, newest first.' }),
})

export const pageSchema = z.object({
  payment_links: z.array(summarySchema).meta({ description: 'Newest first; all but `purchases` of each.' }),
  next_cursor: z.string().nullable().meta({ description: 'Send it as `cursor` for the next page; null on the last one.', example: 'WzE3NjM2MTQ4MDAwMDAsIjAxOWFhMGM2Il0' }),
})
