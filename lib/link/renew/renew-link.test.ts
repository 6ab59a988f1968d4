import { beforeEach, describe, expect, it } from 'vitest'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { applyLinkChange } from '../change-link-state'
import { closedReason } from '../status'
import { renewLink } from './renew-link'
import { MAX_MINUTES, renewalOf } from './rules'
import { findRenewable } from './store'

useTestDatabase()

const DAY = 24 * 60

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

const soldOut = async (usageLimit = 1) => {
  const link = await makeLink(scope, { usageLimit })
  for (let sold = 0; sold < usageLimit; sold += 1) await announce({ orderId: (await makeOrder(link.slug)).id, news: 'settle', actor: 'rail', at: NOON })
  return link
}
const reasonOf = async (slug: string, at: Date) => {
  const link = await findCheckoutLink(slug)
  return link && closedReason(link, at)
}
const row = (id: string) => prisma.link.findUniqueOrThrow({ where: { id } })

describe('renewing a link', () => {
  it('gives a sold-out link more places under the same address, and customers order again', async () => {
    const { id, slug } = await soldOut(2)
    expect(await reasonOf(slug, NOON)).toBe('soldOut')
    expect(await renewLink(scope, { id, places: 3, minutes: null }, later(NOON, 1))).toEqual({ ok: true, value: null })
    expect(await row(id)).toMatchObject({ usageLimit: 5, usedCount: 2, state: 'active', slug })
    expect(await placeOrder(orderWish(slug), later(NOON, 2))).toMatchObject({ kind: 'placed' })
    expect(await prisma.linkEvent.findMany({ where: { linkId: id, type: 'renewed' } })).toHaveLength(1)
  })

  it('gives an expired link a period from now on, and takes the pause away', async () => {
    const { id, slug } = await makeLink(scope, { expiry: { kind: 'after', amount: 2, unit: 'days' } })
    await applyLinkChange(scope, id, 'pause', NOON)
    const at = later(NOON, 5 * DAY)
    expect(await renewLink(scope, { id, places: null, minutes: DAY }, at)).toEqual({ ok: true, value: null })
    expect(await row(id)).toMatchObject({ state: 'active', expiresAt: later(at, DAY), usageLimit: 1 })
    expect(await reasonOf(slug, later(at, 5))).toBeNull()
  })

  it('gives both to a link that is sold out and over', async () => {
    const { id, slug } = await makeLink(scope, { expiry: { kind: 'after', amount: 1, unit: 'days' } })
    await announce({ orderId: (await makeOrder(slug)).id, news: 'settle', actor: 'rail', at: NOON })
    const at = later(NOON, 2 * DAY)
    expect(await renewLink(scope, { id, places: 1, minutes: null }, at)).toEqual({ ok: false, error: { kind: 'invalid', fields: { minutes: 'required' } } })
    expect(await renewLink(scope, { id, places: null, minutes: 60 }, at)).toEqual({ ok: false, error: { kind: 'invalid', fields: { places: 'required' } } })
    expect((await renewLink(scope, { id, places: 1, minutes: 60 }, at)).ok).toBe(true)
    expect(await reasonOf(slug, at)).toBeNull()
  })

  it('adds places once, however often it is tapped at the same moment', async () => {
    const { id } = await soldOut()
    const answers = await Promise.all(Array.from({ length: 8 }, () => renewLink(scope, { id, places: 4, minutes: null }, later(NOON, 1))))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await row(id)).toMatchObject({ usageLimit: 5 })
    expect(await prisma.linkEvent.count({ where: { linkId: id, type: 'renewed' } })).toBe(1)
  })

  it('leaves an open, a scheduled and a deleted link as they are', async () => {
    const open = await makeLink(scope)
    const deleted = await soldOut()
    await applyLinkChange(scope, deleted.id, 'delete', NOON)
    for (const { id } of [open, deleted]) {
      const before = await row(id)
      expect((await renewLink(scope, { id, places: 5, minutes: 60 }, later(NOON, 1))).ok).toBe(true)
      expect(await row(id)).toEqual(before)
    }
  })

  it('never goes beyond the largest limit', async () => {
    const { id } = await soldOut()
    expect(await renewLink(scope, { id, places: 1_000_000, minutes: null }, NOON)).toEqual({ ok: false, error: { kind: 'invalid', fields: { places: 'usageLimit' } } })
  })

  it('knows nothing of another shop’s link', async () => {
    const { id } = await soldOut()
    const before = await row(id)
    expect(await renewLink(await makeShop(), { id, places: 5, minutes: null }, NOON)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await row(id)).toEqual(before)
  })

  it('stays open after it is deleted and restored, though it was paused before', async () => {
    const { id } = await makeLink(scope, { expiry: { kind: 'after', amount: 1, unit: 'hours' } })
    await applyLinkChange(scope, id, 'pause', NOON)
    await renewLink(scope, { id, places: null, minutes: DAY }, later(NOON, DAY))
    await applyLinkChange(scope, id, 'delete', later(NOON, DAY))
    await applyLinkChange(scope, id, 'restore', later(NOON, DAY))
    expect(await row(id)).toMatchObject({ state: 'active' })
  })
})

describe('what is suggested', () => {
  const link = { state: 'active' as const, startsAt: null, expiresAt: null, usageLimit: 3, usedCount: 3, heldCount: 0, periodBegan: NOON }
  const over = { ...link, usageLimit: null, expiresAt: later(NOON, 3 * DAY) }
  const at = later(NOON, 10 * DAY)

  it.each([
    ['as many places as before', link, 0, { places: 3, minutes: null, isPaused: false }],
    ['as many as people wait for', link, 7, { places: 7, minutes: null, isPaused: false }],
    ['not hundreds', { ...link, usageLimit: 500, usedCount: 500 }, 0, { places: 20, minutes: null, isPaused: false }],
    ['as long as before', over, 0, { places: null, minutes: 3 * DAY, isPaused: false }],
    ['an hour at least', { ...over, expiresAt: later(NOON, 5) }, 0, { places: null, minutes: 60, isPaused: false }],
    ['a year at most', { ...over, periodBegan: new Date(0) }, 0, { places: null, minutes: MAX_MINUTES, isPaused: false }],
    ['no pause', { ...link, usedCount: 1, state: 'paused' as const }, 0, { places: null, minutes: null, isPaused: true }],
    ['nothing for an open link', { ...link, usedCount: 1 }, 0, null],
    ['nothing for a deleted link', { ...link, state: 'deleted' as const }, 0, null],
  ])('is %s', (_, facts, waiting, renewal) => {
    expect(renewalOf(facts, { waiting, at })).toEqual(renewal)
  })

  it('counts the last period from the last renewal', async () => {
    const { id } = await makeLink(scope, { expiry: { kind: 'after', amount: 2, unit: 'days' } })
    await renewLink(scope, { id, places: null, minutes: 180 }, later(NOON, 9 * DAY))
    const renewed = await findRenewable(scope, id)
    expect(renewed && renewalOf(renewed, { waiting: 0, at: later(NOON, 30 * DAY) })).toMatchObject({ minutes: 180 })
  })
})
