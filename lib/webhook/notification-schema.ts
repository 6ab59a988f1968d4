import { z } from 'zod'
import { ORDER_STATUSES } from '@/lib/order/schema'
import { EVENT_TYPES, TEST_EVENT } from './schema'

const text = (description: string, example: string) => z.string().meta({ description, examples: [example] })
const time = (description: string) => z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/).meta({ description: `${description} \`yyyy-MM-dd HH:mm:ss\` in GMT+7.`, examples: ['2026-11-20 12:00:00'] })
const amount = (description: string) => z.string().regex(/^\d+\.00$/).meta({ description: `${description} Rupiah with two decimals, as text.`, examples: ['85000.00'] })

const refund = z.object({
  refund_chargeback_uuid: text('Names this refund.', '01933b2e-7c00-7000-8000-0000000000a1'),
  refund_amount: amount('How much went back.'),
  created_at: time('When it was asked for.'),
  reason: z.string().meta({ description: 'Why, as the shop wrote it.', examples: ['Salah warna'] }),
  refund_key: text('What the shop named it.', 'refund-1'),
  refund_method: z.enum(['online', 'offline']).meta({ description: '`online`: the way it was paid; `offline`: by hand.' }),
  bank_confirmed_at: time('When the bank or e-wallet confirmed it.').optional(),
})

/** What lib/webhook/payload.ts posts, field by field, for the API's documentation; a test holds the two against each other. */
export const notificationSchema = z
  .object({
    transaction_time: time('When the customer chose how to pay.'),
    transaction_status: z.enum(['pending', 'authorize', 'settlement', 'deny', 'cancel', 'expire', 'partial_refund', 'refund']).meta({ description: 'Where the order stands. Paid is `settlement`.', examples: ['settlement'] }),
    transaction_id: text('Names the order, for ever.', '01933b2e-7c00-7000-8000-000000000001'),
    status_message: text('Always the same.', 'Tautan payment notification'),
    status_code: z.enum(['200', '201', '202']).meta({ description: '`200` money, `201` pending, `202` over without money. As text.', examples: ['200'] }),
    signature_key: z.string().regex(/^[0-9a-f]{128}$/).meta({ description: 'SHA-512 of `order_id + status_code + gross_amount + server key`, hexadecimal. Check it before you believe anything.', examples: ['d0d9'.repeat(32)] }),
    settlement_time: time('When the money came.').optional(),
    payment_type: z.enum(['qris', 'gopay', 'shopeepay', 'bank_transfer', 'echannel', 'credit_card', 'cstore']).meta({ description: 'How it is paid.', examples: ['bank_transfer'] }),
    order_id: text("The link's order ID, a hyphen and 13 digits. Cut after the LAST hyphen to get the link's.", 'order-101-1763614800000'),
    merchant_id: text('Your shop.', '01933b2e-7c00-7000-8000-00000000000a'),
    gross_amount: amount('The amount of the order.'),
    currency: z.literal('IDR').meta({ description: 'Rupiah.' }),
    fraud_status: z.literal('accept').optional().meta({ description: 'Not sent for Indomaret and Alfamart.' }),
    va_numbers: z.array(z.object({ va_number: text('The virtual account.', '12345678901'), bank: z.enum(['bca', 'bni', 'bri']).meta({ description: 'Of which bank.' }) })).optional().meta({ description: 'BCA, BNI, BRI.' }),
    payment_amounts: z.array(z.unknown()).max(0).optional().meta({ description: 'Always empty; sent with `va_numbers`.', examples: [[]] }),
    permata_va_number: text('Permata.', '8778001234567890').optional(),
    biller_code: text('Mandiri bill.', '70012').optional(),
    bill_key: text('Mandiri bill.', '990000000001').optional(),
    store: z.enum(['indomaret', 'alfamart']).optional().meta({ description: 'Convenience store.' }),
    payment_code: text('Convenience store.', '123456789012').optional(),
    expiry_time: time('Until when it can be paid.').optional(),
    refund_amount: amount('What went back in all.').optional(),
    refunds: z.array(refund).optional().meta({ description: 'Every refund so far.' }),
    custom_field1: text('As sent with the link.', 'order-101').optional(),
    custom_field2: text('As sent with the link.', 'web').optional(),
    custom_field3: text('As sent with the link.', 'spring').optional(),
    metadata: z.record(z.string(), z.unknown()).optional().meta({ description: 'As sent with the link.', examples: [{ rack: 7 }] }),
    event_type: z.enum([...EVENT_TYPES, TEST_EVENT]).meta({ description: 'What happened; what endpoints subscribe to. Ours, not in Midtrans\' body.', examples: ['order.paid'] }),
    tautan_status: z.enum(ORDER_STATUSES).optional().meta({ description: 'Our own word for where the order stands; tells `paid_late` from `paid`.', examples: ['paid'] }),
  })
  .meta({ id: 'Notification', description: 'News of an order. What is not known is left out, never null. New fields may come.' })
