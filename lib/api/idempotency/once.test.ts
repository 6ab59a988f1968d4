import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { makeLink } from '@/lib/link/create-link'
import type { MerchantScope } from '@/lib/shop/scope'
import { apiCall, makeApiKey, type Answered } from '@/prisma/testing/api'
import { makeShop } from '@/prisma/testing/factories'
import { began, makeNote, makeOtherNote, noteLink } from '@/prisma/testing/note-endpoint'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import { serve } from '../serve'
import { idempotencyUse, once } from './once'
import { claimKey, forgetOldKeys, insertAnswer, rememberAnswer } from './store'

useTestDatabase()

const path = '/v1/notes'
const [post, postOther] = [serve(makeNote), serve(makeOtherNote)]
const DAY = 24 * 60 * 60_000
let scope: MerchantScope
let key: string

beforeEach(async () => {
  scope = await makeShop()
  key = await makeApiKey(scope)
})

const send = (idempotencyKey: string, body: unknown = { title: 'x' }, { handler = post, as = key, headers = {} }: { handler?: typeof post; as?: string; headers?: Record<string, string> } = {}): Promise<Answered> =>
  apiCall(handler, { method: 'POST', key: as, path, body, headers: { 'idempotency-key': idempotencyKey, ...headers } })
const notes = (merchantId = scope.merchantId) => prisma.link.count({ where: { merchantId } })
const isReplay = ({ headers }: Answered) => headers.get('idempotent-replayed') === 'true'

describe('the same key', () => {
  test('with the same body gets the same bytes, and nothing is done again', async () => {
    const first = await send('K')
    expect([first.status, isReplay(first)]).toEqual([201, false])
    for (let time = 0; time < 3; time += 1) {
      const again = await send('K')
      expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true])
    }
    expect(await notes()).toBe(1)
  })

  test('with another body, another spelling of it, or other notification headers is refused', async () => {
    await send('K', '{"title":"x"}')
    for (const other of [send('K', '{"title":"y"}'), send('K', '{"title": "x"}'), send('K', '{"title":"x"}', { headers: { 'x-append-notification': 'https://a.example' } })]) {
      expect(await other).toMatchObject({ status: 409, body: { error_messages: ['This Idempotency-Key was used with another request.'] } })
    }
    expect(await notes()).toBe(1)
  })

  test('of another shop, mode or operation is another key', async () => {
    const stranger = await makeShop()
    await send('K')
    expect(isReplay(await send('K', undefined, { as: await makeApiKey(stranger) }))).toBe(false)
    expect(isReplay(await send('K', undefined, { as: await makeApiKey({ ...scope, mode: 'live' }) }))).toBe(false)
    expect(isReplay(await send('K', undefined, { handler: postOther }))).toBe(false)
    // Another server key of the same shop asks for the same thing.
    expect(isReplay(await send('K', undefined, { as: await makeApiKey(scope) }))).toBe(true)
    expect([await notes(), await notes(stranger.merchantId)]).toEqual([3, 1])
  })

  test('may be used again after a refusal or a failure, also with a mended body', async () => {
    expect((await send('K', { title: 'x', fail: 'refuse' })).status).toBe(400)
    expect((await send('K', { title: 'x', fail: 'throw' })).status).toBe(500)
    expect((await send('K', { title: '' })).status).toBe(400)
    expect(await notes()).toBe(0)
    const mended = await send('K', { title: 'x' })
    expect([mended.status, isReplay(mended), await notes()]).toEqual([201, false, 1])
  })

  test.each(['', 'a b', 'é', 'x'.repeat(256)])('%j is none', async (bad) => {
    const answer = await send(encodeURI(bad) === bad ? bad : 'a b')
    expect(answer.status).toBe(400)
    expect(await notes()).toBe(0)
  })
})

describe('at once', () => {
  test('fifty with one key do it once; the others hear that it is under way, or the answer', async () => {
    const before = began.count
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('K', { title: 'x', waitMs: 200 })))
    expect(began.count - before).toBe(1)
    expect(await notes()).toBe(1)
    const made = answers.filter(({ status }) => status === 201)
    expect(new Set(made.map(({ text }) => text)).size).toBe(1)
    expect(made.filter((answer) => !isReplay(answer))).toHaveLength(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 202]))
    expect(isReplay(await send('K', { title: 'x', waitMs: 200 }))).toBe(true)
  })

  test('fifty with keys of their own all do it', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => send(`K-${index}`)))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201))
    expect(await notes()).toBe(50)
  })
})

describe('the lock', () => {
  const answerOf = (nonce: string) => ({ status: 201, body: JSON.stringify({ nonce }) })
  const use = idempotencyUse('makeNote', 'K', ['a'])
  const at = new Date()

  test('of a connection that broke off is free at once: nothing was done', async () => {
    const other = new pg.Client({ connectionString: testDatabaseUrl() })
    other.on('error', () => undefined)
    await other.connect()
    const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await other.query('BEGIN')
    await other.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`idempotency ${scope.merchantId} ${scope.mode} makeNote K`])
    expect(await once(scope, use, { at }, () => Promise.resolve(answerOf('1')))).toEqual({ kind: 'inFlight' })
    await prisma.$queryRaw`SELECT pg_terminate_backend(${rows[0]?.pid}::int)`
    await expect.poll(async () => await once(scope, use, { at }, () => Promise.resolve(answerOf('2')))).toEqual({ kind: 'answered', answer: answerOf('2'), isReplay: false })
  })

  test.each(['succeeds', 'is refused'])('who was answered between looking and writing hears that answer, and what was done is undone: the second %s', async (end) => {
    const outcome = await once(scope, use, { at }, async (on) => {
      await makeLink(scope, noteLink('second'), { at, on })
      // The first request, whose lock ended after this one had looked.
      await insertAnswer(sql, scope, { use, at, ...answerOf('first') })
      return end === 'succeeds' ? answerOf('second') : { status: 409, body: '{}' }
    })
    expect(outcome).toEqual({ kind: 'answered', answer: answerOf('first'), isReplay: true })
    expect(await notes()).toBe(0)
  })
})

describe('a claim', () => {
  const use = (fingerprint = 'a') => ({ operation: 'makeNote', key: 'K', fingerprint: fingerprint.repeat(64) })
  const at = new Date()
  const after = (ms: number) => new Date(at.getTime() + ms)

  test('whose process died is taken over after half a minute by the same request, never by another', async () => {
    expect(await claimKey(scope, use(), randomUUID(), at)).toBeNull()
    expect(await claimKey(scope, use(), randomUUID(), after(29_999))).toMatchObject({ status: null })
    expect(await claimKey(scope, use('b'), randomUUID(), after(30_000))).toMatchObject({ fingerprint: 'a'.repeat(64), status: null })
    expect(await claimKey(scope, use(), randomUUID(), after(30_000))).toBeNull()
  })

  test('that was taken over leaves nothing to remember for whoever was too slow', async () => {
    const [slow, quick] = [randomUUID(), randomUUID()]
    await claimKey(scope, use(), slow, at)
    await claimKey(scope, use(), quick, after(30_000))
    const answer = { use: use(), status: 201, body: '{}' }
    expect(await rememberAnswer(sql, scope, { ...answer, claim: slow })).toBe(false)
    expect(await rememberAnswer(sql, scope, { ...answer, claim: quick })).toBe(true)
  })

  test('of two who take over at the same time one gets it', async () => {
    await claimKey(scope, use(), randomUUID(), at)
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimKey(scope, use(), randomUUID(), after(30_000))))
    expect(claims.filter((earlier) => earlier === null)).toHaveLength(1)
  })

  test('ends after a day: then the key is new, whatever is sent with it', async () => {
    const claim = randomUUID()
    await claimKey(scope, use(), claim, at)
    await rememberAnswer(sql, scope, { use: use(), claim, status: 201, body: '{}' })
    expect(await claimKey(scope, use(), randomUUID(), after(DAY - 1))).toMatchObject({ status: 201, body: '{}' })
    expect(await claimKey(scope, use('b'), randomUUID(), after(DAY))).toBeNull()
  })
})

describe('forgetting', () => {
  const old = (count: number, age: number) => prisma.idempotencyKey.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      merchantId: scope.merchantId, mode: 'test' as const, operation: 'makeNote', key: `${age}-${index}`, fingerprint: 'a'.repeat(64), claim: randomUUID(), claimedUntil: new Date(), status: 201, body: '{}', createdAt: new Date(Date.now() - age),
    })),
  })
  const kept = () => prisma.idempotencyKey.count({ where: { merchantId: scope.merchantId } })

  test('takes what is older than a day, no more at once than it may', async () => {
    await prisma.idempotencyKey.deleteMany()
    await old(25, DAY + 1)
    await old(5, DAY - 60_000)
    expect(await forgetOldKeys({ at: new Date(), limit: 10 })).toBe(10)
    expect(await forgetOldKeys({ at: new Date(), limit: 10 })).toBe(10)
    expect(await forgetOldKeys({ at: new Date(), limit: 10 })).toBe(5)
    expect(await kept()).toBe(5)
  })

  test('leaves a key alone that is taken anew at that moment: its answer would be lost, and the next request done twice', async () => {
    await old(1, DAY + 60_000)
    const other = new pg.Client({ connectionString: testDatabaseUrl() })
    await other.connect()
    try {
      await other.query('BEGIN')
      await other.query('UPDATE idempotency_keys SET created_at = now(), status = NULL, body = NULL WHERE merchant_id = $1', [scope.merchantId])
      const forgetting = forgetOldKeys({ at: new Date(), limit: 10 })
      await expect.poll(async () => (await prisma.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%DELETE FROM idempotency_keys%' AND datname = current_database()`).length).toBe(1)
      await other.query('COMMIT')
      expect(await forgetting).toBe(0)
      expect(await kept()).toBe(1)
    } finally {
      await other.end()
    }
  })
})
