import { isOpen, isReceived, type OrderStatus } from '@/lib/order/status'
import { lacksOnlyCode } from '@/lib/payment/unique-code'

/** What money means to the order it is said to be for. Amounts in minor units, all positive. */
export type MoneyVerdict =
  /** To the rupiah. */
  | { kind: 'exact' }
  /** The price is all there; only the code, which does no more than tell payments apart, was left off. */
  | { kind: 'withoutCode' }
  | { kind: 'less'; missing: number }
  | { kind: 'more'; excess: number }
  /** The order had ended; `difference` is what came beyond the expected (below: negative), 0 without the code alone. */
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
  const isWithoutCode = lacksOnlyCode(received, { asked: expected, uniqueCode })
  if (!isOpen(status)) return { kind: 'late', difference: isWithoutCode ? 0 : received - expected }
  if (isWithoutCode) return { kind: 'withoutCode' }
  if (received < expected) return { kind: 'less', missing: expected - received }
  return received > expected ? { kind: 'more', excess: received - expected } : { kind: 'exact' }
}
