import { beforeAll, describe, expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import { serverKeyHash } from '@/lib/server-key/key-text'
import { listKeys } from '@/lib/server-key/queries'
import { revokeKey } from '@/lib/server-key/revoke-key'
import type { MerchantScope } from '@/lib/shop/scope'
import { apiCall, basic, makeApiKey } from '@/prisma/testing/api'
import { makeShop } from '@/prisma/testing/factories'
import { makeNote, readNote } from '@/prisma/testing/note-endpoint'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { admit } from './authenticate'
import { serve } from './serve'

useTestDatabase()

const path = '/v1/notes'
const [post, get] = [serve(makeNote), serve(readNote)]
let scope: MerchantScope
let key: string

beforeAll(async () => {
  scope = await makeShop()
  key = await makeApiKey(scope)
})

const withHeader = (authorization: string | undefined) => apiCall(get, { method: 'GET', path, headers: authorization === undefined ? {} : { authorization } })
const encode = (text: string) => Buffer.from(text).toString('base64')

describe('who asks', () => {
  test('the server key is the user of Basic authentication, with or without a password, in any case', async () => {
    for (const header of [basic(key), `basic ${encode(`${key}:`)}`, `BASIC  ${encode(`${key}:whatever`)}`, `Basic ${encode(key)}`]) {
      expect(await withHeader(header), header).toMatchObject({ status: 200, body: { mode: 'test', merchant: scope.merchantId } })
    }
  })

  test('whoever has no valid key is told exactly what Midtrans says', async () => {
    const unknown = `SB-Tautan-server-${'a'.repeat(32)}`
    const headers = [
      undefined, '', 'Basic', 'Basic ', 'Basic :', 'Basic ???', 'Basic a b', `Bearer ${key}`, `Bearer ${encode(`${key}:`)}`, `Digest ${encode(`${key}:`)}`, key, encode(`${key}:`),
      basic(unknown), basic(''), basic(key.slice(0, -1)), basic(`${key}x`), basic(` ${key}`), basic(key.toUpperCase()), basic(serverKeyHash(key)), `Basic ${encode(`:${key}`)}`, `Basic ${'A'.repeat(20_000)}`,
      `Basic ${Buffer.from([0, 255, 254, 58]).toString('base64')}`,
    ]
    for (const header of headers) {
      const answer = await withHeader(header)
      expect(answer.status, header).toBe(401)
      expect(answer.text, header).toBe('{"error_messages":"Access denied due to unauthorized request"}')
      expect(answer.headers.get('www-authenticate'), header).toMatch(/^Basic/)
    }
  })

  test('a key opens until it expires or is revoked', async () => {
    const short = await makeApiKey(scope)
    const where = { hash: serverKeyHash(short) }
    expect((await withHeader(basic(short))).status).toBe(200)
    await prisma.serverKey.update({ where, data: { expiresAt: new Date(Date.now() + 60_000) } })
    expect((await withHeader(basic(short))).status).toBe(200)
    await prisma.serverKey.update({ where, data: { expiresAt: new Date(Date.now() - 1) } })
    expect((await withHeader(basic(short))).status).toBe(401)
    const { id } = await prisma.serverKey.update({ where, data: { expiresAt: null } })
    await revokeKey(scope, id, new Date())
    expect(await withHeader(basic(short))).toMatchObject({ status: 401, text: '{"error_messages":"Access denied due to unauthorized request"}' })
  })

  test('a key of live mode sees the live shop alone', async () => {
    const live = await makeApiKey({ ...scope, mode: 'live' })
    expect(live).toMatch(/^Tautan-server-/)
    expect((await withHeader(basic(live))).body).toEqual({ mode: 'live', merchant: scope.merchantId })
    await apiCall(post, { method: 'POST', key: live, path, body: { title: 'live only' } })
    expect(await prisma.link.findMany({ where: { title: 'live only' }, select: { mode: true } })).toEqual([{ mode: 'live' }])
  })
})

describe('what a key may do', () => {
  test.each([
    [['read'], 200, 403],
    [['write'], 403, 201],
    [['refund'], 403, 403],
    [['read', 'write', 'refund'], 200, 201],
  ] as const)('with the scopes %j reading is answered %d and writing %d', async (scopes, reading, writing) => {
    const limited = await makeApiKey(scope, scopes)
    const read = await apiCall(get, { key: limited, method: 'GET', path })
    const write = await apiCall(post, { method: 'POST', key: limited, path, body: { title: 'x' } })
    expect([read.status, write.status]).toEqual([reading, writing])
    if (writing === 403) expect(write.body).toEqual({ error_messages: ['This server key may not do this: it lacks the scope "write".'] })
  })
})

describe('when a key was last used', () => {
  test('is written once a minute, however many calls and servers there are', async () => {
    const used = await makeApiKey(scope)
    const lastUse = async () => (await listKeys(scope, new Date())).find(({ mask }) => mask.endsWith(used.slice(-4)))?.lastUsedAt
    const headers = new Headers({ authorization: basic(used) })
    const start = new Date()
    const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000)
    await Promise.all(Array.from({ length: 10 }, () => admit(headers, start)))
    await expect.poll(lastUse).toEqual(start)
    await admit(headers, at(59))
    // Long enough for a write that should not be.
    await new Promise((done) => setTimeout(done, 150))
    expect(await lastUse()).toEqual(start)
    await admit(headers, at(60))
    await expect.poll(lastUse).toEqual(at(60))
  })
})
