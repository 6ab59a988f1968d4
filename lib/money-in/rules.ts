import { isReceived, type OrderStatus } from '@/lib/order/status'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The bank's clock and ours may differ by this much. */
const SLACK_MS = 10 * MINUTE_MS

/** How long money may come after an order ended and still pay it (late) by itself. */
export const LATE_MS = 3 * DAY_MS

/** How far back a bank takes a credit back, as far as we look. */
export const REVERSAL_DAYS = 7

/** Why money paid no order on its own, in the words of the screen's texts. */
export const DOUBTS = ['noOrder', 'several', 'paidTwice', 'otherTime', 'needsMatching', 'equalDebit', 'future', 'known', 'reversedPaid'] as const
export type Doubt = (typeof DOUBTS)[number]

export type ExpectingOrder = {
  id: string
  status: OrderStatus
  needsMatching: boolean
  /** This amount on this account was kept for this order alone. */
  hasCode: boolean
  heldUntil: Date | null
  placedAt: Date
  expiresAt: Date
  /** When it was cancelled or denied, paid, …; null while it is open. */
  changedAt: Date
  paidAt: Date | null
  /** Another credit has paid it. */
  hasCredit: boolean
}

export type CreditTime = { at: Date; hasTime: boolean }

/** From when until when the money may have come: a day where the bank tells no more. */
export function spanOf({ at, hasTime }: CreditTime): { from: Date; until: Date } {
  return { from: at, until: new Date(at.getTime() + (hasTime ? 0 : DAY_MS - 1)) }
}

export type CreditVerdict =
  | { kind: 'confirm'; orderId: string }
  /** The order's money was seen before, by the seller's own eyes: this is it, nothing changes. */
  | { kind: 'attach'; orderId: string }
  | { kind: 'doubt'; doubt: Doubt }

const doubt = (reason: Doubt): CreditVerdict => ({ kind: 'doubt', doubt: reason })

/**
 * What money means, given every order of any state that expects or expected exactly its amount on
 * its account. Only what fits one order and no other confirms: a wrongly confirmed order costs the
 * seller goods, a doubtful one a tap.
 * @param at now
 */
export function judgeCredit(credit: CreditTime, orders: readonly ExpectingOrder[], at: Date): CreditVerdict {
  const span = spanOf(credit)
  if (span.from.getTime() > at.getTime() + SLACK_MS) return doubt('future')
  const [order, ...others] = orders.filter((candidate) => touches(span, candidate, 'widest'))
  if (!order) return doubt(orders.length > 0 ? 'otherTime' : 'noOrder')
  if (others.length > 0) return doubt('several')
  if (isReceived(order.status)) return order.hasCredit ? doubt('paidTwice') : { kind: 'attach', orderId: order.id }
  if (order.needsMatching || !order.hasCode) return doubt('needsMatching')
  return touches(span, order, 'narrowest') ? { kind: 'confirm', orderId: order.id } : doubt('otherTime')
}

/** `widest` to find whoever else the money could be for, `narrowest` to be sure. */
function touches({ from, until }: { from: Date; until: Date }, order: ExpectingOrder, which: 'widest' | 'narrowest'): boolean {
  const ended = endOf(order)
  const late = ended.getTime() + LATE_MS
  const held = order.heldUntil?.getTime() ?? late
  const end = which === 'widest' ? Math.max(late, held) : Math.min(late, held)
  return order.placedAt.getTime() - SLACK_MS <= until.getTime() && from.getTime() <= end
}

function endOf({ status, changedAt, paidAt, expiresAt }: ExpectingOrder): Date {
  if (paidAt) return paidAt
  return status === 'cancelled' || status === 'denied' ? changedAt : expiresAt
}

const REVERSAL_WORDS = /\b(?:revers\w*|rev|koreksi|kor|pembatalan|batal|dibatalkan|retur|return|void|refund|pengembalian|gagal)\b/i

/** Whether a debit takes a credit back, as its own text or the credit's text in it says. */
export function takesBack(debit: string, credits: readonly string[]): boolean {
  return REVERSAL_WORDS.test(debit) || credits.some((credit) => isSameText(debit, credit))
}

/** What banks write on everybody's transfers tells nobody apart. */
const COMMON_WORDS = new Set(['trsf', 'transfer', 'banking', 'bank', 'ebanking', 'mobile', 'dari', 'kepada', 'from', 'rekening', 'credit', 'kredit', 'debit', 'debet', 'bifast', 'fast', 'kliring', 'switching', 'rupiah', 'qris'])

/** The words of a text that may name somebody: three letters or more, lower case. */
export const namingWords = (text: string): string[] =>
  [...new Set(text.toLowerCase().split(/[^\p{L}]+/u))].filter((word) => word.length >= 3 && !COMMON_WORDS.has(word))

function isSameText(debit: string, credit: string): boolean {
  const words = namingWords(credit)
  const inDebit = new Set(namingWords(debit))
  return words.length >= 2 && words.every((word) => inDebit.has(word))
}
