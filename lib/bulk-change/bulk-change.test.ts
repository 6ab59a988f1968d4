import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { changeLinks, undoDeletion } from './change-links'
import { runChange } from './run-change'
import type { ChangeLinksValues } from './schema'
import { cancelBulkChange, changeNextLinks, findBulkChange, measureTarget } from './store'

useTestDatabase()

let scope: MerchantScope

beforeEach(async () => {
  scope = await makeShop()
})

const AT = later(NOON, 1)
const change = async (wish: Partial<ChangeLinksValues>, shop = scope) => {
  const changed = await changeLinks(shop, { submissionId: randomUUID(), change: 'pause', target: {}, cancelsOrders: false, ...wish }, AT)
  if (!changed.ok) throw new Error(changed.error.kind)
  return changed.value
}
const finish = async ({ id }: { id: string }) => {
  await runChange(id, () => AT)
  return await findBulkChange(scope, id)
}
const stateOf = async ({ id }: { id: string }) => (await prisma.link.findUniqueOrThrow({ where: { id } })).state
const set = (id: string, data: object) => prisma.link.update({ where: { id }, data })

describe('a change of selected links', () => {
  it('is done at once and counts exactly what it changed, what was so, and what it left', async () => {
    const links = [await makeLink(scope), await makeLink(scope), await makeLink(scope), await makeLink(scope, { usageLimit: 1 })] as const
    await set(links[2].id, { state: 'paused' })
    await set(links[3].id, { usedCount: 1 })
    const submissionId = randomUUID()
    const target = { ids: links.map(({ id }) => id) }
    const told = await change({ target, submissionId })
    expect(told).toMatchObject({ state: 'done', totalCount: 4, changedCount: 2, alreadyCount: 1, leftCount: 1 })
    // Clicked twice.
    expect(await change({ target, submissionId })).toEqual(told)
    expect(await prisma.linkEvent.count({ where: { linkId: links[0].id, type: 'paused', actorId: scope.userId } })).toBe(1)
    expect(await change({ target })).toMatchObject({ changedCount: 0, alreadyCount: 3, leftCount: 1 })
  })

  it('touches no other shop’s links: they are not there', async () => {
    const [own, foreign] = [await makeLink(scope), await makeLink(await makeShop())]
    expect(await changeLinks(scope, { submissionId: randomUUID(), change: 'delete', target: { ids: [foreign.id] }, cancelsOrders: false }, AT)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await change({ target: { ids: [own.id, foreign.id] } })).toMatchObject({ totalCount: 1, changedCount: 1 })
    expect(await stateOf(foreign)).toBe('active')
    expect(await measureTarget(scope, { ids: [foreign.id] }, AT)).toEqual({ links: 0, openOrders: 0 })
  })
})

describe('a change of all that match', () => {
  it('goes on where it broke off, run by any number of workers, and counts each link once', async () => {
    for (let made = 0; made < 30; made += 1) await makeLink(scope, { items: [{ name: made < 25 ? 'Kaos' : 'Tas', price: 1000, quantity: 1 }] })
    const started = await change({ target: { q: 'kaos' } })
    expect(started).toMatchObject({ state: 'waiting', totalCount: 25 })
    await changeNextLinks(started.id, { limit: 10, at: AT })
    expect(await findBulkChange(scope, started.id)).toMatchObject({ state: 'running', changedCount: 10 })
    await Promise.all(Array.from({ length: 6 }, () => changeNextLinks(started.id, { limit: 2, at: AT })))
    expect(await findBulkChange(scope, started.id)).toMatchObject({ state: 'running', changedCount: 22, alreadyCount: 0 })
    await Promise.all([finish(started), finish(started)])
    expect(await findBulkChange(scope, started.id)).toMatchObject({ state: 'done', changedCount: 25, alreadyCount: 0, leftCount: 0 })
    expect(await prisma.link.count({ where: { merchantId: scope.merchantId, state: 'paused' } })).toBe(25)
    expect(await prisma.linkEvent.count({ where: { merchantId: scope.merchantId, type: 'paused' } })).toBe(25)
  })

  it('means what the list shows: a status, or the one link whose ID was typed', async () => {
    const [paused, active, longer] = [await makeLink(scope, { orderId: 'INV-1' }), await makeLink(scope, { orderId: 'INV-2' }), await makeLink(scope, { orderId: 'INV-11' })]
    await set(paused.id, { state: 'paused' })
    expect(await finish(await change({ change: 'resume', target: { status: 'paused' } }))).toMatchObject({ totalCount: 1, changedCount: 1 })
    expect(await finish(await change({ target: { q: 'INV-1' } }))).toMatchObject({ totalCount: 1, changedCount: 1 })
    expect([await stateOf(paused), await stateOf(active), await stateOf(longer)]).toEqual(['paused', 'active', 'active'])
  })

  it('stops when the seller says so; what is done stays done', async () => {
    for (let made = 0; made < 3; made += 1) await makeLink(scope)
    const started = await change({})
    await changeNextLinks(started.id, { limit: 1, at: AT })
    await cancelBulkChange(await makeShop(), started.id, AT)
    expect((await findBulkChange(scope, started.id))?.state).toBe('running')
    await cancelBulkChange(scope, started.id, AT)
    expect(await finish(started)).toMatchObject({ state: 'cancelled', changedCount: 1 })
  })

  it('cancels open orders where the seller chose so, and leaves them payable otherwise', async () => {
    const [kept, given] = [await makeLink(scope, { usageLimit: 9 }), await makeLink(scope, { usageLimit: 9 })]
    const [first, second] = [await makeOrder(kept.slug), await makeOrder(given.slug)]
    await makeOrder(given.slug)
    expect(await measureTarget(scope, {}, AT)).toEqual({ links: 2, openOrders: 3 })
    await change({ target: { ids: [kept.id] } })
    expect(await change({ target: { ids: [given.id] }, change: 'delete', cancelsOrders: true })).toMatchObject({ changedCount: 1, cancelledOrders: 2, paidOrders: 0 })
    const statusOf = async ({ id }: { id: string }) => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
    expect([await statusOf(first), await statusOf(second)]).toEqual(['pending', 'cancelled'])
  })
})

it('undoing brings back exactly what was deleted, paused if it was paused', async () => {
  const [before, active, paused] = [await makeLink(scope), await makeLink(scope), await makeLink(scope)]
  await change({ change: 'delete', target: { ids: [before.id] } })
  await change({ target: { ids: [paused.id] } })
  const deletion = await change({ change: 'delete', target: { ids: [before.id, active.id, paused.id] } })
  expect(deletion).toMatchObject({ changedCount: 2, alreadyCount: 1 })
  const stranger = await makeShop()
  expect(await undoDeletion(stranger, { id: deletion.id, submissionId: randomUUID() }, AT)).toEqual({ ok: false, error: { kind: 'notFound' } })
  expect(await undoDeletion(scope, { id: deletion.id, submissionId: randomUUID() }, AT)).toMatchObject({ ok: true, value: { change: 'restore', state: 'done', changedCount: 2 } })
  expect([await stateOf(before), await stateOf(active), await stateOf(paused)]).toEqual(['deleted', 'active', 'paused'])
})
