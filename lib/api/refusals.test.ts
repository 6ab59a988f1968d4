import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import { apiCall, makeApiKey } from '@/prisma/testing/api'
import { makeShop } from '@/prisma/testing/factories'
import { makeNote, readNote } from '@/prisma/testing/note-endpoint'
import { useTestDatabase } from '@/prisma/testing/test-database'
import type { MerchantScope } from '@/lib/shop/scope'
import { serve } from './serve'

useTestDatabase()

const path = '/v1/notes'
const [post, get] = [serve(makeNote), serve(readNote)]
let scope: MerchantScope
let key: string

beforeEach(async () => {
  scope = await makeShop()
  key = await makeApiKey(scope)
})

const send = (body: unknown, headers: Record<string, string> = {}) => apiCall(post, { method: 'POST', key, path, body, headers })
const notes = () => prisma.link.count({ where: { merchantId: scope.merchantId } })

describe('what may be sent', () => {
  test.each([
    ['16 KB and a byte', JSON.stringify({ title: 'x', rest: 'a'.repeat(16_384 - 22) }), 413],
    ['1 MB', 'a'.repeat(1_048_576), 413],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400],
    ['a NUL', '{"title": "a\\u0000b"}', 400],
    ['deep nesting', `{"title": ${'['.repeat(8_000)}${']'.repeat(8_000)}}`, 400],
    ['nothing', '', 400],
    ['no JSON', 'title=x', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
  ] as const)('%s is refused, and nothing is written', async (_, body, status) => {
    const answer = await send(body)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ error_messages: [expect.any(String)] })
    expect(answer.text).not.toMatch(/node_modules|at \w+ \(|zod/i)
    expect(await notes()).toBe(0)
  })

  test('16 KB exactly are read', async () => {
    const body = JSON.stringify({ title: 'x', rest: '' })
    expect((await send(body.replace('"rest":""', `"rest":"${'a'.repeat(16_384 - body.length)}"`))).status).toBe(201)
  })

  test('all that is wrong is said at once, each naming its field', async () => {
    expect((await send({ title: '', email: 5, waitMs: 'x' })).body).toEqual({ error_messages: ['title is required', 'email must be text', 'waitMs must be a number'] })
  })

  test('who may not call is refused before the body is read', async () => {
    const untouched = new ReadableStream({ pull: () => Promise.reject(new Error('the body was read')) }, { highWaterMark: 0 })
    const request = new Request(`http://localhost${path}`, { method: 'POST', body: untouched, duplex: 'half' } as RequestInit)
    expect((await post(request, { params: Promise.resolve({}) })).status).toBe(401)
  })

  test('what goes wrong inside is a bare 500, and nothing of it stays', async () => {
    const answer = await send({ title: 'x', fail: 'throw' }, { 'idempotency-key': 'k' })
    expect(answer).toMatchObject({ status: 500, body: { error_messages: ['Sorry, our system is having a problem: try again later.'] } })
    expect(answer.text).not.toContain('planned')
    expect(await notes()).toBe(0)
  })
})

describe('the log of calls', () => {
  const logged = () => prisma.apiCall.findMany({ where: { merchantId: scope.merchantId }, orderBy: { at: 'asc' } })

  test('a call is logged with what was asked and answered, by whom and how long, without personal data', async () => {
    await apiCall(post, { method: 'POST', key, path: `${path}?q=rahasia`, body: { title: 'Kerudung', email: 'rahasia@example.com' }, headers: { 'idempotency-key': 'K-1', 'user-agent': 'toko/1.0' } })
    await expect.poll(async () => (await logged()).length).toBe(1)
    const [call] = await logged()
    expect(call).toMatchObject({
      mode: 'test', method: 'POST', path: '/v1/notes?q=[removed]', status: 201, idempotencyKey: 'K-1', userAgent: 'toko/1.0',
      requestBody: { title: 'Kerudung', email: '[removed]' }, responseBody: { made: 'inserted' },
    })
    expect(call?.durationMs).toBeGreaterThanOrEqual(0)
    expect(JSON.stringify(call)).not.toContain('rahasia')
  })

  test('refused calls are logged too, those of nobody are not', async () => {
    await send({ title: '' })
    await send('x'.repeat(20_000))
    await apiCall(get, { key: await makeApiKey(scope, ['write']), method: 'GET', path })
    const ended = await makeApiKey(scope)
    await prisma.serverKey.updateMany({ where: { merchantId: scope.merchantId, mask: { endsWith: ended.slice(-4) } }, data: { revokedAt: new Date() } })
    await apiCall(get, { key: ended, method: 'GET', path })
    await apiCall(get, { method: 'GET', path })
    await apiCall(get, { key: 'SB-Tautan-server-unknown', method: 'GET', path })
    await expect.poll(async () => (await logged()).map(({ status }) => status).sort()).toEqual([400, 401, 403, 413])
  })

  test('many calls are written together', async () => {
    const written = async () => (await prisma.$queryRaw<{ count: bigint }[]>`SELECT count(DISTINCT xmin::text) AS count FROM api_calls WHERE merchant_id = ${scope.merchantId}::uuid`)[0]?.count
    await Promise.all(Array.from({ length: 60 }, () => apiCall(get, { key, method: 'GET', path })))
    await expect.poll(async () => (await logged()).length).toBe(60)
    expect(Number(await written())).toBeLessThanOrEqual(4)
  })

  test('a log that cannot be written fails no call, and goes on afterwards', async () => {
    await prisma.$executeRaw`ALTER TABLE api_calls RENAME TO api_calls_away`
    try {
      expect((await send({ title: 'x' })).status).toBe(201)
      await new Promise((done) => setTimeout(done, 900))
    } finally {
      await prisma.$executeRaw`ALTER TABLE api_calls_away RENAME TO api_calls`
    }
    expect((await send({ title: 'y' })).status).toBe(201)
    await expect.poll(async () => (await logged()).length).toBe(1)
  })
})
