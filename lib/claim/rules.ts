import type { ClaimWarning } from './views'

/** Swapped accounts are a known fraud; see lib/receiving. */
const CHANGED_LATELY_MS = 24 * 60 * 60_000

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
    ...(accountChangedAt && at.getTime() - accountChangedAt.getTime() < CHANGED_LATELY_MS ? [{ kind: 'accountChanged' as const, at: accountChangedAt }] : []),
    ...(needsMatching ? [{ kind: 'needsMatching' as const }] : []),
    ...(isLate ? [{ kind: 'ended' as const }] : []),
  ]
}
