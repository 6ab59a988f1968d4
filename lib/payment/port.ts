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

/** What moves the money. Every rail passes the same contract suite. */
export type Rail = {
  readonly name: string
  /** The methods this rail can collect with. */
  readonly methods: readonly PaymentMethod[]
  /** Prepares a payment. Called before the order is written: it must not tell the customer anything yet. */
  start(request: PaymentRequest): Promise<Instructions>
}
