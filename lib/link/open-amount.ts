import { amountOf, MAX_AMOUNT } from '@/lib/money/money'
import type { OpenAmount } from './views'

export type OpenAmountColumns = { minimumAmount: bigint | null; maximumAmount: bigint | null; presetAmount: bigint | null }

/** Null when the link's amount is fixed. */
export function openAmountOf({ minimumAmount, maximumAmount, presetAmount }: OpenAmountColumns): OpenAmount | null {
  if (minimumAmount === null || maximumAmount === null) return null
  return { minimum: amountOf(minimumAmount), maximum: amountOf(maximumAmount), preset: presetAmount === null ? null : amountOf(presetAmount) }
}

/** How a range is said: a bound that excludes nothing is left out. `exactly` leaves the customer no choice. */
export type RangeKind = 'exactly' | 'any' | 'from' | 'upTo' | 'between'

export function rangeKind({ minimum, maximum }: OpenAmount): RangeKind {
  if (minimum === maximum) return 'exactly'
  if (maximum >= MAX_AMOUNT) return minimum <= 1 ? 'any' : 'from'
  return minimum <= 1 ? 'upTo' : 'between'
}

/** What keeps an amount out of the range; null when it lies within. A message key, see `errors`. */
export function outOfRange({ minimum, maximum }: OpenAmount, amount: number): 'amountBelow' | 'amountAbove' | null {
  if (amount < minimum) return 'amountBelow'
  return amount > maximum ? 'amountAbove' : null
}
