import { beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { applyLinkChange } from './change-link-state'
import { closeLinkAndOrders } from './close-link'

useTestDatabase()

let scope: MerchantScope

beforeEach(async () => {
  scope = await makeShop()
})

const settle = (orderId: string, at = NOON) => announce({ orderId, news: 'settle', actor: 'rail', at })
const statusOf = async (id: string) => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
const countersOf = async (id: string) => await prisma.link.findUniqueOrThrow({ where: { id }, select: { heldCount: true, usedCount: true, state: true } })

describe('closing a link', () => {
  it.each(['pause', 'delete'] as const)('to %s it leaves open orders payable', async (change) => {
    const link = await makeLink(scope, { usageLimit: 2 })
    const { id } = await makeOrder(link.slug)
    await applyLinkChange(scope, link.id, change, NOON)
    expect(await settle(id)).toEqual({ kind: 'applied' })
    expect(await statusOf(id)).toBe('paid')
  })

  it.each(['pause', 'delete'] as const)('to %s it with its orders cancels what is open, and nothing else', async (change) => {
    const link = await makeLink(scope, { usageLimit: 9 })
    const other = await makeLink(scope)
    const [waiting, reserved, paid, overdue] = [
      await makeOrder(link.slug, {}, later(NOON, 30)),
      await makeOrder(link.slug, { method: 'credit_card' }, later(NOON, 30)),
      await makeOrder(link.slug, {}, later(NOON, 30)),
      await makeOrder(link.slug, { method: 'gopay' }),
    ]
    const elsewhere = await makeOrder(other.slug, {}, later(NOON, 30))
    const at = later(NOON, 31)
    await announce({ orderId: reserved.id, news: 'authorize', actor: 'rail', at })
    await settle(paid.id, at)

    expect(await closeLinkAndOrders(scope, { id: link.id, change }, at)).toEqual({ ok: true, value: { cancelled: 2, paid: [], left: 0 } })
    expect([await statusOf(waiting.id), await statusOf(reserved.id), await statusOf(paid.id)]).toEqual(['cancelled', 'cancelled', 'paid'])
    expect([await statusOf(overdue.id), await statusOf(elsewhere.id)]).toEqual(['pending', 'pending'])
    expect(await countersOf(link.id)).toEqual({ heldCount: 1, usedCount: 1, state: change === 'pause' ? 'paused' : 'deleted' })
    const event = await prisma.orderEvent.findFirstOrThrow({ where: { orderId: waiting.id, to: 'cancelled' } })
    expect(event).toMatchObject({ actor: 'seller', actorId: scope.userId, from: 'pending' })
    // Money that a bank sends for a cancelled order is late money, not a sale.
    await settle(waiting.id, at)
    expect(await statusOf(waiting.id)).toBe('paid_late')
  })

  it('decides every order that is being paid at that moment exactly once, and names who was quicker', async () => {
    for (let round = 0; round < 10; round += 1) {
      const link = await makeLink(scope, { usageLimit: 9 })
      const orders = [await makeOrder(link.slug), await makeOrder(link.slug), await makeOrder(link.slug), await makeOrder(link.slug)]
      const [closed] = await Promise.all([closeLinkAndOrders(scope, { id: link.id, change: 'delete' }, NOON), ...orders.map(({ id }) => settle(id))])
      const statuses = await Promise.all(orders.map(({ id }) => statusOf(id)))
      const paid = statuses.filter((status) => status === 'paid').length
      const late = statuses.filter((status) => status === 'paid_late').length
      expect(paid + late).toBe(4)
      // Paid before the question was asked of it: not even listed.
      if (!closed.ok) throw new Error(closed.error.kind)
      expect(closed.value.cancelled).toBe(late)
      expect(closed.value.paid.length).toBeLessThanOrEqual(paid)
      expect(await countersOf(link.id)).toMatchObject({ heldCount: 0, usedCount: paid })
    }
  })

  it('lets nobody slip in: who orders while the link closes is cancelled or refused', async () => {
    const link = await makeLink(scope, { usageLimit: 9 })
    const [closed, ...placed] = await Promise.all([closeLinkAndOrders(scope, { id: link.id, change: 'pause' }, NOON), ...Array.from({ length: 6 }, () => placeOrder(orderWish(link.slug), NOON))])
    const count = placed.filter(({ kind }) => kind === 'placed').length
    expect(closed).toEqual({ ok: true, value: { cancelled: count, paid: [], left: 0 } })
    expect(await countersOf(link.id)).toMatchObject({ heldCount: 0, usedCount: 0 })
  })

  it('is not there for another shop, and touches none of its orders', async () => {
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug)
    expect(await closeLinkAndOrders(await makeShop('Toko Lain'), { id: link.id, change: 'delete' }, NOON)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await statusOf(id)).toBe('pending')
  })
})
