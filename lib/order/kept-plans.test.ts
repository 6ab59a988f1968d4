import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { databasePool, Prisma } from '@/lib/database/client'
import { execute } from '@/lib/database/sql'
import { pageCondition as pageOfLinks } from '@/lib/link/list-condition'
import type { LinkFilter } from '@/lib/link/filter'
import { encodeCursor } from '@/lib/platform/cursor'
import type { MerchantScope } from '@/lib/shop/scope'
import { fillScaleShop } from '@/prisma/scale/fill-scale-shop'
import { later, makeShop, NOON } from '@/prisma/testing/factories'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import type { OrderFilter } from './filter'
import { pageCondition } from './list-condition'

useTestDatabase()

/** Has nearly everything: what is guessed for it is not what is guessed for any shop. */
let scope: MerchantScope
beforeAll(async () => {
  const [large, small] = [await makeShop(), await makeShop()]
  for (const [shop, prefix, links, orders] of [[large, 'besar', 1_000, 3_000], [small, 'kecil', 20, 60]] as const) {
    await fillScaleShop(testDatabaseUrl(), { merchantId: shop.merchantId, userId: shop.userId, prefix, sizes: { links, orders }, at: NOON })
  }
  await execute`ANALYZE`
  scope = large
})

const CURSOR = encodeCursor({ createdAt: later(NOON, -30 * 86_400_000), id: randomUUID() })

const links = (filter: Partial<LinkFilter>) => () => Prisma.sql`SELECT id FROM links ${pageOfLinks(scope, { q: undefined, status: undefined, cursor: undefined, ...filter }, NOON)}`
const orders = (filter: Partial<OrderFilter>) => () =>
  Prisma.sql`SELECT o.id FROM orders o ${pageCondition(scope, { q: undefined, status: undefined, method: undefined, link: undefined, cursor: undefined, ...filter }, NOON)}`

/** PostgreSQL plans the first five for the values at hand. After that it keeps a plan for any values, unless that looks dearer than planning anew. */
const TURNS = 8

async function keptPlans({ text, values }: Prisma.Sql): Promise<number> {
  const client = await databasePool.connect()
  try {
    await client.query(`PREPARE asked AS ${text}`)
    const given = values.map((value) => (typeof value === 'number' ? String(value) : pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))))
    for (let turn = 0; turn < TURNS; turn++) await client.query(`EXECUTE asked(${given.join(', ')})`)
    const { rows } = await client.query<{ kept: string }>("SELECT generic_plans AS kept FROM pg_prepared_statements WHERE name = 'asked'")
    return Number(rows[0]?.kept)
  } finally {
    await client.query('DEALLOCATE ALL')
    client.release()
  }
}

it.each<[string, () => Prisma.Sql]>([
  ['links', links({})],
  ['links from some page on', links({ cursor: CURSOR })],
  ['links of a status', links({ status: 'expired' })],
  ['links with a text', links({ q: 'kerudung' })],
  ['links with a text among the deleted', links({ q: 'kerudung', status: 'deleted' })],
  ['links with a text, from some page on', links({ q: 'kerudung', cursor: CURSOR })],
  ['orders', orders({})],
  ['orders from some page on', orders({ cursor: CURSOR })],
  ['orders of a status', orders({ status: 'expired' })],
  ['orders that wait for the seller', orders({ status: 'to_do' })],
  ['orders of a link that have a status', orders({ link: randomUUID(), status: 'denied' })],
  ['orders by a method', orders({ method: 'other_qris' })],
  ['orders with a text', orders({ q: 'citra' })],
  ['orders with a text, from some page on', orders({ q: 'citra', cursor: CURSOR })],
  ['orders with a text among several statuses', orders({ q: 'citra', status: 'not_completed' })],
])('%s: planned once, since no shop is dearer to guess for than another', async (_, statement) => {
  expect(await keptPlans(statement())).toBe(TURNS - 5)
})
