import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ORDER_STATUSES } from '@/lib/order/filter'
import { notificationBody, testBody } from '@/lib/webhook/payload'
import { EVENT_AT, EVENT_ORDER_ID, eventFacts } from '@/prisma/testing/event-facts'
import { notificationSchema } from './notification'

const KEY = 'SB-Tautan-server-abc'

describe('the documented notification', () => {
  // Strict, so that a field nobody wrote down is found; the product itself tells receivers to expect new ones.
  const strict = z.strictObject(notificationSchema.shape)
  const refund = { id: '01933b2e-0000-7000-8000-0000000000a1', number: 7, key: 'k1', amount: 5_000, reason: 'Salah warna', channel: 'rail' as const, createdAt: EVENT_AT, completedAt: EVENT_AT }

  test.each([
    ['a virtual account', notificationBody(eventFacts(), KEY)],
    ['Permata', notificationBody(eventFacts({ order: { paymentMethod: 'permata_va' } }), KEY)],
    ['a bill', notificationBody(eventFacts({ order: { paymentMethod: 'echannel', instructions: { kind: 'bill', billerCode: '70012', billKey: '9' } } }), KEY)],
    ['a shop counter', notificationBody(eventFacts({ to: 'expired', order: { paymentMethod: 'alfamart', instructions: { kind: 'storeCode', code: '5' } } }), KEY)],
    ['a QR code', notificationBody(eventFacts({ to: 'pending', order: { paymentMethod: 'other_qris', instructions: { kind: 'qr', payload: 'q' }, paidAt: null } }), KEY)],
    ['refunds', notificationBody(eventFacts({ to: 'refunded', order: { refundedAmount: 85_000 }, refunds: [refund, { ...refund, reason: '', channel: 'manual', completedAt: null }] }), KEY)],
    ['what the shop sent along', notificationBody(eventFacts({ link: { customFields: { custom_field1: 'a', custom_field2: 'b', custom_field3: 'c' }, metadata: { rak: 7 } } }), KEY)],
    ['the test button', testBody({ merchantId: EVENT_ORDER_ID, id: EVENT_ORDER_ID, serverKey: KEY, at: EVENT_AT })],
  ])('knows every field of %s', (_, body) => {
    expect(strict.safeParse(body)).toEqual({ success: true, data: body })
  })

  test('knows every status', () => {
    for (const to of ORDER_STATUSES) expect(strict.safeParse(notificationBody(eventFacts({ to }), KEY)).error).toBeUndefined()
  })
})
