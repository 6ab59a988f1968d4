import 'server-only'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import { listOffers } from '@/lib/receiving/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { listWaiters } from '@/lib/waiter/store'
import { findLinkRecordById } from '../record/store'
import { hasUsableMethod } from '../rules'
import { MAX_USAGE_LIMIT } from '../fields'
import { changesOfRenewal, renewalOf, stateBefore, type Opened, type RenewalWish } from './rules'
import { findRenewable, findRenewed, reopen } from './store'

const TRIES = 3

/**
 * Opens a closed link again under the same address, as {@link renewalOf} suggests: more places where it is
 * sold out, a new period from now where it ended, no pause. What the link does not lack stays as it is.
 * @returns null for a link that is open already, which is no error and changes nothing; not found for another merchant's link;
 *   invalid where it can have no more places; conflict when others change it again and again
 */
export async function renewLink(scope: MerchantScope, id: string, at: Date): Promise<Result<Opened | null>> {
  const waiting = (await listWaiters(scope, id)).length
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const link = await findRenewable(scope, id)
    if (!link) return notFound()
    const needed = renewalOf(link, { waiting, at })
    if (!needed) return success(null)
    const { places, minutes } = needed
    if (places === 0) return invalid({ places: 'usageLimit' })
    const usageLimit = link.usageLimit === null || places === null ? link.usageLimit : link.usageLimit + places
    const period = { state: 'active' as const, usageLimit, expiresAt: minutes === null ? link.expiresAt : after(at, minutes) }
    const version = await reopen(scope, { ...period, seen: link, events: ['renewed'], changes: changesOfRenewal(link, period), at })
    if (version !== null) return success({ ...needed, version, waiting, isPayable: await isPayable(scope, id, at) })
  }
  return failure({ kind: 'conflict', message: 'unexpected' })
}

/**
 * Gives a link that was just opened again other places and another period, counted as the first time.
 * @param version the link's since it was opened again
 * @returns conflict when it was changed since; invalid where customers have taken more places by now
 */
export async function changeRenewal(scope: MerchantScope, { id, version, ...wish }: RenewalWish & { id: string; version: number }, at: Date): Promise<Result<Opened>> {
  const link = await findRenewed(scope, id)
  if (!link) return notFound()
  const { changes } = link
  if (!changes || link.version !== version || link.state !== 'active') return failure({ kind: 'conflict', message: 'linkChanged' })
  const before = stateBefore({ ...link, changes })
  const places = before.usageLimit === link.usageLimit ? null : wish.places
  const minutes = before.expiresAt?.getTime() === link.expiresAt?.getTime() ? null : wish.minutes
  const usageLimit = places === null || before.usageLimit === null ? link.usageLimit : before.usageLimit + places
  if (usageLimit !== null && (usageLimit > MAX_USAGE_LIMIT || usageLimit < link.usedCount + link.heldCount)) return invalid({ places: 'usageLimit' })
  const period = { state: link.state, usageLimit, expiresAt: minutes === null ? link.expiresAt : after(at, minutes) }
  // Told as from where the link was closed, so that taking it back leads there.
  const next = await reopen(scope, { ...period, seen: link, events: ['renewed'], changes: changesOfRenewal(before, period), at })
  if (next === null) return failure({ kind: 'conflict', message: 'linkChanged' })
  const waiting = (await listWaiters(scope, id)).length
  return success({ places, minutes, isPaused: before.state === 'paused', version: next, waiting, isPayable: await isPayable(scope, id, at) })
}

/**
 * Closes a link that was just opened again, as it was before. Orders that were placed meanwhile stay.
 * @param version the link's since it was opened again
 * @returns conflict when it was changed since, or customers have taken places that it did not have before
 */
export async function takeRenewalBack(scope: MerchantScope, { id, version }: { id: string; version: number }, at: Date): Promise<Result<null>> {
  const link = await findRenewed(scope, id)
  if (!link) return notFound()
  const { changes } = link
  if (!changes || link.version !== version || link.state !== 'active') return failure({ kind: 'conflict', message: 'renewalStays' })
  const before = stateBefore({ ...link, changes })
  const events = before.state === 'paused' ? (['closed', 'paused'] as const) : (['closed'] as const)
  const isClosed = (await reopen(scope, { ...before, seen: link, events, changes: [], at })) !== null
  return isClosed ? success(null) : failure({ kind: 'conflict', message: 'renewalStays' })
}

const after = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** Whether a customer who opens the link finds a way to pay: accounts may have been turned off since it was made. */
async function isPayable(scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const [link, offers] = await Promise.all([findLinkRecordById(scope, id, at), listOffers(scope)])
  return link !== null && hasUsableMethod(link, offers)
}
