import { isOpen, isReceived, type OrderStatus } from '@/lib/order/status'

/** What money means to the order it is said to be for. Amounts in minor units, all positive. */
export type MoneyVerdict =
  /** To the rupiah. */
  | { kind: 'exact' }
  /** The price is all there; only the code, which does no more than tell payments apart, was left off. */
  | { kind: 'withoutCode' }
  | { kind: 'less'; missing: number }
  | { kind: 'more'; excess: number }
  /** The order had ended; `difference` is what came beyond the expected (below: negative). */
  | { kind: 'late'; difference: number }
  /** The order has its money already: all of this is too much. */
  | { kind: 'twice'; excess: number }
  /** Nothing that a person decides here: no money, or a card's that only its bank moves. */
  | { kind: 'impossible' }

export type MoneyFacts = {
  /** What the customer was asked to pay, the unique code included. */
  expected: number
  /** What of it is only there to tell payments apart; negative where it was taken off. */
  uniqueCode: number
  received: number
  /** As it is by now: `orderStatus` of its row. */
  status: OrderStatus
  /** What came for it before, however it was taken. */
  alreadyPaid: number
}

/** Named once, for what a seller confirms by hand and for what the bank's statement says. */
export function moneyVerdict({ expected, uniqueCode, received, status, alreadyPaid }: MoneyFacts): MoneyVerdict {
  if (!Number.isSafeInteger(received) || received <= 0 || status === 'authorized') return { kind: 'impossible' }
  if (alreadyPaid > 0 || isReceived(status)) return { kind: 'twice', excess: received }
  if (!isOpen(status)) return { kind: 'late', difference: received - expected }
  if (uniqueCode !== 0 && received === expected - uniqueCode) return { kind: 'withoutCode' }
  if (received < expected) return { kind: 'less', missing: expected - received }
  return received > expected ? { kind: 'more', excess: received - expected } : { kind: 'exact' }
}

export type SettledMoney = {
  status: OrderStatus
  /** What was asked; null when that is what came, or was taken as it is. */
  expected: number | null
  amount: number
  refunded: number
  /** An order of its link for the rest has its money. */
  isRestPaid: boolean
}

/**
 * How an order that was settled with another amount stands today; null when nothing is left to settle. Late money is
 * accepted or sent back first, and what was sent back whole lacks nothing.
 */
export function settledDifference({ status, expected, amount, refunded, isRestPaid }: SettledMoney): { kind: 'less' | 'more'; by: number } | null {
  if (expected === null || (status !== 'paid' && status !== 'partially_refunded')) return null
  const kept = amount - refunded
  if (amount > expected) return kept > expected ? { kind: 'more', by: kept - expected } : null
  return amount < expected && !isRestPaid ? { kind: 'less', by: expected - amount } : null
}
