import { isChangedLately } from '@/lib/receiving/rules'
import type { ClaimWarning } from './views'

type Facts = {
  amount: number
  transferredAmount: number | null
  accountChangedAt: Date | null
  needsMatching: boolean
  isOpen: boolean
  same: { orderRowId: string; orderId: string } | null
  like: { orderRowId: string; orderId: string } | null
}

/** What the seller should know before confirming, the gravest first. None of it decides anything. */
export function warningsOf({ amount, transferredAmount, accountChangedAt, needsMatching, isOpen, same, like }: Facts, at: Date): ClaimWarning[] {
  const isLate = !isOpen
  return [
    ...(same ? [{ kind: 'samePicture' as const, ...same }] : like ? [{ kind: 'likePicture' as const, ...like }] : []),
    ...(transferredAmount !== null && transferredAmount !== amount ? [{ kind: 'otherAmount' as const, transferred: transferredAmount }] : []),
    ...(accountChangedAt && isChangedLately(accountChangedAt, at) ? [{ kind: 'accountChanged' as const, at: accountChangedAt }] : []),
    ...(needsMatching ? [{ kind: 'needsMatching' as const }] : []),
    ...(isLate ? [{ kind: 'ended' as const }] : []),
  ]
}
