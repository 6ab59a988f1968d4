import type { OrderEventFacts } from '@/lib/notification/facts'
import type { OrderStatus } from '@/lib/order/status'

export const EVENT_AT = new Date('2026-11-20T17:05:06.789Z')
export const EVENT_ORDER_ID = '01933b2e-0000-7000-8000-000000000001'

type Changes = { to?: OrderStatus; order?: Partial<OrderEventFacts['order']>; link?: Partial<OrderEventFacts['link']>; refunds?: OrderEventFacts['refunds'] }

/** A change of an order as notifications are told of it: paid by virtual account, unless a test says otherwise. */
export function eventFacts({ to = 'paid', order = {}, link = {}, refunds = [] }: Changes = {}): OrderEventFacts {
  return {
    eventId: '1', type: 'settle', from: 'pending', to, actor: 'rail', reason: null, at: EVENT_AT, mode: 'test',
    merchant: { id: '01933b2e-0000-7000-8000-00000000000a', name: 'Toko', slug: 'toko', locale: 'id', timeZone: 'Asia/Jayapura', phone: null },
    link: { id: 'l', orderId: 'INV-1', slug: 's', name: 'n', notificationUrls: null, customFields: null, metadata: null, hasCustomer: false, ...link },
    order: {
      id: EVENT_ORDER_ID, orderId: 'INV-1-1763628306789', token: 't', amount: 85_000, uniqueCode: 0, currency: 'IDR', items: [], paymentMethod: 'bca_va',
      instructions: { kind: 'virtualAccount', number: '12345678901' }, customer: { name: 'Sari', email: null, phone: null }, locale: 'id',
      expiresAt: new Date('2026-11-21T17:05:06Z'), createdAt: EVENT_AT, paidAt: EVENT_AT, refundedAmount: 0, ...order,
    },
    refund: refunds.at(-1) ?? null,
    refunds,
  }
}
