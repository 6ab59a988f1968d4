import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { listLinksToExport, listOrdersToExport } from './store'

useTestDatabase()

type Rows = { id: string; createdAt: Date }[]
let scope: MerchantScope
const newestFirst = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }], select: { id: true } }

beforeAll(async () => {
  scope = await makeShop()
  for (let link = 0; link < 5; link += 1) {
    const { slug } = await makeLink(scope, { usageLimit: null })
    // All of one moment: then their IDs decide.
    await makeOrder(slug, { customer: { name: 'Sari Wulandari', phone: '0812-3456-7890', email: '' } })
  }
})

async function everyBatch(next: (after: Rows[number] | null) => Promise<Rows>): Promise<string[]> {
  const seen: string[] = []
  let after: Rows[number] | null = null
  for (let batch = 0; batch < 5; batch += 1) {
    const rows: Rows = await next(after)
    if (rows.length === 0) break
    seen.push(...rows.map(({ id }) => id))
    after = rows.at(-1) ?? null
  }
  return seen
}

describe('batch after batch, each row comes once, the newest first', () => {
  it.each([{}, { q: 'kerudung' }])('of links, %j', async (target) => {
    const links = await prisma.link.findMany({ where: { merchantId: scope.merchantId }, ...newestFirst })
    expect(await everyBatch((after) => listLinksToExport(scope, { target: { q: undefined, status: undefined, ...target }, after, limit: 2, at: NOON }))).toEqual(links.map(({ id }) => id))
  })

  it.each([{}, { q: 'sari' }, { q: '62812' }])('of orders, %j', async (filter) => {
    const orders = await prisma.order.findMany({ where: { merchantId: scope.merchantId }, ...newestFirst })
    const all = { q: undefined, status: undefined, method: undefined, link: undefined, cursor: undefined, ...filter }
    expect(await everyBatch((after) => listOrdersToExport(scope, { filter: all, after, limit: 2, at: NOON }))).toEqual(orders.map(({ id }) => id))
  })
})
