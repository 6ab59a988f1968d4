import { describe, expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { createKey } from './create-key'
import { listKeys } from './queries'
import { revokeKey } from './revoke-key'
import { rollKey } from './roll-key'
import { requireServerKey } from './server-key'
import { isValid } from './status'

useTestDatabase()

const timeZone = 'Asia/Jakarta'
const HOUR = 60

const create = (scope: MerchantScope, name = 'Gudang', at = NOON) => createKey(scope, { name, scopes: ['read'], lastDay: '' }, { timeZone, at })
const roll = (scope: MerchantScope, id: string, overlapHours: 0 | 1 | 24 | 168, at = NOON) => rollKey(scope, { id, overlapHours, lastDay: '' }, { timeZone, at })
const signing = ({ merchantId, mode }: MerchantScope, at: Date) => inTransaction((sql) => requireServerKey(sql, { merchantId, mode, at }))

async function made(result: ReturnType<typeof create>): Promise<{ id: string; key: string }> {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

describe('making', () => {
  test('a new key is kept sealed, is listed by its mask, and its history says who made it', async () => {
    const scope = await makeShop()
    const { id, key } = await made(create(scope))
    expect(key).toMatch(/^SB-Tautan-server-[a-z2-9]{32}$/)
    const user = await prisma.user.findUniqueOrThrow({ where: { id: scope.userId ?? '' } })
    expect(await listKeys(scope, NOON)).toEqual([
      {
        id, name: 'Gudang', mask: `${key.slice(0, 21)}…${key.slice(-4)}`, scopes: ['read'], createdAt: NOON, lastUsedAt: null, expiresAt: null, revokedAt: null,
        isRolled: false, signs: true, events: [{ type: 'created', at: NOON, by: user.email }],
      },
    ])
    expect(JSON.stringify(await prisma.serverKey.findMany())).not.toContain(key.slice(21, -4))
  })

  test('a key that is older than masks is listed by one all the same', async () => {
    const scope = await makeShop()
    const { id, key } = await made(create(scope))
    await prisma.serverKey.update({ where: { id }, data: { mask: null } })
    expect((await listKeys(scope, NOON))[0]?.mask).toBe(`${key.slice(0, 21)}…${key.slice(-4)}`)
  })

  test('of many made at once the first twenty are, and one that ends makes room', async () => {
    const scope = await makeShop()
    const results = await Promise.all(Array.from({ length: 30 }, () => create(scope)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(20)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { kind: 'conflict', message: 'tooManyKeys' } })
    const [key] = await listKeys(scope, NOON)
    await revokeKey(scope, key?.id ?? '', NOON)
    expect((await create(scope)).ok).toBe(true)
  })
})

describe('rolling', () => {
  test.each([[1], [24], [168]] as const)('the old key opens %d more hours beside the new one, which takes its name and scopes', async (hours) => {
    const scope = await makeShop()
    const old = await made(create(scope))
    const fresh = await made(roll(scope, old.id, hours, later(NOON, 10)))
    const [first, second] = await listKeys(scope, later(NOON, 10))
    expect(first).toMatchObject({ id: fresh.id, name: 'Gudang', scopes: ['read'], isRolled: false })
    expect(second).toMatchObject({ id: old.id, isRolled: true, expiresAt: later(NOON, 10 + hours * HOUR) })
    expect(second?.events.map(({ type }) => type)).toEqual(['rolled', 'created'])
  })

  test('rolled at once, the old key opens nothing any more', async () => {
    const scope = await makeShop()
    const old = await made(create(scope))
    await roll(scope, old.id, 0)
    const listed = (await listKeys(scope, NOON)).find(({ id }) => id === old.id)
    expect(listed && isValid(listed, NOON)).toBe(false)
  })

  test('a key is rolled once, however often it is asked at the same time, and not after it ended', async () => {
    const scope = await makeShop()
    const old = await made(create(scope))
    const results = await Promise.all(Array.from({ length: 5 }, () => roll(scope, old.id, 24)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { kind: 'conflict', message: 'keyRolled' } })
    expect(await roll(scope, old.id, 24, later(NOON, 25 * HOUR))).toEqual({ ok: false, error: { kind: 'conflict', message: 'keyEnded' } })
    expect(await listKeys(scope, NOON)).toHaveLength(2)
  })
})

describe('signing', () => {
  test('the oldest valid key signs; a rolled one until it ends, then its successor, not a younger key of another line', async () => {
    const scope = await makeShop()
    const first = await made(create(scope, 'Kasir'))
    const other = await made(create(scope, 'Gudang', later(NOON, 5)))
    const fresh = await made(roll(scope, first.id, 1, later(NOON, 10)))
    const signs = async (at: Date) => (await listKeys(scope, at)).filter((key) => key.signs).map(({ id }) => id)
    for (const [minutes, key] of [[11, first], [69, first], [71, fresh]] as const) {
      expect(await signing(scope, later(NOON, minutes)), `${minutes} minutes`).toBe(key.key)
      expect(await signs(later(NOON, minutes)), `${minutes} minutes`).toEqual([key.id])
    }
    await revokeKey(scope, fresh.id, later(NOON, 80))
    expect(await signing(scope, later(NOON, 81))).toBe(other.key)
  })

  test('after the last key is revoked, the first notification makes a new one, the same for all', async () => {
    const scope = await makeShop()
    const { id, key } = await made(create(scope))
    expect(await revokeKey(scope, id, NOON)).toEqual({ ok: true, value: null })
    const keys = new Set(await Promise.all(Array.from({ length: 8 }, () => signing(scope, later(NOON, 1)))))
    expect(keys.size).toBe(1)
    expect(keys).not.toContain(key)
    const [listed] = await listKeys(scope, later(NOON, 1))
    expect(listed).toMatchObject({ name: 'default', scopes: ['read', 'write', 'refund'], signs: true, events: [{ type: 'created', by: null }] })
  })
})

describe('whose', () => {
  test("another shop's key is a missing one, and the live keys are not the test ones", async () => {
    const [owner, stranger] = [await makeShop(), await makeShop()]
    const { id } = await made(create(owner))
    const live: MerchantScope = { ...owner, mode: 'live' }
    for (const scope of [stranger, live]) {
      expect(await roll(scope, id, 24)).toEqual({ ok: false, error: { kind: 'notFound' } })
      expect(await revokeKey(scope, id, NOON)).toEqual({ ok: false, error: { kind: 'notFound' } })
      expect(await listKeys(scope, NOON)).toEqual([])
    }
    expect((await made(create(live))).key).toMatch(/^Tautan-server-[a-z2-9]{32}$/)
  })

  test('revoking twice is written down once, and the history cannot be changed', async () => {
    const scope = await makeShop()
    const { id } = await made(create(scope))
    await revokeKey(scope, id, NOON)
    expect(await revokeKey(scope, id, later(NOON, 1))).toEqual({ ok: true, value: null })
    expect((await listKeys(scope, NOON))[0]?.events.map(({ type, at }) => [type, at])).toEqual([['revoked', NOON], ['created', NOON]])
    await expect(prisma.serverKeyEvent.deleteMany({ where: { keyId: id } })).rejects.toThrow()
    await expect(prisma.serverKeyEvent.updateMany({ where: { keyId: id }, data: { type: 'created' } })).rejects.toThrow()
  })
})
