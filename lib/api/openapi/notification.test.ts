import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { ORDER_STATUSES } from '@/lib/order/schema'
import type { OrderStatus } from '@/lib/order/status'
import { notificationBody, testBody } from '@/lib/webhook/payload'
import { notificationSchema } from './notification'

const KEY = 'SB-Tautan-server-abc'
const AT = new Date('2026-11-20T17:05:06.789Z')
const ORDER_ID = '01933b2e-0000-7000-8000-000000000001'

type Changes = { to?: OrderStatus; order?: Partial<OrderEventFacts['order']>; link?: Partial<OrderEventFacts['link']>; refunds?: OrderEventFacts['refunds'] }

function facts({ to = 'paid', order = {}, link = {}, refunds = [] }: Changes = {}): OrderEventFacts {
  return {
    eventId: '1', type: 'settle', from: 'pending', to, actor: 'rail', reason: null, at: AT, mode: 'test',
    merchant: { id: '01933b2e-0000-7000-8000-00000000000a', name: 'Toko', slug: 'toko', locale: 'id', timeZone: 'Asia/Jayapura', phone: null },
    link: { id: 'l', orderId: 'INV-1', slug: 's', name: 'n', notificationUrls: null, customFields: null, metadata: null, hasCustomer: false, ...link },
    order: {
      id: ORDER_ID, orderId: 'INV-1-1763628306789', token: 't', amount: 85_000, currency: 'IDR', items: [], paymentMethod: 'bca_va',
      instructions: { kind: 'virtualAccount', number: '12345678901' }, customer: { name: 'Sari', email: null, phone: null }, locale: 'id',
      expiresAt: new Date('2026-11-21T17:05:06Z'), createdAt: AT, paidAt: AT, refundedAmount: 0, ...order,
    },
    refund: refunds.at(-1) ?? null,
    refunds,
  }
}

describe('the documented notification', () => {
  // Strict, so that a field nobody wrote down is found; the product itself tells receivers to expect new ones.
  const strict = z.strictObject(notificationSchema.shape)
  const refund = { id: '01933b2e-0000-7000-8000-0000000000a1', number: 7, key: 'k1', amount: 5_000, reason: 'Salah warna', channel: 'rail' as const, createdAt: AT, completedAt: AT }

  test.each([
    ['a virtual account', notificationBody(facts(), KEY)],
    ['Permata', notificationBody(facts({ order: { paymentMethod: 'permata_va' } }), KEY)],
    ['a bill', notificationBody(facts({ order: { paymentMethod: 'echannel', instructions: { kind: 'bill', billerCode: '70012', billKey: '9' } } }), KEY)],
    ['a shop counter', notificationBody(facts({ to: 'expired', order: { paymentMethod: 'alfamart', instructions: { kind: 'storeCode', code: '5' } } }), KEY)],
    ['a QR code', notificationBody(facts({ to: 'pending', order: { paymentMethod: 'other_qris', instructions: { kind: 'qr', payload: 'q' }, paidAt: null } }), KEY)],
    ['refunds', notificationBody(facts({ to: 'refunded', order: { refundedAmount: 85_000 }, refunds: [refund, { ...refund, reason: '', channel: 'manual', completedAt: null }] }), KEY)],
    ['what the shop sent along', notificationBody(facts({ link: { customFields: { custom_field1: 'a', custom_field2: 'b', custom_field3: 'c' }, metadata: { rak: 7 } } }), KEY)],
    ['the test button', testBody({ merchantId: ORDER_ID, id: ORDER_ID, serverKey: KEY, at: AT })],
  ])('knows every field of %s', (_, body) => {
    expect(strict.safeParse(body)).toEqual({ success: true, data: body })
  })

  test('knows every status', () => {
    for (const to of ORDER_STATUSES) expect(strict.safeParse(notificationBody(facts({ to }), KEY)).error).toBeUndefined()
  })
})
