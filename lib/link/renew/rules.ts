import { MAX_USAGE_LIMIT } from '../fields'
import { linkStatus, type LinkFacts } from '../status'
import type { LinkFieldChange } from '../views'

/** What a closed link lacks to be open again; null: nothing of that kind. */
export type Renewal = {
  /** How many more orders may be paid. */
  places: number | null
  /** How long it is open from now on. */
  minutes: number | null
  isPaused: boolean
}

/** What of it the seller may choose. */
export type RenewalWish = Pick<Renewal, 'places' | 'minutes'>

/** What opening a link again did. */
export type Opened = Renewal & {
  /** The link's, from then on: what taking it back or changing it is about. */
  version: number
  /** How many people wait to be told. */
  waiting: number
  /** Some way to pay takes the link's amount. */
  isPayable: boolean
}

const HOUR = 60
const DAY = 24 * HOUR
export const MAX_MINUTES = 365 * DAY

/** A link of a thousand places that is sold out rarely means a thousand more. */
const MANY = 20

type Renewable = LinkFacts & {
  /** When its last period began: it was made, it opened, or it was renewed. */
  periodBegan: Date
}

/**
 * What renewing a link would do unless the seller says otherwise: as many places as people wait for, else
 * as many as it had, up to twenty; a period as long as the last one, from an hour to a year.
 * @returns null for a link that is open, opens by itself or was deleted (which is restored, not renewed)
 */
export function renewalOf(link: Renewable, { waiting, at }: { waiting: number; at: Date }): Renewal | null {
  const status = linkStatus(link, at)
  if (status === 'active' || status === 'scheduled' || status === 'deleted') return null
  const { usageLimit, usedCount, expiresAt, state } = link
  const room = usageLimit === null ? 0 : MAX_USAGE_LIMIT - Math.max(usageLimit, usedCount)
  const isSoldOut = usageLimit !== null && usedCount >= usageLimit
  const isOver = expiresAt !== null && expiresAt <= at
  return {
    places: isSoldOut ? Math.max(0, Math.min(waiting > 0 ? waiting : Math.min(usageLimit, MANY), room)) : null,
    minutes: isOver ? within(HOUR, MAX_MINUTES, Math.round((expiresAt.getTime() - link.periodBegan.getTime()) / 60_000)) : null,
    isPaused: state === 'paused',
  }
}

type Before = Pick<LinkFacts, 'state' | 'usageLimit' | 'expiresAt'>

/** What the history says of a renewal: enough to take it back. */
export function changesOfRenewal(before: Before, now: Before): LinkFieldChange[] {
  return [
    ...(before.state === now.state ? [] : [{ field: 'state' as const, from: before.state, to: now.state }]),
    ...(before.usageLimit === now.usageLimit ? [] : [{ field: 'usageLimit' as const, from: before.usageLimit, to: now.usageLimit }]),
    ...(before.expiresAt?.getTime() === now.expiresAt?.getTime() ? [] : [{ field: 'expiresAt' as const, from: before.expiresAt?.toISOString() ?? null, to: now.expiresAt?.toISOString() ?? null }]),
  ]
}

/** What a link was before its newest renewal. */
export function stateBefore({ changes, state, usageLimit, expiresAt }: Before & { changes: readonly LinkFieldChange[] }): Before {
  const before: Before = { state, usageLimit, expiresAt }
  for (const change of changes) {
    if (change.field === 'state') before.state = change.from
    if (change.field === 'usageLimit') before.usageLimit = change.from
    if (change.field === 'expiresAt') before.expiresAt = change.from === null ? null : new Date(change.from)
  }
  return before
}

const within = (least: number, most: number, value: number) => Math.min(most, Math.max(least, value))
