import { beforeAll, describe, expect, it } from 'vitest'
import { databasePool, Prisma, prisma } from '@/lib/database/client'
import { execute, queryRows } from '@/lib/database/sql'
import { writtenAs } from '@/lib/platform/written-as'
import type { MerchantScope } from '@/lib/shop/scope'
import { fillScaleShop } from '@/prisma/scale/fill-scale-shop'
import { makeShop } from '@/prisma/testing/factories'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import { unseenOwner } from './kept-plan'
import { containsText, textSearch } from './text-search'

useTestDatabase()

/** Over 400 days: each thirty of them have some fifty orders. */
const SIZES = { links: 200, orders: 700 }
const LIMIT = 6

type Row = { id: string; createdAt: Date; searchText: string; status: string }
let scope: MerchantScope
let rows: Row[]

beforeAll(async () => {
  scope = await makeShop()
  await fillScaleShop(testDatabaseUrl(), { merchantId: scope.merchantId, userId: scope.userId, prefix: 'uji', sizes: SIZES, at: new Date() })
  const other = await makeShop()
  await fillScaleShop(testDatabaseUrl(), { merchantId: other.merchantId, userId: other.userId, prefix: 'lain', sizes: SIZES, at: new Date() })
  rows = await prisma.order.findMany({
    where: { merchantId: scope.merchantId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { id: true, createdAt: true, searchText: true, status: true },
  })
})

const contains = (text: string) => ({ searchText }: Row) => writtenAs(text).some((way) => searchText.includes(way))

/** Common, in some rows of each period, in hardly any, in none; parts of words, of IDs and of numbers. */
const words = () => {
  const [{ searchText } = { searchText: '' }] = rows.slice(-1)
  const phone = /08\d{10}/.exec(searchText)?.[0] ?? ''
  return ['sari', 'citra', 'firman', 'citra firmansyah', 'kaligrafi', 'ukis', 'zanzibar', 'example.com', 'uji-1', 'ji-100', 'LAIN-1', searchText.slice(2, 15), phone, phone.slice(-4), phone.slice(-5), phone.slice(-6), phone.slice(2, 9), searchText.slice(4, 14), searchText.slice(8, 20), `62${phone.slice(1)}`, `+62 ${phone.slice(1, 8)}`, `62${phone.slice(1, 6)}`]
}

async function found({ text, before, walkAtMost, status, parts }: { text: string; before?: Row | undefined; walkAtMost: number; status?: string; parts?: string[] }): Promise<string[]> {
  const all = (whose: Prisma.Sql) => Prisma.sql`SELECT * FROM orders WHERE ${whose} ${before ? Prisma.sql`AND (created_at, id) < (${before.createdAt}, ${before.id}::uuid)` : Prisma.empty}`
  const wanted = status ? Prisma.sql`AND status = ${status}::order_status` : Prisma.empty
  const walk = parts?.map((part) => Prisma.sql`${all(unseenOwner(scope))} AND status = ${part}::order_status`) ?? [all(unseenOwner(scope))]
  const ids = await queryRows<{ id: string }>`SELECT id FROM orders WHERE id = ANY(ARRAY(${textSearch({ walk, all, scope, wanted, text, limit: LIMIT, walkAtMost })})) ORDER BY created_at DESC, id DESC`
  return ids.map(({ id }) => id)
}

describe('the newest rows that contain a text', () => {
  it.each([0, 10, 60, 10_000])('are found after walking %i rows, whichever way comes next', async (walkAtMost) => {
    for (const text of words()) {
      const expected = rows.filter(contains(text)).slice(0, LIMIT).map(({ id }) => id)
      expect(await found({ text, walkAtMost }), text).toEqual(expected)
    }
  })

  it('are the newest of all parts, those too that are walked to the end long before the others', async () => {
    const parts = ['paid', 'expired', 'denied', 'cancelled', 'refunded', 'partially_refunded', 'paid_late', 'pending']
    for (const text of words()) {
      const expected = rows.filter(contains(text)).slice(0, LIMIT).map(({ id }) => id)
      for (const walkAtMost of [3, 12, 40]) expect(await found({ text, walkAtMost, parts }), `${text} ${walkAtMost}`).toEqual(expected)
    }
  })

  it('are found page by page, each once', async () => {
    for (const text of ['sari', 'kerudung', 'citra firmansyah', '812']) {
      const seen: string[] = []
      for (let before: Row | undefined; ; ) {
        const page = await found({ text, before, walkAtMost: 8 })
        seen.push(...page)
        before = rows.find(({ id }) => id === page.at(-1))
        if (page.length < LIMIT) break
      }
      expect(seen, text).toEqual(rows.filter(contains(text)).map(({ id }) => id))
    }
  })

  it('and that is too short for the index are looked for among the newest', async () => {
    const walked = rows.slice(0, 50)
    for (const text of ['ro', '%', '-1', 'qz']) expect(await found({ text, walkAtMost: 50 }), text).toEqual(walked.filter(contains(text)).slice(0, LIMIT).map(({ id }) => id))
  })

  it('are those that are wanted besides', async () => {
    for (const [status, walkAtMost] of [['denied', 20], ['expired', 12], ['paid', 9]] as const) {
      for (const text of words()) {
        const expected = rows.filter((row) => contains(text)(row) && row.status === status).slice(0, LIMIT).map(({ id }) => id)
        expect(await found({ text, walkAtMost, status }), `${text} ${status}`).toEqual(expected)
      }
    }
  })
})

it('the search index is asked for the shop, the time, the number and the words of a row, and for the number of one with many digits', async () => {
  const plan = async (text: string) => {
    const { text: sql, values } = Prisma.sql`EXPLAIN (COSTS OFF) SELECT id FROM orders WHERE id = ANY(ARRAY(${textSearch({
      walk: [Prisma.sql`SELECT * FROM orders WHERE ${unseenOwner(scope)}`], all: (whose) => Prisma.sql`SELECT * FROM orders WHERE ${whose}`, scope, wanted: Prisma.empty, text, limit: LIMIT,
    })}))`
    const client = await databasePool.connect()
    try {
      await client.query('SET enable_seqscan = off')
      const { rows: lines } = await client.query<{ 'QUERY PLAN': string }>(sql, values)
      return lines.map((line) => line['QUERY PLAN']).filter((line) => line.includes('Index Cond') && /~~|array_remove/.test(line))
    } finally {
      await client.query('RESET enable_seqscan')
      client.release()
    }
  }
  const ofShopAndTime = (lines: readonly string[]) => lines.filter((line) => line.includes('merchant_id)::text ||'))
  const words = await plan('citra')
  expect([words.length, ofShopAndTime(words).length]).toEqual([3, 2])
  const numbers = await plan('0812345678')
  expect(numbers.length).toBeGreaterThanOrEqual(2)
  expect(numbers.every((line) => line.includes('array_remove'))).toBe(true)
})

it('a number is found in a row that has more digits than the search index keeps', async () => {
  const [first, ...others] = rows as [Row, ...Row[]]
  const long = { ...first, searchText: `${first.searchText} ${'7'.repeat(60)}4321098765${'6'.repeat(30)}` }
  await execute`UPDATE orders SET search_text = ${long.searchText} WHERE id = ${first.id}::uuid`
  try {
    expect(long.searchText).not.toContain('7777766666')
    for (const text of ['4321098765', '10987', '7777766666', first.searchText.slice(8, 20)]) {
      // Others may happen to have the same digits: order IDs end with a time of this run.
      const expected = [long, ...others].filter(contains(text)).slice(0, LIMIT).map(({ id }) => id)
      for (const walkAtMost of [0, 10_000]) expect(await found({ text, walkAtMost }), text).toEqual(expected)
    }
  } finally {
    await execute`UPDATE orders SET search_text = ${first.searchText} WHERE id = ${first.id}::uuid`
  }
})

it('a condition finds the same rows, all of them', async () => {
  for (const text of [...words(), 'ro', '%']) {
    const ids = await queryRows<{ id: string }>`SELECT id FROM orders WHERE merchant_id = ${scope.merchantId}::uuid AND ${containsText(text)} ORDER BY created_at DESC, id DESC`
    expect(ids.map(({ id }) => id), text).toEqual(rows.filter(contains(text)).map(({ id }) => id))
  }
})
