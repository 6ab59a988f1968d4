import { isReceived, type OrderStatus } from '@/lib/order/status'
import { lacksOnlyCode } from '@/lib/payment/unique-code'
import { LATE_MS, namingWords, spanOf, type CreditTime } from './rules'

/** An order that money could be for, as far as a person can tell. */
export type PoolOrder = {
  id: string
  orderId: string
  linkName: string
  status: OrderStatus
  amount: number
  uniqueCode: number
  needsMatching: boolean
  customerName: string
  customerPhone: string | null
  placedAt: Date
  expiresAt: Date
}

export const CANDIDATE_REASONS = ['exact', 'withoutCode', 'near', 'name'] as const
export type CandidateReason = (typeof CANDIDATE_REASONS)[number]

export type Candidate = PoolOrder & { reasons: CandidateReason[] }

/** How much more than it asked came for it (less: negative), in rupiah. Without its unique code the price is all there. */
export const differenceFor = (came: number, { amount, reasons }: Candidate): number => (reasons.includes('withoutCode') ? 0 : came - amount)

/** Rounding, a typing error in the last digits, a fee of the other bank (Rp 2.500 or 6.500). */
const NEAR = 7_000
const NEAR_SHARE = 0.05

const WEIGHTS = { exact: 8, withoutCode: 5, near: 2, name: 4 } as const satisfies Record<CandidateReason, number>

/** The orders that a person should look at for this money, the likeliest first, five at most. */
export function candidatesOf(credit: CreditTime & { amount: number; description: string }, pool: readonly PoolOrder[]): Candidate[] {
  const { until } = spanOf(credit)
  const words = new Set(namingWords(credit.description))
  const scored = pool.flatMap((order) => {
    const reasons = reasonsOf(credit.amount, words, order)
    if (reasons.length === 0) return []
    const isInTime = order.placedAt <= until && credit.at.getTime() <= order.expiresAt.getTime() + LATE_MS
    const score = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0) + (isInTime ? 1 : -3) - (isReceived(order.status) ? 2 : 0)
    return [{ order: { ...order, reasons }, score, distance: Math.abs(order.amount - credit.amount) }]
  })
  return scored.toSorted((a, b) => b.score - a.score || a.distance - b.distance).slice(0, 5).map(({ order }) => order)
}

function reasonsOf(amount: number, words: ReadonlySet<string>, order: PoolOrder): CandidateReason[] {
  const reasons: CandidateReason[] = []
  if (order.amount === amount) reasons.push('exact')
  else if (lacksOnlyCode(amount, { asked: order.amount, uniqueCode: order.uniqueCode })) reasons.push('withoutCode')
  else if (Math.abs(order.amount - amount) <= Math.min(NEAR, order.amount * NEAR_SHARE)) reasons.push('near')
  if (namingWords(order.customerName).some((word) => words.has(word))) reasons.push('name')
  return reasons
}
