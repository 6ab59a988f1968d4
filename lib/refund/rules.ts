import type { RefundAbility } from '@/lib/payment/port'
import { isReceived, type OrderStatus } from '@/lib/order/status'
import type { RefundChannel } from './views'

export type RefundFacts = {
  status: OrderStatus
  /** What was paid, and what of it went back or is on its way: minor units. */
  amount: number
  claimed: number
  ability: RefundAbility
}

export type RefundProblem = 'refundNotPaid' | 'refundNothingLeft' | 'refundTooMuch' | 'refundByHandOnly' | 'refundInFullOnly'

/** Why this refund is not possible; null when it is. */
export function refundProblem({ status, amount, claimed, ability }: RefundFacts, wish: { amount: number; channel: RefundChannel }): RefundProblem | null {
  const left = amount - claimed
  if (!isReceived(status)) return 'refundNotPaid'
  if (left === 0) return 'refundNothingLeft'
  if (wish.amount > left) return 'refundTooMuch'
  if (wish.channel === 'manual') return null
  if (ability === 'no') return 'refundByHandOnly'
  return ability === 'full' && wish.amount !== amount ? 'refundInFullOnly' : null
}

/** @returns what may still be refunded, in minor units */
export const refundableAmount = ({ status, amount, claimed }: Omit<RefundFacts, 'ability'>): number => (isReceived(status) ? amount - claimed : 0)
