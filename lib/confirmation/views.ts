import type { Currency } from '@/lib/money/money'
import type { SettledDifference } from '@/lib/order/difference'

export type ConfirmationView = {
  number: number
  type: string
  isBySeller: boolean
  /** In minor units, where the line is about an amount. */
  expected: number | null
  received: number | null
  reason: string | null
  at: Date
}

export type PaidRest = {
  id: string
  orderId: string
  /** What came for it, in minor units. */
  amount: number
  /** Less came for it too than it asked: what is still missing is settled there. */
  isShort: boolean
}

/** The link for what is missing of an order, and how much that is, in minor units. */
export type OpenRest = { slug: string; amount: number }

/** What was decided about an order's money by hand or by the statement, and what is still to settle. */
export type OrderMoney = {
  orderId: string
  currency: Currency
  customerName: string
  customerPhone: string | null
  /** Its money is there, on an account of the shop: more may come by mistake. */
  canComeTwice: boolean
  /** A credit of the same amount waits for the seller. */
  cameTwice: boolean
  /** The bank took back what had paid it: until the seller says to have seen that, and from then on until a refund is written down. */
  takenBack: 'waiting' | 'seen' | null
  odd: SettledDifference | null
  /** The paid order of the link for what was missing. */
  rest: PaidRest | null
  /** The order whose missing money this one is. */
  restOf: { id: string; orderId: string } | null
  /** Slug of the link that was made for what is missing. */
  remainderSlug: string | null
  /** Open orders of the same customer. */
  targets: { id: string; orderId: string; amount: number }[]
  confirmations: ConfirmationView[]
}
