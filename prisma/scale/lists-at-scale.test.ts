import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { execute, queryRows } from '@/lib/database/sql'
import { countLinks, listLinks } from '@/lib/link/queries'
import { LINK_STATUSES, type LinkFilter } from '@/lib/link/filter'
import { pageCondition } from '@/lib/link/list-condition'
import { linkStatus } from '@/lib/link/status'
import { listOrders } from '@/lib/order/queries'
import { ORDER_GROUPS, ORDER_STATUSES, type OrderFilter } from '@/lib/order/filter'
import { pageCondition as pageOfOrders } from '@/lib/order/list-condition'
import { orderStatus } from '@/lib/order/status'
import { READ_FOR_SHORT_SEARCH } from '@/lib/platform/short-search'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeShop } from '@/prisma/testing/factories'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import { fillScaleShop } from './fill-scale-shop'

/** More rows than are walked before the search index is asked, and links than are counted. */

useTestDatabase()

const SIZES = { links: 10_500, orders: 21_000 }
let scope: MerchantScope
let at: Date
let links: Awaited<ReturnType<typeof readLinks>>
let orders: Awaited<ReturnType<typeof readOrders>>

const newestFirst = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }] }
const readLinks = () => prisma.link.findMany({ where: { merchantId: scope.merchantId }, ...newestFirst })
const readOrders = () =>
  prisma.order.findMany({
    where: { merchantId: scope.merchantId }, ...newestFirst,
    select: { id: true, orderId: true, linkId: true, status: true, expiresAt: true, paymentMethod: true, searchText: true, createdAt: true, shippedAt: true, paidAt: true },
  })

beforeAll(async () => {
  at = new Date()
  scope = await makeShop()
  await fillScaleShop(testDatabaseUrl(), { merchantId: scope.merchantId, userId: scope.userId, prefix: 'uji', sizes: SIZES, at })
  const other = await makeShop()
  await fillScaleShop(testDatabaseUrl(), { merchantId: other.merchantId, userId: other.userId, prefix: 'lain', sizes: { links: 500, orders: 500 }, at })
  // More than are walked.
  await execute`UPDATE links SET state = 'deleted', deleted_at = ${at} WHERE merchant_id = ${scope.merchantId}::uuid AND state = 'active' AND right(order_id, 1) IN ('3', '7')`
  await execute`ANALYZE links`
  links = await readLinks()
  orders = await readOrders()
}, 60_000)

const PAGES = 4

async function pagesOf(list: (cursor: string | undefined) => Promise<{ ids: string[]; next: string | null }>): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const { ids, next } = await list(cursor)
    seen.push(...ids)
    if (!next) break
    cursor = next
  }
  return seen
}

const ofPages = (rows: readonly { id: string }[]) => rows.slice(0, PAGES * 50).map(({ id }) => id)

describe('links', () => {
  const listed = (filter: Partial<LinkFilter>) =>
    pagesOf(async (cursor) => {
      const page = await listLinks(scope, { q: undefined, status: undefined, ...filter, cursor }, at)
      return { ids: page.links.map(({ id }) => id), next: page.next }
    })

  it.each(['kerudung', 'kaligrafi', 'uji-1 ', 'ji-10', 'lukisan kaligrafi krem', 'ukis', 'zanzibar', 'ro', '_', '%', 'lain'])('finds by %j what contains it, newest first', async (q) => {
    expect(await listed({ q })).toEqual(ofPages(links.filter(({ searchText, state }) => state !== 'deleted' && searchText.includes(q))))
  })

  it.each(LINK_STATUSES.flatMap((status) => [[status, undefined], [status, 'kerudung'], [status, 'ulos'], [status, 'zanzibar']] as const))('of status %s, with %s', async (status, q) => {
    const wanted = links.filter((link) => linkStatus(link, at) === status && (!q || link.searchText.includes(q)))
    expect(await listed({ status, q })).toEqual(ofPages(wanted))
  })

  it('are looked for among the deleted in an index of their own', async () => {
    const plan = async (status: LinkFilter['status']) => {
      const lines = await queryRows<{ 'QUERY PLAN': string }>`EXPLAIN (COSTS OFF) SELECT id FROM links ${pageCondition(scope, { q: 'ulos', status, cursor: undefined }, at)}`
      return [...new Set(lines.flatMap((line) => /Bitmap Index Scan on (\w+)/.exec(line['QUERY PLAN'])?.[1] ?? []))]
    }
    expect(await plan('deleted')).toEqual(['deleted_links_search'])
    expect(await plan(undefined)).toContain('links_search')
    expect(await plan(undefined)).not.toContain('deleted_links_search')
  })

  it('are found by two letters among as many of the deleted as of others', async () => {
    const [far] = links.filter(({ state }) => state === 'deleted').slice(1_100)
    if (!far) throw new Error('no link')
    await execute`UPDATE links SET search_text = search_text || ' qx' WHERE id = ${far.id}::uuid`
    expect(await listed({ q: 'qx', status: 'deleted' })).toEqual([far.id])
    await execute`UPDATE links SET search_text = ${far.searchText} WHERE id = ${far.id}::uuid`
  })

  it('are not counted where there are too many', async () => {
    expect(await countLinks(scope, at)).toBeNull()
  })
})

describe('orders', () => {
  const listed = (filter: Partial<OrderFilter>) =>
    pagesOf(async (cursor) => {
      const page = await listOrders(scope, { q: undefined, status: undefined, method: undefined, link: undefined, ...filter, cursor }, at)
      return { ids: page.orders.map(({ id }) => id), next: page.next }
    })
  const wanted = ({ status, method, q, link }: Partial<OrderFilter>) => {
    const statuses: readonly string[] = status === undefined ? ORDER_STATUSES : status in ORDER_GROUPS ? ORDER_GROUPS[status as keyof typeof ORDER_GROUPS] : [status]
    return ofPages(
      orders.filter(
        (order) =>
          statuses.includes(orderStatus(order, at)) && (!method || order.paymentMethod === method) && (!q || order.searchText.includes(q)) && (!link || order.linkId === link),
      ),
    )
  }

  const FILTERS: Partial<OrderFilter>[] = [
    {}, ...[...ORDER_STATUSES, ...(Object.keys(ORDER_GROUPS) as (keyof typeof ORDER_GROUPS)[])].flatMap((status) => [{ status }, { status, q: 'sari' }, { status, method: 'alfamart' as const }]),
    { method: 'other_qris' }, { method: 'permata_va' }, { method: 'custom' }, { method: 'gopay', q: 'citra' },
    { q: 'sari' }, { q: 'citra firmansyah' }, { q: 'uji-10' }, { q: 'zanzibar' }, { q: 'ulos' },
  ]
  it.each(FILTERS)('%j: exactly those that are shown so, newest first', async (filter) => {
    expect(await listed(filter)).toEqual(wanted(filter))
  })

  it('an order ID means that order, the ID of a link its orders, unless a filter says otherwise', async () => {
    const [, order] = orders
    const link = links.find(({ id }) => id === order?.linkId)
    if (!order || !link) throw new Error('no order')
    expect(await listed({ q: order.orderId })).toEqual([order.id])
    expect(await listed({ q: order.orderId, status: order.status === 'paid' ? 'denied' : 'paid' })).toEqual([])
    expect(await listed({ q: link.orderId })).toEqual(wanted({ link: link.id }))
    expect(await listed({ q: link.orderId, status: 'not_completed' })).toEqual(wanted({ link: link.id, status: 'not_completed' }))
  })

  describe('of one link', () => {
    const busiest = () => [...Map.groupBy(orders, ({ linkId }) => linkId)].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? ''

    it('that have a status: the index alone says which', async () => {
      await execute`VACUUM ANALYZE orders`
      const filter: OrderFilter = { q: undefined, status: 'denied', method: undefined, link: busiest(), cursor: undefined }
      const lines = await queryRows<{ 'QUERY PLAN': string }>`EXPLAIN (COSTS OFF) SELECT o.id FROM orders o ${pageOfOrders(scope, filter, at)}`
      expect(lines.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Only Scan using orders_of_link on orders\n/)
      expect(wanted(filter)).not.toEqual([])
      expect(await listed(filter)).toEqual(wanted(filter))
    })

    it.each([undefined, 'denied', 'to_do', 'not_completed'] as const)('with status %s are nobody else’s', async (status) => {
      const page = await listOrders(await makeShop(), { q: undefined, status, method: undefined, link: busiest(), cursor: undefined }, at)
      expect(page.orders).toEqual([])
      const inLiveMode = await listOrders({ ...scope, mode: 'live' }, { q: undefined, status, method: undefined, link: busiest(), cursor: undefined }, at)
      expect(inLiveMode.orders).toEqual([])
    })
  })

  it('by fewer than three letters are found among the newest', async () => {
    const oldest = orders.slice(READ_FOR_SHORT_SEARCH)
    expect(oldest.length).toBeGreaterThan(0)
    expect(await listed({ q: 'sa' })).toEqual(wanted({ q: 'sa' }))
  })
})
