import type { ClosedReason } from '@/lib/link/status'

/** More than a small shop can message by hand. */
export const WAITERS_PER_LINK = 100

/** How long a number is kept, told or not. */
export const KEPT_DAYS = 30

/** Closed now and perhaps open again: worth waiting for. One customer's own link has nobody to wait; a link to come opens by itself. */
const WAITABLE = { soldOut: true, allHeld: true, expired: true, paused: true, scheduled: false, deleted: false } as const satisfies Record<ClosedReason, boolean>

export const isWorthWaiting = (reason: ClosedReason, link: { customer: unknown }): boolean => WAITABLE[reason] && link.customer === null
