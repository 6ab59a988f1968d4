import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Instructions } from '@/lib/payment/instructions'
import type { PaymentMethod } from '@/lib/payment/methods'
import { timeText } from '@/lib/notification/transaction-fields'
import { EVENT_AT, EVENT_ORDER_ID, eventFacts } from '@/prisma/testing/event-facts'
import { notificationBody, testBody } from './payload'

const KEY = 'SB-Tautan-server-abc'

test.each([
  ['pending', 'pending', '201'], ['authorized', 'authorize', '200'], ['paid', 'settlement', '200'], ['paid_late', 'settlement', '200'], ['denied', 'deny', '202'],
  ['cancelled', 'cancel', '202'], ['expired', 'expire', '202'], ['partially_refunded', 'partial_refund', '200'], ['refunded', 'refund', '200'],
] as const)('%s is %s with code %s', (to, status, code) => {
  const body = notificationBody(eventFacts({ to }), KEY)
  expect(body).toMatchObject({ transaction_status: status, status_code: code, event_type: `order.${to}`, tautan_status: to })
  expect(body.signature_key).toBe(createHash('sha512').update(`INV-1-1763628306789${code}85000.00${KEY}`).digest('hex'))
})

test.each<[PaymentMethod, Instructions, Record<string, unknown>]>([
  ['bca_va', { kind: 'virtualAccount', number: '7' }, { payment_type: 'bank_transfer', va_numbers: [{ va_number: '7', bank: 'bca' }], payment_amounts: [], fraud_status: 'accept' }],
  ['bni_va', { kind: 'virtualAccount', number: '7' }, { payment_type: 'bank_transfer', va_numbers: [{ va_number: '7', bank: 'bni' }], payment_amounts: [], fraud_status: 'accept' }],
  ['bri_va', { kind: 'virtualAccount', number: '7' }, { payment_type: 'bank_transfer', va_numbers: [{ va_number: '7', bank: 'bri' }], payment_amounts: [], fraud_status: 'accept' }],
  ['permata_va', { kind: 'virtualAccount', number: '7' }, { payment_type: 'bank_transfer', permata_va_number: '7', fraud_status: 'accept' }],
  ['echannel', { kind: 'bill', billerCode: '70012', billKey: '9' }, { payment_type: 'echannel', biller_code: '70012', bill_key: '9', fraud_status: 'accept' }],
  ['other_qris', { kind: 'qr', payload: 'q' }, { payment_type: 'qris', fraud_status: 'accept' }],
  ['gopay', { kind: 'qr', payload: 'q' }, { payment_type: 'gopay', fraud_status: 'accept' }],
  ['shopeepay', { kind: 'qr', payload: 'q' }, { payment_type: 'shopeepay', fraud_status: 'accept' }],
  ['credit_card', { kind: 'card' }, { payment_type: 'credit_card', fraud_status: 'accept' }],
  ['indomaret', { kind: 'storeCode', code: '5' }, { payment_type: 'cstore', store: 'indomaret', payment_code: '5' }],
  ['alfamart', { kind: 'storeCode', code: '5' }, { payment_type: 'cstore', store: 'alfamart', payment_code: '5' }],
])('%s has exactly the fields of its kind', (paymentMethod, instructions, expected) => {
  const body = notificationBody(eventFacts({ order: { paymentMethod, instructions } }), KEY)
  const KINDS = ['payment_type', 'va_numbers', 'payment_amounts', 'permata_va_number', 'biller_code', 'bill_key', 'store', 'payment_code', 'fraud_status']
  expect(Object.fromEntries(Object.entries(body).filter(([name]) => KINDS.includes(name)))).toEqual(expected)
})

test('times are GMT+7 whatever the zone of the shop, and the amount has two decimals', () => {
  expect(notificationBody(eventFacts(), KEY)).toMatchObject({
    transaction_time: '2026-11-21 00:05:06', settlement_time: '2026-11-21 00:05:06', expiry_time: '2026-11-22 00:05:06', gross_amount: '85000.00', currency: 'IDR',
    transaction_id: EVENT_ORDER_ID, order_id: 'INV-1-1763628306789', merchant_id: '01933b2e-0000-7000-8000-00000000000a',
  })
  expect(timeText(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01 00:00:00')
})

test('every scalar is text, and what is not known is left out', () => {
  const body = notificationBody(eventFacts({ to: 'pending', order: { paidAt: null } }), KEY)
  expect(Object.values(body).filter((value) => typeof value !== 'string' && !Array.isArray(value))).toEqual([])
  expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['settlement_time']))
  for (const name of ['settlement_time', 'refund_amount', 'refunds', 'custom_field1', 'metadata']) expect(body).not.toHaveProperty(name)
})

test('custom fields and metadata of the link are echoed, and no others', () => {
  const link = { customFields: { custom_field1: 'satu', custom_field3: 'tiga', signature_key: 'evil' }, metadata: { rak: 7, signature_key: 'x' } }
  const body = notificationBody(eventFacts({ link }), KEY)
  expect(body).toMatchObject({ custom_field1: 'satu', custom_field3: 'tiga', metadata: { rak: 7 } })
  expect(body).not.toHaveProperty('custom_field2')
  expect(body.signature_key).toMatch(/^[0-9a-f]{128}$/)
})

describe('a refund', () => {
  const refund = { id: 'r', number: 7, key: 'k1', amount: 5_000, reason: 'Salah warna', channel: 'rail' as const, createdAt: EVENT_AT, completedAt: EVENT_AT }

  test('tells this one and what went back in all', () => {
    const body = notificationBody(eventFacts({ to: 'partially_refunded', order: { refundedAmount: 15_000 }, refunds: [{ ...refund, id: 'r0', key: 'k0', amount: 10_000 }, refund] }), KEY)
    expect(body).toMatchObject({
      refund_amount: '15000.00',
      refunds: [
        { refund_chargeback_uuid: 'r0', refund_amount: '10000.00', refund_key: 'k0' },
        { refund_chargeback_id: 7, refund_chargeback_uuid: 'r', refund_amount: '5000.00', created_at: '2026-11-21 00:05:06', reason: 'Salah warna', refund_key: 'k1', refund_method: 'online', bank_confirmed_at: '2026-11-21 00:05:06' },
      ],
    })
  })

  test('by hand has no confirmation of a bank', () => {
    const body = notificationBody(eventFacts({ to: 'refunded', order: { refundedAmount: 85_000 }, refunds: [{ ...refund, channel: 'manual' }] }), KEY)
    expect(body['refunds']).toEqual([expect.not.objectContaining({ bank_confirmed_at: expect.anything() as unknown })])
    expect(body).toMatchObject({ refunds: [{ refund_method: 'offline' }] })
  })
})

test("the test button's body is of the right form, about no order", () => {
  const body = testBody({ merchantId: 'm', id: 'u', serverKey: KEY, at: EVENT_AT })
  expect(body).toMatchObject({ order_id: 'payment_notif_test_m_u', event_type: 'webhook.test', gross_amount: '10000.00' })
  expect(body.signature_key).toBe(createHash('sha512').update(`payment_notif_test_m_u20010000.00${KEY}`).digest('hex'))
})
