import type { Currency } from '@/lib/money/money'
import type { Instructions } from './instructions'
import type { PaymentMethod } from './methods'

/** What a rail is asked to collect. */
export type PaymentRequest = {
  method: PaymentMethod
  /** In the currency's minor unit. */
  amount: number
  currency: Currency
  shopName: string
}

/** Whether a rail sends money back by itself: not at all, only all of it, or any part. */
export type RefundAbility = 'no' | 'full' | 'partial'

export type RefundRequest = {
  /** Asking again with the same key sends nothing twice. */
  refundKey: string
  /** The paid order's row id. */
  orderId: string
  method: PaymentMethod
  /** In the currency's minor unit. */
  amount: number
  currency: Currency
  reason: string
}

/** A rail that cannot say yet throws, and is asked again with the same key. */
export type RefundAnswer = { kind: 'refunded' } | { kind: 'refused'; reason: string }

/** What moves the money. Every rail passes the same contract suite. */
export type Rail = {
  readonly name: string
  /** The methods this rail can collect with. */
  readonly methods: readonly PaymentMethod[]
  /** Prepares a payment. Called before the order is written: it must not tell the customer anything yet. */
  start(request: PaymentRequest): Promise<Instructions>
  refundAbility(method: PaymentMethod): RefundAbility
  refund(request: RefundRequest): Promise<RefundAnswer>
}
