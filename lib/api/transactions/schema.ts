import { z } from 'zod'
import { MAX_AMOUNT } from '@/lib/money/money'
import { ORDER_STATUSES } from '@/lib/order/filter'

/** What the operations on transactions are sent and answer. */

export const noQuery = z.object({})

export const transactionParams = z.object({
  id: z.string().meta({
    description: 'The order ID of the transaction (the link’s order ID, a hyphen and 13 digits), or its transaction ID.',
    example: 'INV-2026-001-1795246200123',
  }),
})

/** Read by the transaction's currency later. Text as the API itself writes amounts is understood too, so that what was answered can be sent back. */
const sentAmount = z.union([z.number().positive().max(MAX_AMOUNT), z.string().regex(/^(?!0+(\.0+)?$)\d{1,15}(\.\d{1,3})?$/)]).transform(String)

export const refundBody = z.object({
  refund_key: z
    .string()
    .min(1)
    .max(64)
    .refine((key) => /^[\w-]*$/.test(key), 'refund_key may only contain letters, digits, hyphens and underscores')
    .optional()
    .meta({
      description: 'Your name for this refund, unique for the transaction: sent again with the same amount it answers as the first time and refunds nothing more. Without it, it is derived from the Idempotency-Key; without both, every request is a new refund.',
      example: 'refund-INV-2026-001-a',
    }),
  amount: sentAmount.optional().meta({ description: 'How much goes back, in the transaction’s currency (rupiah have no decimals). Default: everything that is left.', example: 25_000 }),
  reason: z
    .string()
    .max(255)
    .transform((text) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
    .optional()
    .meta({ description: 'Why. The customer reads it.', example: 'Barang habis' }),
})

export const captureBody = z.object({
  transaction_id: z.string().min(1).max(100).meta({ description: 'The transaction ID (or the order ID) of an authorized card.', example: '01990b2e-7c1a-7000-8000-5a3f6b1c2d4e' }),
  gross_amount: sentAmount.optional().meta({ description: 'The authorized amount; nothing else, since a part of it cannot be captured.', example: 85_000 }),
})

const amountField = (description: string, example = '85000.00') => z.string().regex(/^\d+\.\d{2,3}$/).meta({ description, example })
const timeField = (description: string, example = '2026-11-21 10:00:06') => z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/).meta({ description: `${description} Always GMT+7.`, example })
const idField = z.uuid().meta({ description: 'Names this answer, for questions to support.', example: '5b5d5f1c-93d0-4a5c-9a3e-2f1f0b9a7c61' })
const messageField = (example: string) => z.string().meta({ description: 'What came of the request, in words.', example })
const codeField = (example: string) => z.string().regex(/^\d{3}$/).meta({ description: 'What came of the request, as three digits.', example })

const refundEntrySchema = z.object({
  refund_chargeback_id: z.int().meta({ description: 'Number of the refund.', example: 1042 }),
  refund_chargeback_uuid: z.uuid().meta({ description: 'ID of the refund.', example: '01990b30-11aa-7000-8000-1f2e3d4c5b6a' }),
  refund_amount: amountField('What this refund sent back.', '25000.00'),
  created_at: timeField('When it was asked for.'),
  reason: z.string().optional().meta({ description: 'Why.', example: 'Barang habis' }),
  refund_key: z.string().meta({ description: 'Chosen by who asked.', example: 'refund-INV-2026-001-a' }),
  refund_method: z.enum(['online', 'offline']).meta({ description: '`online`: sent by the payment method; `offline`: by hand, and written down.', example: 'online' }),
  bank_confirmed_at: timeField('When the bank said that it is sent.').optional(),
})

const customField = (number: number) => z.string().optional().meta({ description: `custom_field${number} of the payment link.`, example: 'branch-7' })

const transactionShape = {
  status_code: codeField('200'),
  status_message: messageField('Success, transaction is found'),
  transaction_id: z.uuid().meta({ description: 'ID of the transaction.', example: '01990b2e-7c1a-7000-8000-5a3f6b1c2d4e' }),
  order_id: z.string().meta({ description: 'Order ID of the transaction: the link’s, a hyphen and 13 digits. Strip what follows the last hyphen to find your own.', example: 'INV-2026-001-1795246200123' }),
  merchant_id: z.uuid().meta({ description: 'ID of the shop.', example: '01933b2e-0000-7000-8000-00000000000a' }),
  gross_amount: amountField('What the customer pays: with two decimals, with three where the currency has three.'),
  tautan_unique_code: z.string().regex(/^-?\d+\.00$/).optional().meta({ description: 'The part of gross_amount that tells this payment from others on the shop’s own account: added to the price, taken off it when negative. Left out when there is none. Not part of Midtrans’ API.', example: '17.00' }),
  currency: z.string().meta({ description: 'ISO 4217. IDR, unless the shop made the link in another currency.', example: 'IDR' }),
  payment_type: z
    .enum(['qris', 'gopay', 'shopeepay', 'bank_transfer', 'echannel', 'credit_card', 'cstore', 'cod', 'custom'])
    .meta({ description: 'How the customer pays.', example: 'bank_transfer' }),
  transaction_time: timeField('When the customer chose how to pay.', '2026-11-21 10:00:00'),
  transaction_status: z
    .enum(['pending', 'authorize', 'settlement', 'deny', 'cancel', 'expire', 'partial_refund', 'refund'])
    .meta({ description: 'Where the payment stands. Paid is `settlement`, for cards too: there is no `capture` before it.', example: 'settlement' }),
  tautan_status: z.enum(ORDER_STATUSES).meta({ description: 'The same in this product’s own words; tells money that came after the deadline (`paid_late`) from money in time. Not part of Midtrans’ API.', example: 'paid' }),
  signature_key: z.string().regex(/^[0-9a-f]{128}$/).meta({
    description: 'SHA-512 over order_id, status_code, gross_amount and the server key that asked, one behind the other.',
    example: 'a'.repeat(128),
  }),
  expiry_time: timeField('Until when it may be paid.', '2026-11-22 10:00:00'),
  settlement_time: timeField('When the money came in.').optional(),
  fraud_status: z.literal('accept').optional().meta({ description: 'Absent for convenience stores.', example: 'accept' }),
  va_numbers: z
    .array(z.object({
      va_number: z.string().meta({ description: 'Number of the virtual account.', example: '00018929808' }),
      bank: z.string().meta({ description: 'Whose.', example: 'bca' }),
    }))
    .optional()
    .meta({ description: 'BCA, BNI, BRI.', example: [{ va_number: '00018929808', bank: 'bca' }] }),
  payment_amounts: z.array(z.unknown()).optional().meta({ description: 'Always empty: a virtual account is paid at once.', example: [] }),
  permata_va_number: z.string().optional().meta({ description: 'Permata.', example: '8500001812345678' }),
  biller_code: z.string().optional().meta({ description: 'Mandiri bill.', example: '70012' }),
  bill_key: z.string().optional().meta({ description: 'Mandiri bill.', example: '990000000260' }),
  store: z.enum(['indomaret', 'alfamart']).optional().meta({ description: 'Which convenience store.', example: 'indomaret' }),
  payment_code: z.string().optional().meta({ description: 'What the customer says at its till.', example: '25709650945026' }),
  refund_amount: amountField('What went back in all.', '25000.00').optional(),
  refunds: z.array(refundEntrySchema).optional().meta({ description: 'Every refund that was sent, oldest first.' }),
  custom_field1: customField(1),
  custom_field2: customField(2),
  custom_field3: customField(3),
  metadata: z.unknown().optional().meta({ description: 'metadata of the payment link, as it was sent.', example: { invoice: 7 } }),
}

export const transactionSchema = z.object(transactionShape).meta({ id: 'Transaction', description: 'A transaction: one customer’s payment of a link.' })

export const refundedSchema = z
  .object({
    ...transactionShape,
    status_message: messageField('Success, refund request is approved'),
    refund_chargeback_id: z.int().meta({ description: 'Number of this refund.', example: 1042 }),
    refund_key: z.string().meta({ description: 'The refund’s key: yours, or the one that was made.', example: 'refund-INV-2026-001-a' }),
    refund_amount: amountField('What this refund sends back; 0.00 when the bank refused.', '25000.00'),
  })
  .meta({ id: 'RefundedTransaction', description: 'A transaction right after a refund.' })

export const transactionListSchema = z
  .object({
    status_code: codeField('200'),
    status_message: messageField('Success, transaction is found'),
    id: idField,
    transactions: z.array(transactionSchema).meta({ description: 'The transaction of this ID: here each has an ID of its own.' }),
  })
  .meta({ id: 'TransactionList', description: 'Transactions of one ID.' })

export const transactionProblemSchema = z
  .object({
    status_code: codeField('404'),
    status_message: messageField('Transaction doesn’t exist.'),
    validation_messages: z.array(z.string()).optional().meta({ description: 'With 400: what is wrong, each naming its field.', example: ['amount must be a whole number'] }),
    id: idField,
  })
  .meta({ id: 'TransactionProblem', description: 'Why a request did nothing.' })
