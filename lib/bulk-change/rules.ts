import type { LinkStatus } from '@/lib/link/status'

export const CHANGES = ['pause', 'resume', 'delete', 'restore'] as const
export type ChangeName = (typeof CHANGES)[number]

/** More than a page of the list shows; what is more is *all matching*. */
export const MAX_SELECTED = 200

/** What such a change means to a link: it is changed, it was so before, or it is left as it is. */
export type Meaning = 'change' | 'already' | 'left'

/** As the list offers it for each link on its own: what is over has nothing to pause or resume. */
const MEANINGS = {
  pause: { active: 'change', scheduled: 'change', paused: 'already', expired: 'left', soldOut: 'left', deleted: 'left' },
  resume: { active: 'already', scheduled: 'already', paused: 'change', expired: 'left', soldOut: 'left', deleted: 'left' },
  delete: { active: 'change', scheduled: 'change', paused: 'change', expired: 'change', soldOut: 'change', deleted: 'already' },
  restore: { active: 'already', scheduled: 'already', paused: 'already', expired: 'already', soldOut: 'already', deleted: 'change' },
} as const satisfies Record<ChangeName, Record<LinkStatus, Meaning>>

export const meaningOf = (change: ChangeName, status: LinkStatus): Meaning => MEANINGS[change][status]

/** Only closing a link leaves customers behind in the middle of paying. */
export const closes = (change: ChangeName): boolean => change === 'pause' || change === 'delete'
