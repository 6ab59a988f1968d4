import type { Locale } from '@/lib/i18n/locales'
import type { LinkItem } from '@/lib/link/views'
import type { Currency } from '@/lib/money/money'
import type { Instructions } from '@/lib/payment/instructions'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { HandAct } from '@/lib/payment/port'
import type { Refundable, RefundView } from '@/lib/refund/views'
import type { OrderDifference } from './difference'
import type { OrderStatus } from './status'

/** What the screens and the customer's page see of an order. Amounts are in the currency's minor unit. */

export type OrderActor = 'customer' | 'seller' | 'rail' | 'clock'

export type OrderSummary = {
  id: string
  /** `<link order id>-<13-digit milliseconds>` */
  orderId: string
  linkId: string
  linkName: string
  status: OrderStatus
  amount: number
  currency: Currency
  paymentMethod: PaymentMethod
  customerName: string
  customerPhone: string | null
  /** What the customer read when ordering. */
  locale: Locale
  /** The last parts of the customer's own page: `/p/<slug>/<token>`. */
  linkSlug: string
  token: string
  expiresAt: Date
  createdAt: Date
  paidAt: Date | null
  /** Null: not marked as shipped. */
  shippedAt: Date | null
  /** What is left to settle about its money; null: nothing. */
  difference: OrderDifference | null
}

export type OrderPage = { orders: OrderSummary[]; next: string | null }

export type OrderEventView = {
  type: string
  from: OrderStatus | null
  to: OrderStatus
  actor: OrderActor
  reason: string | null
  /** What was refunded; null for everything else. */
  amount: number | null
  at: Date
}

export type OrderDetails = OrderSummary & {
  customerEmail: string | null
  items: LinkItem[]
  instructions: Instructions
  linkOrderId: string
  /** What the shop's own system sent with the link: custom_field1 to 3. */
  customFields: Record<string, string> | null
  /** Part of `amount`: added to the price, taken off it when negative, 0 for none. */
  uniqueCode: number
  /** Only a person can tell which money is this order's. */
  needsMatching: boolean
  /** What was missing of another order: nothing is sent with it. */
  isRest: boolean
  /** Null where nothing is sent, and once it was erased. */
  shippingAddress: ShippingAddress | null
  /** What the seller may do by hand, because no rail knows. */
  byHand: readonly HandAct[]
  events: OrderEventView[]
  /** Newest first. */
  refunds: RefundView[]
  refundable: Refundable
}

/** Where goods go, as the customer said it. */
export type ShippingAddress = { name: string; phone: string; address: string; city: string; postalCode: string; note: string }

/** Orders of one link by what became of them. */
export type LinkOrderCounts = {
  placed: number
  /** Money came in, also too late or sent back since. */
  paid: number
  denied: number
  cancelled: number
  expired: number
  /** What came in and was not refunded, in minor units. */
  paidAmount: number
}

export type OrderTimelineEntry = {
  kind: 'order'
  id: string
  to: OrderStatus
  customerName: string
  paymentMethod: PaymentMethod
  amount: number
  currency: Currency
  at: Date
}
