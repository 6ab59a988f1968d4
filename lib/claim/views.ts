import type { Locale } from '@/lib/i18n/locales'
import type { Currency } from '@/lib/money/money'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { OrderStatus } from '@/lib/order/status'

export type ClaimState = 'open' | 'confirmed' | 'rejected'

/** What the customer's own page says of what they sent. */
export type CustomerClaim = {
  state: ClaimState
  hasPicture: boolean
  sentAt: Date
  /** One of REJECT_REASONS, or the seller's own words. */
  reason: string | null
}

/** A line of the seller's queue. Amounts in minor units. */
export type ClaimView = {
  id: string
  /** Goes up with every proof. */
  version: number
  orderRowId: string
  orderId: string
  linkName: string
  /** The order's page is `/p/<linkSlug>/<token>`. */
  linkSlug: string
  token: string
  status: OrderStatus
  amount: number
  /** Part of `amount`. */
  uniqueCode: number
  currency: Currency
  paymentMethod: PaymentMethod
  accountLabel: string | null
  customerName: string
  customerPhone: string | null
  customerLocale: Locale
  note: string | null
  transferredAmount: number | null
  hasPicture: boolean
  wasErased: boolean
  openedAt: Date
  sentAt: Date
  warnings: ClaimWarning[]
}

export type ClaimWarning =
  /** The picture was sent for another order too: to the byte, or saved again. */
  | { kind: 'samePicture' | 'likePicture'; orderRowId: string; orderId: string }
  | { kind: 'otherAmount'; transferred: number }
  | { kind: 'accountChanged'; at: Date }
  | { kind: 'needsMatching' }
  | { kind: 'ended' }

/** A rejection whose customer the seller has not told yet. */
export type AnsweredClaim = {
  claim: ClaimView
  /** One of REJECT_REASONS, or the seller's own words. */
  reason: string
  at: Date
}

export type ClaimPage = { claims: ClaimView[]; next: string | null; untold: AnsweredClaim[] }
