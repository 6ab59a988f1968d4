import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { announce } from './announce'
import { decideOrder } from './decide-order'

useTestDatabase()

let scope: MerchantScope

beforeEach(async () => {
  scope = await makeShop()
})

const LATE = later(NOON, 20)
const settle = (orderId: string, at = NOON) => announce({ orderId, news: 'settle', actor: 'rail', at })
const statusOf = async (id: string) => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
const conflict = (message: string) => ({ ok: false, error: { kind: 'conflict', message } })
const done = { ok: true, value: null }

describe('money that came late', () => {
  it('takes a place when the seller accepts it, once', async () => {
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug, { method: 'gopay' })
    expect(await settle(id, LATE)).toEqual({ kind: 'applied' })
    expect(await statusOf(id)).toBe('paid_late')
    expect(await Promise.all([1, 2, 3].map(() => decideOrder(scope, id, 'accept', LATE)))).toEqual([done, done, done])
    expect(await statusOf(id)).toBe('paid')
    expect(await prisma.link.findUnique({ where: { id: link.id } })).toMatchObject({ usedCount: 1, heldCount: 0 })
    expect((await prisma.orderEvent.findFirst({ where: { orderId: id, type: 'accept' } }))?.actorId).toBe(scope.userId)
    expect((await reconcile()).differences).toEqual([])
  })

  it('is not accepted when its place was sold to somebody else', async () => {
    const link = await makeLink(scope)
    const first = await makeOrder(link.slug, { method: 'gopay' })
    const second = await makeOrder(link.slug, { method: 'bca_va' }, LATE)
    await settle(second.id, LATE)
    await settle(first.id, LATE)
    expect(await decideOrder(scope, first.id, 'accept', LATE)).toEqual(conflict('orderHasNoPlace'))
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['paid_late', 'paid'])
    expect((await reconcile()).differences).toEqual([])
  })

  it.each(['deny', 'cancel', 'expire'] as const)('after %s is kept in the books all the same', async (news) => {
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug)
    await announce({ orderId: id, news, actor: 'rail', at: NOON })
    expect(await settle(id)).toEqual({ kind: 'applied' })
    expect(await statusOf(id)).toBe('paid_late')
    expect(await prisma.ledgerTransfer.count({ where: { orderId: id } })).toBe(2)
  })
})

describe('an authorised card', () => {
  it('holds its place for seven days until the seller charges it', async () => {
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug, { method: 'credit_card' })
    expect(await announce({ orderId: id, news: 'authorize', actor: 'rail', at: NOON })).toEqual({ kind: 'applied' })
    expect(await prisma.link.findUnique({ where: { id: link.id } })).toMatchObject({ usedCount: 0, heldCount: 1 })
    expect(await decideOrder(scope, id, 'settle', later(NOON, 6 * 24 * 60))).toEqual(done)
    expect(await prisma.link.findUnique({ where: { id: link.id } })).toMatchObject({ usedCount: 1, heldCount: 0 })
  })

  it('is released by cancelling, and by time', async () => {
    const link = await makeLink(scope, { usageLimit: 2 })
    const [first, second] = [await makeOrder(link.slug, { method: 'credit_card' }), await makeOrder(link.slug, { method: 'credit_card' })]
    for (const { id } of [first, second]) await announce({ orderId: id, news: 'authorize', actor: 'rail', at: NOON })
    expect(await decideOrder(scope, first.id, 'cancel', NOON)).toEqual(done)
    expect(await decideOrder(scope, second.id, 'settle', later(NOON, 8 * 24 * 60))).toEqual(conflict('orderIs.expired'))
    expect((await reconcile()).differences).toEqual([])
  })
})

describe('what a seller cannot decide', () => {
  it('is said with where the order stands', async () => {
    const link = await makeLink(scope, { usageLimit: 5 })
    const pending = await makeOrder(link.slug)
    expect(await decideOrder(scope, pending.id, 'settle', NOON)).toEqual(conflict('orderIs.pending'))
    expect(await decideOrder(scope, pending.id, 'accept', NOON)).toEqual(conflict('orderIs.pending'))
    await settle(pending.id)
    expect(await decideOrder(scope, pending.id, 'cancel', NOON)).toEqual(conflict('orderIs.paid'))
    const expired = await makeOrder(link.slug, { method: 'gopay' })
    expect(await decideOrder(scope, expired.id, 'cancel', LATE)).toEqual(conflict('orderIs.expired'))
  })

  it("is another shop's order, which is not there", async () => {
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug)
    const stranger = await makeShop('Toko Lain')
    for (const decision of ['cancel', 'accept', 'settle'] as const) {
      expect(await decideOrder(stranger, id, decision, NOON)).toEqual({ ok: false, error: { kind: 'notFound' } })
    }
    expect(await statusOf(id)).toBe('pending')
  })
})
