import type { LinkItem, NotificationUrls } from '@/lib/link/views'
import type { Currency } from '@/lib/money/money'
import type { Instructions } from '@/lib/payment/instructions'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { OrderStatus } from '@/lib/order/status'
import type { OrderActor } from '@/lib/order/views'
import type { Mode } from '@/lib/shop/scope'

/** One change of an order and everything that telling somebody about it may need. Amounts in minor units. */
export type OrderEventFacts = {
  eventId: string
  /** The news that made it: placed, settle, deny, … */
  type: string
  from: OrderStatus | null
  to: OrderStatus
  actor: OrderActor
  reason: string | null
  at: Date
  merchant: { id: string; name: string; slug: string; locale: string; timeZone: string; phone: string | null }
  mode: Mode
  link: {
    id: string
    orderId: string
    slug: string
    name: string
    notificationUrls: NotificationUrls | null
    customFields: Record<string, string> | null
    metadata: unknown
    /** Whether it was made for one named customer. */
    hasCustomer: boolean
  }
  order: {
    /** The row's id, Midtrans' `transaction_id`. */
    id: string
    /** `<link order id>-<13-digit milliseconds>` */
    orderId: string
    token: string
    amount: number
    /** Part of `amount`: added to the price, taken off it when negative, 0 for none. */
    uniqueCode: number
    currency: Currency
    items: LinkItem[]
    paymentMethod: PaymentMethod
    instructions: Instructions
    customer: { name: string; email: string | null; phone: string | null }
    locale: string
    expiresAt: Date
    createdAt: Date
    paidAt: Date | null
    /** As it was right after this event. */
    refundedAmount: number
  }
  /** The refund that this event is about. */
  refund: RefundFacts | null
  /** Everything that had gone back by then, oldest first; this event's refund is the last. */
  refunds: RefundFacts[]
}

/** What is told of an order in Midtrans' words, as it stands or as it stood right after a change. */
export type TransactionFacts = {
  status: OrderStatus
  merchant: { id: string }
  link: Pick<OrderEventFacts['link'], 'customFields' | 'metadata'>
  order: Pick<OrderEventFacts['order'], 'id' | 'orderId' | 'amount' | 'uniqueCode' | 'currency' | 'paymentMethod' | 'instructions' | 'createdAt' | 'expiresAt' | 'paidAt' | 'refundedAmount'>
  /** What went back, oldest first. */
  refunds: RefundFacts[]
}

export type RefundFacts = { id: string; number: number; key: string; amount: number; reason: string; channel: 'rail' | 'manual'; createdAt: Date; completedAt: Date | null }
