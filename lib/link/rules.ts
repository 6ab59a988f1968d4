import { Temporal } from 'temporal-polyfill'
import { MAX_AMOUNT, type Currency } from '@/lib/money/money'
import type { FieldErrors } from '@/lib/platform/result'
import { bareNumber } from '@/lib/platform/written-as'
import { offersFor, offersIn, rangeOf } from '@/lib/receiving/rules'
import type { Offer } from '@/lib/receiving/views'
import { outOfRange } from './open-amount'
import type { CreateLinkValues } from './schema'
import { totalOf } from './total'
import type { LinkItem, OpenAmount } from './views'

/** No link may end later than this: PostgreSQL and JavaScript can say it, and nobody means it. */
const LATEST_YEAR = 2200

export type LinkPeriod = { startsAt: Date | null; expiresAt: Date | null }

/**
 * When a new link opens and closes. Wall-clock times are read in the shop's time zone; a duration
 * counts from the opening (Midtrans: from `start_time`, else from creation).
 * @param at the moment of creation
 */
export function periodOf(
  values: Pick<CreateLinkValues, 'startsAt' | 'expiry'>,
  { timeZone, at }: { timeZone: string; at: Date },
): { ok: true; period: LinkPeriod } | { ok: false; fields: FieldErrors } {
  const startsAt = values.startsAt === '' ? null : instantOf(values.startsAt, timeZone)
  if (startsAt === undefined) return { ok: false, fields: { startsAt: 'dateTime' } }

  const expiresAt = expiryOf(values.expiry, { timeZone, from: startsAt ?? at })
  if (expiresAt === undefined) return { ok: false, fields: { 'expiry.at': 'dateTime' } }
  const field = values.expiry.kind === 'after' ? 'expiry.amount' : 'expiry.at'
  if (expiresAt && expiresAt.getUTCFullYear() > LATEST_YEAR) return { ok: false, fields: { [field]: 'expiryTooLate' } }
  if (expiresAt && expiresAt <= at) return { ok: false, fields: { [field]: 'expiryPast' } }
  if (expiresAt && startsAt && expiresAt <= startsAt) return { ok: false, fields: { [field]: 'expiryBeforeStart' } }
  if (startsAt && startsAt.getUTCFullYear() > LATEST_YEAR) return { ok: false, fields: { startsAt: 'expiryTooLate' } }
  return { ok: true, period: { startsAt, expiresAt } }
}

/** Methods that cannot carry the total, or anything between the two bounds, leave a customer with nothing to choose. */
export function hasUsableMethod({ items, currency, openAmount, paymentMethods, accountsOff }: { items: readonly LinkItem[]; currency: Currency; openAmount?: OpenAmount | null; paymentMethods: readonly string[]; accountsOff?: readonly string[] }, offers: readonly Offer[]): boolean {
  const range = openAmount ? { amount: openAmount.minimum, upTo: openAmount.maximum } : { amount: totalOf(items) }
  return offersFor(offers, { currency, ...range, chosen: paymentMethods, accountsOff }).length > 0
}

export type Priced = { items: LinkItem[]; openAmount: OpenAmount | null }

/**
 * What a form says that a link costs. An open amount without a bound takes what its methods carry, and is of one item.
 * @returns `invalid` with the field where what was typed and what the methods carry leave no amount
 */
export function pricedOf(
  { items, currency, openAmount: typed, paymentMethods, accountsOff }: Pick<CreateLinkValues, 'items' | 'currency' | 'openAmount' | 'paymentMethods' | 'accountsOff'>,
  offers: readonly Offer[],
): { ok: true; priced: Priced } | { ok: false; fields: FieldErrors } {
  if (!typed) return { ok: true, priced: { items, openAmount: null } }
  const carried = rangeOf(offers, currency, { chosen: paymentMethods, accountsOff }) ?? { minimum: 1, maximum: MAX_AMOUNT }
  const openAmount = { minimum: typed.minimum ?? carried.minimum, maximum: typed.maximum ?? carried.maximum, preset: typed.preset }
  if (openAmount.minimum > openAmount.maximum) return { ok: false, fields: { [typed.minimum === null ? 'openAmount.maximum' : 'openAmount.minimum']: 'noUsableMethod' } }
  if (typed.preset !== null && outOfRange(openAmount, typed.preset)) return { ok: false, fields: { 'openAmount.preset': 'presetOutside' } }
  return { ok: true, priced: { items: [{ name: items[0]?.name ?? '', price: typed.preset ?? openAmount.minimum, quantity: 1 }], openAmount } }
}

/** Nothing that the shop has moves this money, whatever the amount. */
export const isUnpayableIn = (currency: Currency, offers: readonly Offer[]): boolean => offersIn(offers, currency).length === 0

function expiryOf(expiry: CreateLinkValues['expiry'], { timeZone, from }: { timeZone: string; from: Date }) {
  if (expiry.kind === 'never') return null
  if (expiry.kind === 'at') return instantOf(expiry.at, timeZone)
  const minutes = { minutes: 1, hours: 60, days: 24 * 60 }[expiry.unit]
  return new Date(from.getTime() + expiry.amount * minutes * 60_000)
}

/** Undefined when the text is no time on any calendar (31 February). */
export function instantOf(local: string, timeZone: string): Date | undefined {
  try {
    const wallClock = Temporal.PlainDateTime.from(local, { overflow: 'reject' })
    return new Date(wallClock.toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    return undefined
  }
}

/** What the list's search looks through: lower case, one space between parts. */
export function searchTextOf(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ').toLowerCase()
}

type Named = { orderId: string; slug: string; title: string | null; items: readonly { name: string }[]; customer: Record<'firstName' | 'lastName' | 'email' | 'phone', string> | null }

/** What a link is found by: its IDs, its title, what is sold, and whom it is for. */
export function searchTextOfLink({ orderId, slug, title, items, customer }: Named): string {
  return searchTextOf([orderId, slug, title, ...items.map(({ name }) => name), customer?.firstName, customer?.lastName, customer?.email, bareNumber(customer?.phone ?? '')])
}
