import type { EmailState } from '@/lib/email/schema'
import type { RefundAbility } from '@/lib/payment/port'

export type RefundChannel = 'rail' | 'manual'
export type RefundState = 'pending' | 'succeeded' | 'failed'

/** Amounts in the order's currency, in minor units. */
export type RefundView = {
  id: string
  refundKey: string
  amount: number
  reason: string
  channel: RefundChannel
  state: RefundState
  /** In the rail's words. */
  failure: string | null
  createdAt: Date
  completedAt: Date | null
  /** The e-mail address of the seller who asked for it; null: the shop's own server did. */
  by: string | null
  /** What became of the letter that tells the customer; null: none was written. */
  letter: EmailState | null
}

/** What may still go back, and whether the rail sends it. */
export type Refundable = { amount: number; byRail: RefundAbility }
