import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { databasePool, Prisma } from '@/lib/database/client'
import { execute } from '@/lib/database/sql'
import { pageCondition as pageOfLinks } from '@/lib/link/list-condition'
import type { MerchantScope } from '@/lib/shop/scope'
import { fillScaleShop } from '@/prisma/scale/fill-scale-shop'
import { makeShop, NOON } from '@/prisma/testing/factories'
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

const links = (q: string) => () => Prisma.sql`SELECT id FROM links ${pageOfLinks(scope, { q, status: undefined, cursor: undefined }, NOON)}`
const orders = (filter: Partial<OrderFilter>) => () =>
  Prisma.sql`SELECT o.id FROM orders o ${pageCondition(scope, { q: undefined, status: undefined, method: undefined, link: undefined, cursor: undefined, ...filter }, NOON)}`

/** What PostgreSQL thinks that a statement costs. It keeps a plan for any values where that looks no dearer than one for the values at hand. */
async function costs({ text, values }: Prisma.Sql): Promise<{ atHand: number; any: number }> {
  const client = await databasePool.connect()
  try {
    await client.query(`PREPARE asked AS ${text}`)
    const cost = async (mode: string) => {
      await client.query(`SET plan_cache_mode = ${mode}`)
      const given = values.map((value) => (typeof value === 'number' ? String(value) : pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))))
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: { 'Total Cost': number } }] }>(`EXPLAIN (FORMAT JSON) EXECUTE asked(${given.join(', ')})`)
      return rows[0]?.['QUERY PLAN'][0].Plan['Total Cost'] ?? NaN
    }
    return { atHand: await cost('force_custom_plan'), any: await cost('force_generic_plan') }
  } finally {
    await client.query('RESET plan_cache_mode')
    await client.query('DEALLOCATE ALL')
    client.release()
  }
}

it.each<[string, () => Prisma.Sql]>([
  ['links with a text', links('kerudung')],
  ['orders with a text', orders({ q: 'citra' })],
  ['orders with a text among several statuses', orders({ q: 'citra', status: 'not_completed' })],
])('%s: planned once, since no shop is dearer to guess for than another', async (_, statement) => {
  const { atHand, any } = await costs(statement())
  expect(any / atHand).toBeGreaterThan(0.95)
  expect(any / atHand).toBeLessThan(1.05)
})
