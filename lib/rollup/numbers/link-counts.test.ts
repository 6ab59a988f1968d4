import { beforeAll, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { fillScaleShop } from '@/prisma/scale/fill-scale-shop'
import { makeShop } from '@/prisma/testing/factories'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import { orderStatus } from '@/lib/order/status'
import { rollUpOrders } from '../roll-up-orders'
import { countOrdersOfLink } from './store'

useTestDatabase()

let scope: MerchantScope
let links: { id: string }[]
const at = new Date()

beforeAll(async () => {
  scope = await makeShop()
  await fillScaleShop(testDatabaseUrl(), { merchantId: scope.merchantId, userId: scope.userId, prefix: 'uji', sizes: { links: 60, orders: 900 }, at })
  links = await prisma.link.findMany({ where: { merchantId: scope.merchantId }, select: { id: true }, orderBy: { orderId: 'asc' } })
})

/** Nothing is counted by the worker yet, then the first of the events, then all. */
it.each([0, 700, 1_000_000])("a link's orders are counted by what became of them, and what came in through it, with %d events counted before", async (limit) => {
  if (limit > 0) await rollUpOrders({ limit })
  // Some are past their deadline before anybody wrote it down.
  const later = new Date(at.getTime() + 86_400_000)
  for (const when of [at, later]) {
    for (const { id } of links) {
      const orders = await prisma.order.findMany({ where: { linkId: id } })
      const statuses = orders.map((order) => orderStatus(order, when))
      const having = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length
      const counts = {
        placed: orders.length, paid: having('paid', 'paid_late', 'partially_refunded', 'refunded'), denied: having('denied'), cancelled: having('cancelled'), expired: having('expired'),
        paidAmount: orders.filter(({ paidAt }) => paidAt !== null).reduce((sum, { amount, refundedAmount }) => sum + Number(amount - refundedAmount), 0),
      }
      expect(await countOrdersOfLink(scope, id, when)).toEqual(counts)
      // With more to be looked through than the quick way takes.
      expect(await countOrdersOfLink(scope, id, when, { atMost: 1 })).toEqual(counts)
    }
  }
})

it('PostgreSQL plans that once, and not for each look at a link', async () => {
  // Five plans made for the values come before it decides whether one for any values is as good.
  for (let look = 0; look < 12; look++) await countOrdersOfLink(scope, links[look]?.id ?? '', at)
  const [plans] = await queryRows<{ kept: number; anew: number }>`
    SELECT generic_plans::int AS kept, custom_plans::int AS anew FROM pg_prepared_statements WHERE strpos(statement, 'WITH behind') > 0 ORDER BY generic_plans DESC LIMIT 1`
  expect(plans?.anew).toBe(5)
  expect(plans?.kept).toBeGreaterThan(6)
})

it("another shop's link has no orders", async () => {
  const other = await makeShop()
  const [busiest] = await prisma.order.groupBy({ by: ['linkId'], where: { merchantId: scope.merchantId }, _count: true, orderBy: { _count: { linkId: 'desc' } }, take: 1 })
  const counts = await countOrdersOfLink(other, busiest?.linkId ?? '', at)
  expect(busiest?._count).toBeGreaterThan(20)
  expect(Object.values(counts).every((count) => count === 0)).toBe(true)
})
