import 'server-only'
import { expireDueOrders } from '@/lib/order/store'
import { listOffers } from '@/lib/receiving/queries'
import { offersFor } from '@/lib/receiving/rules'
import type { Currency } from '@/lib/money/money'
import type { Offer } from '@/lib/receiving/views'
import type { MerchantScope } from '@/lib/shop/scope'
import { changesOf } from './edit/changes'
import { updateLinkRow, type LinkChangeSet } from './edit/store'
import { findLinkRecord } from './record/store'
import { searchTextOfLink } from './rules'
import { totalOf } from './total'
import type { LinkItem, LinkRecord, OpenAmount } from './views'

/** What is to be different; what is absent stays. Amounts are in the currency's minor unit. */
export type LinkEdit = Omit<LinkChangeSet, 'items' | 'searchText' | 'period'> & {
  items?: LinkItem[]
  /** With `items` only; null: the items' total is the amount from now on. */
  openAmount?: OpenAmount | null
  /** The version that it was decided on: with another one, nothing is changed. */
  onlyVersion?: number
  /** What the prices of `items` are in; absent: in the link's own. A link never changes its currency. */
  currency?: Currency
  /** Absent `startsAt`: the start stays as it is. */
  period?: { startsAt?: Date | null; expiresAt: Date | null }
}

type Wanted = Omit<LinkEdit, 'currency' | 'onlyVersion'>

export type EditRefusal =
  /** Items and amount: somebody has paid or is paying. */
  | { reason: 'amountInUse' }
  /** Items and amount of a link whose amount its customers choose. */
  | { reason: 'openAmount' }
  /** The usage limit: this many places are paid or held. */
  | { reason: 'belowUsage'; taken: number }
  /** Prices in a currency that is not the link's. */
  | { reason: 'otherCurrency'; currency: Currency }
  | { reason: 'noUsableMethod' }
  | { reason: 'endsBeforeStart' }
  /** It is not the version any more that the change was decided on. */
  | { reason: 'changedMeanwhile' }
  /** Others change it at the same time, again and again. */
  | { reason: 'busy' }

export type Edited = { kind: 'edited' } | { kind: 'notFound' } | ({ kind: 'refused' } & EditRefusal)

const TRIES = 5
const FREED_AT_ONCE = 100

/**
 * Changes a link. Decided on what the link is, and written only while it still is that: the database
 * has the last word (see `updateLinkRow`); when it says no, the link is read again.
 * @param edit from what the link is now
 */
export async function updateLink(scope: MerchantScope, orderId: string, edit: (link: LinkRecord) => LinkEdit, at: Date): Promise<Edited> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const found = await findLinkRecord(scope, orderId, at)
    if (!found) return { kind: 'notFound' }
    const { link } = found
    const { onlyVersion, currency, ...wanted } = edit(link)
    if (onlyVersion !== undefined && onlyVersion !== link.version) return { kind: 'refused', reason: 'changedMeanwhile' }
    if (wanted.items && currency && currency !== link.currency) return { kind: 'refused', reason: 'otherCurrency', currency: link.currency }
    const offers = wanted.items || wanted.paymentMethods || wanted.accountsOff ? await listOffers(scope) : []
    const refused = refusalOf(link, offers, wanted)
    // A hold whose deadline has passed is no customer any more, whether or not the sweep has been there.
    if (refused && isAboutPlaces(refused) && link.heldCount > 0 && (await expireDueOrders({ at, limit: FREED_AT_ONCE, linkId: link.id })) > 0) continue
    if (refused) return { kind: 'refused', ...refused }
    const change = changeSetOf(link, wanted)
    const seen = { ...link, isPaused: link.state === 'paused', onlyVersion }
    if (Object.keys(change).length === 0 || (await updateLinkRow(scope, seen, change, { at, told: changesOf(link, change) }))) return { kind: 'edited' }
  }
  return { kind: 'refused', reason: 'busy' }
}

const isAboutPlaces = ({ reason }: EditRefusal): boolean => reason === 'amountInUse' || reason === 'belowUsage'

function refusalOf(link: LinkRecord, offers: readonly Offer[], { items, openAmount, usageLimit, paymentMethods, accountsOff, period }: Wanted): EditRefusal | null {
  const taken = link.usedCount + link.heldCount
  if (items && link.openAmount && openAmount === undefined) return { reason: 'openAmount' }
  if (items && taken > 0) return { reason: 'amountInUse' }
  if (usageLimit !== undefined && usageLimit !== null && usageLimit < taken) return { reason: 'belowUsage', taken }
  const startsAt = period?.startsAt === undefined ? link.startsAt : period.startsAt
  if (period?.expiresAt && startsAt && period.expiresAt <= startsAt) return { reason: 'endsBeforeStart' }
  if (!items && !paymentMethods && !accountsOff) return null
  const amount = items ? totalOf(items) : link.amount
  const open = openAmount === undefined ? link.openAmount : openAmount
  const range = open ? { amount: open.minimum, upTo: open.maximum } : { amount }
  return offersFor(offers, { currency: link.currency, ...range, chosen: paymentMethods ?? link.paymentMethods, accountsOff: accountsOff ?? link.accountsOff }).length > 0 ? null : { reason: 'noUsableMethod' }
}

function changeSetOf(link: LinkRecord, { items, openAmount, period, ...others }: Wanted): LinkChangeSet {
  const names = { title: others.title === undefined ? link.title : others.title, items: items ?? link.items }
  const isRenamed = items !== undefined || others.title !== undefined || others.customer !== undefined
  return {
    ...others,
    ...(items && { items: { items, amount: totalOf(items), ...(openAmount !== undefined && { openAmount }) } }),
    ...(isRenamed && { searchText: searchTextOfLink({ ...link, ...names, customer: others.customer === undefined ? link.customer : others.customer }) }),
    ...(period && { period: { startsAt: period.startsAt === undefined ? link.startsAt : period.startsAt, expiresAt: period.expiresAt } }),
  }
}
