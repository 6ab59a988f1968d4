import type { OrderStatus } from './status'

export type SettledMoney = {
  status: OrderStatus
  /** What was asked; null when that is what came, or was taken as it is. */
  expected: number | null
  amount: number
  refunded: number
  /** An order of its link for the rest has its money. */
  isRestPaid: boolean
}

/** How much less or more came than was asked, in minor units. */
export type SettledDifference = { kind: 'less' | 'more'; by: number }

/** What the list marks: that, or money that came once more, or that the bank took back, and waits for the seller. That it came late, the status says. */
export type OrderDifference = SettledDifference | { kind: 'twice' | 'takenBack' }

/**
 * How an order that was settled with another amount stands today; null when nothing is left to settle. Late money is
 * accepted or sent back first, and what was sent back whole lacks nothing. The list finds them by `isUnsettled`, an index's words.
 */
export function settledDifference({ status, expected, amount, refunded, isRestPaid }: SettledMoney): SettledDifference | null {
  if (expected === null || (status !== 'paid' && status !== 'partially_refunded')) return null
  const kept = amount - refunded
  if (amount > expected) return kept > expected ? { kind: 'more', by: kept - expected } : null
  return amount < expected && !isRestPaid ? { kind: 'less', by: expected - amount } : null
}
