import type { Currency } from '@/lib/money/money'

/** Amounts are in the currency's minor unit. */

export type RecapOrder = {
  id: string
  /** The order ID that its customer knows. */
  orderId: string
  customerName: string
  linkName: string
  items: { name: string; quantity: number }[]
  /** What was paid or is asked, without what went back. */
  amount: number
  currency: Currency
  /** The bank took its money back: nothing should be sent for it. */
  isTakenBack: boolean
}

/** The first {@link orders} of a section, and what all of them come to: of each currency by itself, the one of most orders first. */
export type RecapSection = { count: number; totals: RecapTotal[]; orders: RecapOrder[] }
export type RecapTotal = { currency: Currency; amount: number }

export type Recap = {
  /** Money that came in on the day. */
  paid: RecapSection
  /** Ordered on the day or before, and still open. */
  unpaid: RecapSection
  /** Paid on the day or before, and not marked as shipped. */
  toPack: RecapSection
}
