import 'server-only'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { MAX_USAGE_LIMIT } from '../schema'
import { renewalOf, type RenewalWish } from './rules'
import { findRenewable, openAgain } from './store'

const TRIES = 3

/**
 * Opens a closed link again under the same address: more places where it is sold out, a new period from
 * now where it ended, no pause. What the link does not lack stays as it is; a link that is open already
 * is no error and is not changed.
 * @returns not found for another merchant's link; invalid where a needed value is missing or too large; conflict when others change it again and again
 */
export async function renewLink(scope: MerchantScope, { id, places, minutes }: RenewalWish & { id: string }, at: Date): Promise<Result<null>> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const link = await findRenewable(scope, id)
    if (!link) return notFound()
    const needed = renewalOf(link, { waiting: 0, at })
    if (!needed) return success(null)
    if (needed.places !== null && places === null) return invalid({ places: 'required' })
    if (needed.minutes !== null && minutes === null) return invalid({ minutes: 'required' })
    const usageLimit = link.usageLimit === null || needed.places === null ? link.usageLimit : Math.max(link.usageLimit, link.usedCount + link.heldCount) + (places ?? 0)
    if (usageLimit !== null && usageLimit > MAX_USAGE_LIMIT) return invalid({ places: 'usageLimit' })
    const expiresAt = needed.minutes === null ? link.expiresAt : new Date(at.getTime() + (minutes ?? 0) * 60_000)
    if (await openAgain(scope, link, { usageLimit, expiresAt, at })) return success(null)
  }
  return failure({ kind: 'conflict', message: 'unexpected' })
}
