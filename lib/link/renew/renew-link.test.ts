import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { insertWaiter } from '@/lib/waiter/store'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { applyLinkChange } from '../change-link-state'
import { closedReason } from '../status'
import { changeRenewal, renewLink, takeRenewalBack } from './renew-link'
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

describe('opening a link again at once', () => {
  const opened = async (id: string, at: Date) => {
    const answer = await renewLink(scope, id, at)
    if (!answer.ok || !answer.value) throw new Error('not opened')
    return answer.value
  }

  it('gives a sold-out link as many places as it had, or as people wait for', async () => {
    const { id, slug } = await soldOut(2)
    expect(await reasonOf(slug, NOON)).toBe('soldOut')
    expect(await opened(id, later(NOON, 1))).toMatchObject({ places: 2, minutes: null, isPaused: false, waiting: 0, isPayable: true })
    expect(await row(id)).toMatchObject({ usageLimit: 4, usedCount: 2, state: 'active', slug })
    expect(await placeOrder(orderWish(slug), later(NOON, 2))).toMatchObject({ kind: 'placed' })
    const waited = await soldOut()
    for (const phone of ['6281200001111', '6281200002222', '6281200003333']) await insertWaiter({ id: randomUUID(), linkId: waited.id, phone, at: NOON })
    expect(await opened(waited.id, later(NOON, 1))).toMatchObject({ places: 3, waiting: 3 })
    expect(await row(waited.id)).toMatchObject({ usageLimit: 4 })
  })

  it('gives an ended, paused link its length again, and no pause', async () => {
    const { id } = await makeLink(scope, { expiry: { kind: 'after', amount: 2, unit: 'days' } })
    await applyLinkChange(scope, id, 'pause', NOON)
    const at = later(NOON, 5 * DAY)
    expect(await opened(id, at)).toMatchObject({ places: null, minutes: 2 * DAY, isPaused: true })
    expect(await row(id)).toMatchObject({ state: 'active', expiresAt: later(at, 2 * DAY) })
  })

  it('gives both to a link that is sold out and over', async () => {
    const { id, slug } = await makeLink(scope, { expiry: { kind: 'after', amount: 1, unit: 'days' } })
    await announce({ orderId: (await makeOrder(slug)).id, news: 'settle', actor: 'rail', at: NOON })
    const at = later(NOON, 2 * DAY)
    expect(await opened(id, at)).toMatchObject({ places: 1, minutes: DAY })
    expect(await reasonOf(slug, at)).toBeNull()
  })

  it('leaves an open, a scheduled and a deleted link as they are', async () => {
    const open = await makeLink(scope)
    const deleted = await soldOut()
    await applyLinkChange(scope, deleted.id, 'delete', NOON)
    for (const { id } of [open, deleted]) {
      const before = await row(id)
      expect(await renewLink(scope, id, later(NOON, 1))).toEqual({ ok: true, value: null })
      expect(await row(id)).toEqual(before)
    }
  })

  it('stays open after it is deleted and restored, though it was paused before', async () => {
    const { id } = await makeLink(scope, { expiry: { kind: 'after', amount: 1, unit: 'hours' } })
    await applyLinkChange(scope, id, 'pause', NOON)
    await renewLink(scope, id, later(NOON, DAY))
    await applyLinkChange(scope, id, 'delete', later(NOON, DAY))
    await applyLinkChange(scope, id, 'restore', later(NOON, DAY))
    expect(await row(id)).toMatchObject({ state: 'active' })
  })

  it('does it once for two taps, and says so to the first alone', async () => {
    const { id } = await soldOut()
    const answers = await Promise.all(Array.from({ length: 6 }, () => renewLink(scope, id, later(NOON, 1))))
    expect(answers.filter((answer) => answer.ok && answer.value !== null)).toHaveLength(1)
    expect(await row(id)).toMatchObject({ usageLimit: 2 })
  })

  it('says when no way to pay takes the price any more', async () => {
    const { id } = await makeLink(scope)
    await prisma.link.update({ where: { id }, data: { mode: 'live', state: 'paused', usageLimit: 1, usedCount: 1 } })
    const answer = await renewLink({ ...scope, mode: 'live' }, id, NOON)
    expect(answer).toMatchObject({ ok: true, value: { isPayable: false, isPaused: true } })
  })

  it('is refused where no more places can be had', async () => {
    const { id } = await makeLink(scope, { usageLimit: 1 })
    await prisma.link.update({ where: { id }, data: { usageLimit: 1_000_000, usedCount: 1_000_000 } })
    expect(await renewLink(scope, id, NOON)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  })
})

describe('taking it back, or changing it', () => {
  const at = later(NOON, 5 * DAY)
  const opened = async (id: string) => {
    const answer = await renewLink(scope, id, at)
    if (!answer.ok || !answer.value) throw new Error('not opened')
    return answer.value
  }

  it('leaves a link as it was, and the next suggestion too', async () => {
    const { id } = await makeLink(scope, { expiry: { kind: 'after', amount: 2, unit: 'days' } })
    await announce({ orderId: (await makeOrder((await row(id)).slug)).id, news: 'settle', actor: 'rail', at: NOON })
    await applyLinkChange(scope, id, 'pause', NOON)
    const before = await row(id)
    const { version } = await opened(id)
    expect(await takeRenewalBack(scope, { id, version }, later(at, 1))).toEqual({ ok: true, value: null })
    expect(await row(id)).toMatchObject({ state: 'paused', usageLimit: before.usageLimit, expiresAt: before.expiresAt })
    const again = await findRenewable(scope, id)
    expect(again && renewalOf(again, { waiting: 0, at: later(at, 2) })).toEqual({ places: 1, minutes: 2 * DAY, isPaused: true })
    await applyLinkChange(scope, id, 'delete', later(at, 2))
    await applyLinkChange(scope, id, 'restore', later(at, 3))
    expect(await row(id)).toMatchObject({ state: 'paused' })
    expect((await prisma.linkEvent.findMany({ where: { linkId: id }, orderBy: { id: 'asc' } })).map(({ type }) => type)).toEqual(['created', 'paused', 'renewed', 'closed', 'paused', 'deleted', 'restored'])
  })

  it('is refused once a customer has taken one of the new places', async () => {
    const { id, slug } = await soldOut()
    const { version } = await opened(id)
    await placeOrder(orderWish(slug), at)
    expect(await takeRenewalBack(scope, { id, version }, at)).toEqual({ ok: false, error: { kind: 'conflict', message: 'renewalStays' } })
    expect(await row(id)).toMatchObject({ state: 'active', usageLimit: 2 })
  })

  it('is refused once the link was changed or paused, and a second time', async () => {
    const { id } = await soldOut()
    const { version } = await opened(id)
    expect((await takeRenewalBack(scope, { id, version: version - 1 }, at)).ok).toBe(false)
    await applyLinkChange(scope, id, 'pause', at)
    expect((await takeRenewalBack(scope, { id, version }, at)).ok).toBe(false)
    await applyLinkChange(scope, id, 'resume', at)
    expect((await takeRenewalBack(scope, { id, version }, at)).ok).toBe(true)
    expect((await takeRenewalBack(scope, { id, version }, at)).ok).toBe(false)
  })

  it('is refused for a link that was never opened again', async () => {
    const { id } = await makeLink(scope)
    expect(await takeRenewalBack(scope, { id, version: 1 }, at)).toMatchObject({ ok: false, error: { kind: 'conflict' } })
    expect(await changeRenewal(scope, { id, version: 1, places: 1, minutes: null }, at)).toMatchObject({ ok: false, error: { kind: 'conflict' } })
  })

  it('gives other places and another period, counted as the first time, and still leads back', async () => {
    const { id, slug } = await makeLink(scope, { expiry: { kind: 'after', amount: 2, unit: 'days' } })
    await announce({ orderId: (await makeOrder(slug)).id, news: 'settle', actor: 'rail', at: NOON })
    const before = await row(id)
    const { version } = await opened(id)
    const changed = await changeRenewal(scope, { id, version, places: 5, minutes: DAY }, later(at, 3))
    expect(changed).toMatchObject({ ok: true, value: { places: 5, minutes: DAY } })
    expect(await row(id)).toMatchObject({ usageLimit: 6, expiresAt: later(at, 3 + DAY) })
    expect((await changeRenewal(scope, { id, version, places: 9, minutes: DAY }, at)).ok).toBe(false)
    expect((await takeRenewalBack(scope, { id, version: changed.ok ? changed.value.version : 0 }, at)).ok).toBe(true)
    expect(await row(id)).toMatchObject({ usageLimit: before.usageLimit, expiresAt: before.expiresAt })
  })

  it('does not go below what customers have taken meanwhile', async () => {
    const { id, slug } = await soldOut(3)
    const { version } = await opened(id)
    for (let taken = 0; taken < 2; taken += 1) await placeOrder(orderWish(slug), at)
    expect(await changeRenewal(scope, { id, version, places: 1, minutes: null }, at)).toEqual({ ok: false, error: { kind: 'invalid', fields: { places: 'usageLimit' } } })
    expect((await changeRenewal(scope, { id, version, places: 2, minutes: null }, at)).ok).toBe(true)
  })

  it('knows nothing of another shop’s link', async () => {
    const { id } = await soldOut()
    const { version } = await opened(id)
    const other = await makeShop()
    expect(await renewLink(other, id, at)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await takeRenewalBack(other, { id, version }, at)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await changeRenewal(other, { id, version, places: 1, minutes: null }, at)).toEqual({ ok: false, error: { kind: 'notFound' } })
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
    const opened = await renewLink(scope, id, later(NOON, 9 * DAY))
    await changeRenewal(scope, { id, version: opened.ok && opened.value ? opened.value.version : 0, places: null, minutes: 180 }, later(NOON, 9 * DAY))
    const renewed = await findRenewable(scope, id)
    expect(renewed && renewalOf(renewed, { waiting: 0, at: later(NOON, 30 * DAY) })).toMatchObject({ minutes: 180 })
  })
})
