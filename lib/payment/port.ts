import type { Currency } from '@/lib/money/money'
import type { ReceivingAccount, ReceivingKind } from '@/lib/receiving/views'
import type { Instructions } from './instructions'
import type { PaymentMethod } from './methods'
import type { CodeWay } from './unique-code'

/** What a rail is asked to collect. */
export type PaymentRequest = {
  method: PaymentMethod
  /** What the customer pays, with the unique code where there is one. In the currency's minor unit. */
  amount: number
  currency: Currency
  shopName: string
  /** What the money is paid to, for rails with an account: see {@link RailCapabilities}. */
  account?: ReceivingAccount
}

export type RailCapabilities = {
  /** The kind of the shop's own account that the customer pays to; null: the rail collects. */
  account: ReceivingKind | null
  /** What makes an order's amount its own; null where the rail says by itself whose money came. */
  uniqueCode: CodeWay | null
  /** Whether goods are brought to where the customer says. */
  asksAddress: boolean
  /** Whether the customer can say that they have paid, for the seller to look. */
  takesClaims: boolean
  /** What the seller may do by hand, because nobody else knows. */
  byHand: readonly HandAct[]
}

export type HandAct = 'confirm' | 'refund'

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
  readonly capabilities: RailCapabilities
  /**
   * Prepares a payment. Called before the order is written: it must not tell the customer anything yet.
   * A rail with an account is called inside the order's transaction and waits for nothing.
   */
  start(request: PaymentRequest): Promise<Instructions>
  refundAbility(method: PaymentMethod): RefundAbility
  refund(request: RefundRequest): Promise<RefundAnswer>
}
