import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeEach, expect, it, vi } from 'vitest'
import { databasePool, prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { apiCall, makeApiKey, type Answered } from '@/prisma/testing/api'
import { makeShop } from '@/prisma/testing/factories'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import { idempotencyUse } from '../idempotency/once'
import { lockName } from '../idempotency/store'
import { serve } from '../serve'
import { createPaymentLink } from './create'

useTestDatabase()

const create = serve(createPaymentLink)
const path = '/v1/payment-links'
let scope: MerchantScope
let key: string

beforeEach(async () => {
  scope = await makeShop()
  key = await makeApiKey(scope)
})

const bodyOf = (orderId: string, fields: object = {}) => ({ transaction_details: { order_id: orderId, gross_amount: 10_000, ...fields } })
const send = (body: unknown, idempotencyKey?: string, as = key): Promise<Answered> =>
  apiCall(create, { key: as, method: 'POST', path, body, headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey } })
const links = async () => (await prisma.link.findMany({ where: { merchantId: scope.merchantId }, orderBy: { orderId: 'asc' }, select: { orderId: true, events: { select: { type: true } } } }))
  .map(({ orderId, events }) => [orderId, ...events.map(({ type }) => type)].join(' '))

/** A second connection, as another process has one. */
async function elsewhere<Value>(run: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: testDatabaseUrl() })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

it('links of the same moment share a statement, with their events and their answers', async () => {
  await send(bodyOf('warm'))
  const query = vi.spyOn(databasePool, 'query')
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => send(bodyOf(`INV-${n}`), `key-${n}`)))
  const writing = query.mock.calls.filter(([asked]) => JSON.stringify(asked ?? '').includes('INSERT INTO links'))
  query.mockRestore()
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
  expect(writing.length).toBeLessThan(3)
  expect(await links()).toEqual([...Array.from({ length: 6 }, (_, n) => `INV-${n} created`), 'warm created'])
  const again = await Promise.all(answers.map((_, n) => send(bodyOf(`INV-${n}`), `key-${n}`)))
  expect(again.map(({ text, headers }) => [text, headers.get('idempotent-replayed')])).toEqual(answers.map(({ text }) => [text, 'true']))
})

it('ten requests of one key at once make one link, and nobody hears another answer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(bodyOf('INV-1'), 'K')))
  expect(await links()).toEqual(['INV-1 created'])
  const told = new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text))
  expect(told.size).toBe(1)
  expect(answers.filter(({ status }) => status !== 200 && status !== 202)).toEqual([])
})

it('of ten different requests under one key at once, one is done', { repeats: 30 }, async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => send(bodyOf(`INV-${n}`), 'K')))
  expect(await links()).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => ![200, 202, 409].includes(status))).toEqual([])
})

it('a taken ID is told to whoever asked for it, and the others of the moment get their links', async () => {
  await send(bodyOf('INV-1', { payment_link_id: 'mine' }))
  const answers = await Promise.all([send(bodyOf('INV-1'), 'a'), send(bodyOf('INV-2'), 'b'), send(bodyOf('INV-3', { payment_link_id: 'mine' }), 'c'), send(bodyOf('INV-2'))])
  expect(answers.map(({ status }) => status)).toEqual([409, 200, 400, 409])
  expect(await links()).toEqual(['INV-1 created', 'INV-2 created'])
  // A refusal is not remembered: the shop may mend its request and send it again.
  expect((await send(bodyOf('INV-4'), 'a')).status).toBe(200)
})

it('what the database cannot take fails alone', { repeats: 30 }, async () => {
  await prisma.$executeRaw`ALTER TABLE links ADD CONSTRAINT no_such_title CHECK (title <> 'no such')`
  try {
    const answers = await Promise.all([send({ ...bodyOf('INV-1'), title: 'no such' }, 'a'), send(bodyOf('INV-2'), 'b')])
    expect(answers.map(({ status }) => status)).toEqual([500, 200])
    expect(await links()).toEqual(['INV-2 created'])
  } finally {
    await prisma.$executeRaw`ALTER TABLE links DROP CONSTRAINT no_such_title`
  }
})

it('a key that another process is working on is answered with 202, and nothing is made', async () => {
  await elsewhere(async (client) => {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName(scope, idempotencyUse('createPaymentLink', 'K', []))])
    const answers = await Promise.all([send(bodyOf('INV-1'), 'K'), send(bodyOf('INV-2'), 'L')])
    expect(answers.map(({ status }) => status)).toEqual([202, 200])
    expect(await links()).toEqual(['INV-2 created'])
    await client.query('ROLLBACK')
  })
  expect((await send(bodyOf('INV-1'), 'K')).status).toBe(200)
})

it('a key that another process answers in the middle of it all gives that answer, and what was made is undone', async () => {
  const body = bodyOf('INV-1')
  const first = await send(body, 'K')
  const kept = await prisma.idempotencyKey.findFirstOrThrow({ where: { merchantId: scope.merchantId } })
  await prisma.idempotencyKey.deleteMany({ where: { merchantId: scope.merchantId } })
  await elsewhere(async (client) => {
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO idempotency_keys (merchant_id, mode, operation, key, fingerprint, claim, claimed_until, status, body, created_at)
       VALUES ($1, 'test', 'createPaymentLink', 'K', $2, $3, $4, 200, $5, $4)`,
      [scope.merchantId, kept.fingerprint, randomUUID(), kept.createdAt, kept.body],
    )
    const waiting = send(bodyOf('INV-2'), 'K')
    await expect.poll(async () => (await client.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'`)).rows[0]?.n).toBe(1)
    await client.query('COMMIT')
    expect((await waiting).status).toBe(409)
  })
  expect(await links()).toEqual(['INV-1 created'])
  expect(await send(body, 'K')).toMatchObject({ status: 200, text: first.text })
})

it('two shops that send at the same moment each get their own, also under the same key and IDs', async () => {
  const other = await makeShop()
  const answers = await Promise.all([send(bodyOf('INV-1'), 'K'), send(bodyOf('INV-1'), 'K', await makeApiKey(other))])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await links()).toEqual(['INV-1 created'])
  expect(await prisma.link.count({ where: { merchantId: other.merchantId, orderId: 'INV-1' } })).toBe(1)
})

it('a known key with another body is told so, also where that body is no request at all', async () => {
  await send(bodyOf('INV-1'), 'K')
  expect((await send({ x: 1 }, 'K')).status).toBe(409)
  expect((await send({ x: 1 }, 'L')).status).toBe(400)
})
