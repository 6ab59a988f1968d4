import type { Currency } from '@/lib/money/money'
import type { PaymentMethod } from '@/lib/payment/methods'

/** What a seller sees first. Amounts are in the currency's minor unit; sums never mix currencies. */

/** One day of the shop's calendar, one currency, one method. */
export type DayCounts = {
  /** `2026-11-20`. */
  day: string
  currency: Currency
  method: PaymentMethod
  /** Orders placed on the day. */
  started: number
  /** Orders whose money came in on the day, and the money, without what went back of it since. */
  paid: number
  amount: number
  /** Orders placed on the day that may still be paid, and what they cost without their unique codes. */
  open: number
  openAmount: number
}

export type Sum = { currency: Currency; count: number; amount: number }

/** Sums are there for each currency that has something to sum up. */
export type PeriodNumbers = { started: number; paid: number; paidSums: Sum[]; pending: number; pendingSums: Sum[] }

export type CurrencyDays = { currency: Currency; days: { day: string; paid: number; amount: number }[] }

export type MethodNumbers = Sum & { method: PaymentMethod }

/** How many got how far; never more on a later step than on an earlier one. */
export type Conversion = { opened: number; started: number; paid: number }

export type BestLink = Conversion & { id: string; name: string; currency: Currency; amount: number }

export type ExpiringLink = { id: string; name: string; expiresAt: Date }

export type Home = {
  /** No link yet. */
  isNew: boolean
  today: PeriodNumbers
  week: PeriodNumbers
  /** The last seven days, today last; one list for each currency, the one with most payments first. */
  days: CurrencyDays[]
  /** Of the last seven days, the most used first. */
  methods: MethodNumbers[]
  best: BestLink[]
  /** Payments that wait for the seller's look. */
  waiting: number
  expiring: { links: ExpiringLink[]; hasMore: boolean }
}
