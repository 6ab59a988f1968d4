import type { LinkStatus } from '@/lib/link/status'

/** Over, but under the same address it can go on. A paused one is resumed. */
export const isRenewable = (status: LinkStatus): boolean => status === 'soldOut' || status === 'expired'

/** A link that is over has nothing to pause. */
export const isPausable = (status: LinkStatus): boolean => status === 'active' || status === 'scheduled'
