import 'server-only'
import { closedReason, type ClosedReason } from '@/lib/link/status'
import { countLiveHolds } from './queries'
import type { CheckoutLink } from './views'

export type LinkStanding = {
  link: CheckoutLink
  /** Null when a customer can start to pay now. */
  reason: ClosedReason | null
  /** For `allHeld`: when a place may come back first. */
  freesAt: Date | null
}

/**
 * Whether a link can be paid now. A link that looks full is counted again without the holds whose
 * deadline has passed: placing an order frees those, reading changes nothing.
 */
export async function linkStanding(link: CheckoutLink, at: Date): Promise<LinkStanding> {
  const reason = closedReason(link, at)
  if (reason !== 'allHeld') return { link, reason, freesAt: null }
  const { usedCount, count, freesAt } = await countLiveHolds(link.id, at)
  const counted = { ...link, usedCount, heldCount: count }
  return { link: counted, reason: closedReason(counted, at), freesAt }
}
