import type { LINK_STATUSES } from './filter'

/** What a seller and a customer see. Only active, paused and deleted are stored. */
export type LinkStatus = (typeof LINK_STATUSES)[number]

export type LinkState = 'active' | 'paused' | 'deleted'

export type LinkFacts = {
  state: LinkState
  startsAt: Date | null
  expiresAt: Date | null
  /** Null: unlimited. */
  usageLimit: number | null
  usedCount: number
  heldCount: number
}

/**
 * A link's status at a moment. Derived, so that it is right even when no job has run:
 * what the seller decided comes first, then what is final, then the clock's beginning.
 */
export function linkStatus(link: LinkFacts, at: Date): LinkStatus {
  if (link.state === 'deleted') return 'deleted'
  if (link.usageLimit !== null && link.usedCount >= link.usageLimit) return 'soldOut'
  if (link.expiresAt !== null && link.expiresAt <= at) return 'expired'
  if (link.state === 'paused') return 'paused'
  if (link.startsAt !== null && link.startsAt > at) return 'scheduled'
  return 'active'
}

/** Why a customer cannot start a payment now; null when they can. */
export type ClosedReason = Exclude<LinkStatus, 'active'> | 'allHeld'

/**
 * `allHeld`: every place that is left belongs to somebody who is paying right now; a place may
 * come back. (Midtrans: a pending payment holds one usage and gives it back when it expires.)
 */
export function closedReason(link: LinkFacts, at: Date): ClosedReason | null {
  const status = linkStatus(link, at)
  if (status !== 'active') return status
  return placesLeft(link) === 0 ? 'allHeld' : null
}

/** Places that nobody has paid or is paying; null for an unlimited link. */
export function placesLeft(link: Pick<LinkFacts, 'usageLimit' | 'usedCount' | 'heldCount'>): number | null {
  return link.usageLimit === null ? null : Math.max(0, link.usageLimit - link.usedCount - link.heldCount)
}
