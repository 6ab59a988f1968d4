import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { LINK_STATUSES } from '@/lib/link/filter'
import { linkStatus } from '@/lib/link/status'
import type { LinkItem } from '@/lib/link/views'
import { instructionsSchema } from '@/lib/payment/instructions'
import { searchTextOf, searchTextOfLink } from '@/lib/link/rules'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import { fillScaleShop } from './fill-scale-shop'
import { sizesOf } from './seed-scale'

useTestDatabase()

const SIZES = { links: 2_000, orders: 6_000 }
let scope: MerchantScope
let at: Date

beforeAll(async () => {
  at = new Date()
  const other = await makeShop()
  const { slug } = await makeLink(other, {}, at)
  await makeOrder(slug, {}, at)
  scope = await makeShop()
  await fillScaleShop(testDatabaseUrl(), { merchantId: scope.merchantId, userId: scope.userId, prefix: 'uji', sizes: SIZES, at })
})

describe('a shop filled with SQL', () => {
  it('has as many links and orders as asked for, and every row that is written twice agrees', async () => {
    const own = { where: { merchantId: scope.merchantId } }
    expect({ links: await prisma.link.count(own), orders: await prisma.order.count(own) }).toEqual(SIZES)
    expect((await reconcile()).differences).toEqual([])
  })

  it('has the search texts that the product writes, and instructions that it can show', async () => {
    const links = await prisma.link.findMany({ where: { merchantId: scope.merchantId }, take: 50 })
    expect(links.map(({ searchText }) => searchText)).toEqual(
      links.map(({ orderId, slug, title, items }) => searchTextOfLink({ orderId, slug, title, items: items as LinkItem[], customer: null })),
    )
    const orders = await prisma.order.findMany({ where: { merchantId: scope.merchantId }, take: 200 })
    for (const { orderId, customerName, customerEmail, customerPhone, items, searchText, instructions } of orders) {
      expect(searchText).toBe(searchTextOf([orderId, customerName, customerEmail, customerPhone, (items as LinkItem[])[0]?.name]))
      expect(instructionsSchema.safeParse(instructions).success).toBe(true)
    }
  })

  it('has links of every status and most kinds of orders, over more than a year and none in the future', async () => {
    const links = await prisma.link.findMany({ where: { merchantId: scope.merchantId } })
    expect(new Set(links.map((link) => linkStatus(link, at)))).toEqual(new Set(LINK_STATUSES))
    const statuses = await prisma.order.groupBy({ by: ['status'], where: { merchantId: scope.merchantId } })
    expect(statuses.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['pending', 'paid', 'refunded', 'partially_refunded', 'paid_late', 'denied', 'cancelled', 'expired']),
    )
    const [span] = await prisma.$queryRaw<{ days: number; early: bigint; late: bigint }[]>`
      SELECT extract(day FROM max(o.created_at) - min(o.created_at))::int AS days,
        count(*) FILTER (WHERE o.created_at < l.created_at) AS early, count(*) FILTER (WHERE greatest(o.created_at, o.paid_at, o.updated_at) > ${at}) AS late
      FROM orders o JOIN links l ON l.id = o.link_id WHERE o.merchant_id = ${scope.merchantId}::uuid`
    expect(span).toMatchObject({ early: 0n, late: 0n })
    expect(span?.days).toBeGreaterThan(365)
  })

  it('leaves the indexes and the guards as they were', async () => {
    const indexes = await prisma.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pg_indexes WHERE tablename IN ('links', 'orders') AND indexname LIKE '%search'`
    expect(indexes[0]?.count).toBe(3n)
    const off = await prisma.$queryRaw<{ tgname: string }[]>`SELECT tgname FROM pg_trigger WHERE tgenabled = 'D'`
    expect(off).toEqual([])
    await expect(prisma.$executeRaw`UPDATE orders SET fee_amount = fee_amount + 1 WHERE merchant_id = ${scope.merchantId}::uuid AND paid_at IS NOT NULL`).rejects.toThrow(/does not balance/)
  })
})

describe('sizesOf', () => {
  it.each([
    [[], null],
    [['--json'], null],
    [['--links', '1000000', '--orders', '3000000'], { links: 1_000_000, orders: 3_000_000 }],
    [['--links', '10_000'], { links: 10_000, orders: 30_000 }],
  ])('%j', (args, sizes) => expect(sizesOf(args)).toEqual(sizes))

  it.each([[['--links']], [['--links', '0']], [['--orders', '1.5']], [['--links', '-3']]])('%j is refused with a sentence', (args) => {
    expect(() => sizesOf(args)).toThrow(/wants a whole number/)
  })
})
