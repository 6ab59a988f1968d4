import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { CALL_OUTCOMES, callFilterSchema, outcomeOf } from './schema'
import { deleteOldCalls, findCall, insertCalls, listCalls, NOBODY, type CallOwner } from './store'

useTestDatabase()

const idAt = (index: number) => `01933b2e-0000-7000-8000-${String(index).padStart(12, '0')}`

async function call(scope: MerchantScope, count: number, statusOf: (index: number) => number = () => 200): Promise<void> {
  await insertCalls(Array.from({ length: count }, (_, index) => ({
    id: randomUUID(), merchantId: scope.merchantId, mode: scope.mode, keyId: randomUUID(), method: 'GET', path: `/v1/payment-links/INV_${index}`, status: statusOf(index), durationMs: 3,
    // Several in the same millisecond.
    idempotencyKey: null, userAgent: null, requestBody: null, responseBody: { a: 1 }, at: new Date(NOON.getTime() + Math.floor(index / 3)),
  })))
}

const countOf = (scope: MerchantScope) => prisma.apiCall.count({ where: { merchantId: scope.merchantId, mode: scope.mode } })

test('pages go through the log once, newest first, and filters fit what outcomeOf says', async () => {
  const scope = await makeShop()
  const statuses = [200, 201, 202, 304, 400, 401, 404, 409, 429, 499, 500, 503]
  await call(scope, 120, (index) => statuses[index % statuses.length] ?? 200)
  for (const outcome of [undefined, ...CALL_OUTCOMES]) {
    const seen: string[] = []
    let cursor: string | undefined
    let last = Infinity
    do {
      const page = await listCalls(scope, callFilterSchema.parse({ outcome, cursor }))
      for (const { id, status, at } of page.calls) {
        seen.push(id)
        if (outcome) expect(outcomeOf(status)).toBe(outcome)
        expect(at.getTime()).toBeLessThanOrEqual(last)
        last = at.getTime()
      }
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(outcome === undefined ? 120 : (120 / statuses.length) * statuses.filter((status) => outcomeOf(status) === outcome).length)
  }
})

test('a search means its characters, and looks through the newest thousand alone', async () => {
  const scope = await makeShop()
  await call(scope, 1_010)
  const found = async (q: string) => (await listCalls(scope, callFilterSchema.parse({ q }))).calls.map(({ path }) => path)
  expect(await found('inv_1005')).toEqual(['/v1/payment-links/INV_1005'])
  expect(await found('INV%1005')).toEqual([])
  expect(await found('INV-1005')).toEqual([])
  expect(await found('INV_5')).not.toContain('/v1/payment-links/INV_5')
})

test("another shop's calls, and those of the other mode, are not there", async () => {
  const [owner, stranger] = [await makeShop(), await makeShop()]
  await call(owner, 1)
  const [own] = (await listCalls(owner, {})).calls
  expect(await findCall(owner, own?.id ?? '')).toMatchObject({ responseBody: { a: 1 } })
  for (const scope of [stranger, { ...owner, mode: 'live' as const }]) {
    expect((await listCalls(scope, {})).calls).toEqual([])
    expect(await findCall(scope, own?.id ?? '')).toBeNull()
  }
  expect(await findCall(owner, idAt(1))).toBeNull()
})

test('a round of the sweep leaves the newest of each shop and mode, a bounded number each time', async () => {
  await prisma.apiCall.deleteMany()
  const shops = await Promise.all(Array.from({ length: 5 }, () => makeShop()))
  const scopes = [...shops, ...shops.slice(0, 2).map((scope) => ({ ...scope, mode: 'live' as const }))]
  for (const [index, scope] of scopes.entries()) await call(scope, 10 + index * 5)
  const newest = await prisma.apiCall.findMany({ where: { merchantId: shops[4]?.merchantId ?? '' }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 12, select: { id: true } })
  let after: CallOwner = NOBODY
  let [rounds, steps] = [0, 0]
  while (rounds < 2) {
    const { visited, deleted } = await deleteOldCalls({ after, shops: 2, keep: 12, limit: 7 })
    expect(deleted).toBeLessThanOrEqual(7)
    if (deleted < 7) after = visited ?? NOBODY
    if (deleted < 7 && visited === null) rounds += 1
    expect((steps += 1)).toBeLessThan(100)
  }
  for (const [index, scope] of scopes.entries()) expect(await countOf(scope), `shop ${index}`).toBe(Math.min(12, 10 + index * 5))
  const kept = await prisma.apiCall.findMany({ where: { merchantId: shops[4]?.merchantId ?? '' }, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { id: true } })
  expect(kept).toEqual(newest)
})
