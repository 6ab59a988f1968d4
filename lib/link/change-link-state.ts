import 'server-only'
import { notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkState } from './status'
import { deleteLinkByOrderId } from './record/store'
import { changeLinkState, findLink, restoreLink } from './store'

/** What a seller may do to a link as a whole, and from which states. Doing it twice is no error. */
const CHANGES = {
  pause: { from: ['active'], to: 'paused', event: 'paused' },
  resume: { from: ['paused'], to: 'active', event: 'resumed' },
  delete: { from: ['active', 'paused'], to: 'deleted', event: 'deleted' },
} as const satisfies Record<string, { from: LinkState[]; to: LinkState; event: string }>

export type LinkChange = keyof typeof CHANGES | 'restore'

/**
 * Pauses, resumes, deletes (softly: its orders stay, pending ones can still be paid) or restores a link.
 * @returns not found for another merchant's link, exactly as for a missing one
 */
export async function applyLinkChange(scope: MerchantScope, id: string, change: LinkChange, at: Date): Promise<Result<null>> {
  if (await attempt(scope, id, change, at)) return success(null)
  const link = await findLink(scope, id, at)
  return link ? success(null) : notFound()
}

async function attempt(scope: MerchantScope, id: string, change: LinkChange, at: Date): Promise<boolean> {
  if (change === 'restore') return await restoreLink(scope, id, at)
  const { from, to, event } = CHANGES[change]
  return await changeLinkState(scope, { id, from: [...from], to, event, at })
}

/** Deletes a link by its order ID. @returns false when there is none, or none any more */
export async function deleteLink(scope: MerchantScope, orderId: string, at: Date): Promise<boolean> {
  return await deleteLinkByOrderId(scope, orderId, at)
}
