import { randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import { startWorking } from '@/lib/job/boss'
import type { JobData } from '@/lib/job/queues'
import { announceEvents } from '@/lib/notification/announce-events'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { mintScope } from '@/lib/shop/scope'
import { serverKeyHash } from '@/lib/server-key/key-text'
import { requireServerKey } from '@/lib/server-key/server-key'
import { workPlan } from '@/lib/worker/plan'
import { later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { changeEndpoint, deleteEndpoint, pauseEndpoint, resumeEndpoint } from './change-endpoint'
import { createEndpoint } from './create-endpoint'
import { deliverWebhook } from './deliver-webhook'
import { revealSecret, rotateSecret } from './endpoint-secret'
import { findDelivery, findEndpoint, listDeliveries } from './queries'
import { resendDelivery } from './resend-delivery'
import { resendSince } from './resend-since'
import { endpointSchema, type EndpointInput } from './schema'
import { sendTest } from './send-test'
import { signatureKey } from './signature'

vi.hoisted(() => (process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'))
useTestDatabase()

type Received = { headers: IncomingHttpHeaders; body: string }
type Answer = (response: ServerResponse, received: Received) => void

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const ok: Answer = (response) => void response.writeHead(200, { 'x-seen': 'yes' }).end('ok')
const status = (code: number, headers: Record<string, string> = {}): Answer => (response) => void response.writeHead(code, headers).end('no')

/** A real receiver that remembers what it got; its answer may be changed on the way. */
async function receiver(answer: Answer = ok): Promise<{ url: string; got: Received[]; answer: Answer }> {
  const it = { url: '', got: [] as Received[], answer }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk))).on('end', () => {
      const received = { headers: request.headers, body }
      it.got.push(received)
      it.answer(response, received)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  it.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return it
}

const values = (overrides: Partial<EndpointInput>) => endpointSchema.parse({ url: 'https://example.com/', description: '', events: [], retryPolicy: 'standard', ...overrides })

async function makeEndpoint(scope: MerchantScope, overrides: Partial<EndpointInput>): Promise<{ id: string; secret: string }> {
  const made = await createEndpoint(scope, values(overrides), new Date())
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

const eventsOf = async (orderId: string): Promise<JobData['order-event'][]> =>
  (await prisma.orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })).map(({ id }) => ({ eventId: String(id) }))

type PlannedJob = { id: string; data: JobData['webhook']; startAfter: Date; group: string }

/** The jobs of these deliveries that wait, as pg-boss sees them. */
const jobsOf = async (deliveryId: string): Promise<PlannedJob[]> =>
  await prisma.$queryRaw<PlannedJob[]>`
    SELECT id::text, data, start_after AS "startAfter", group_id AS "group" FROM pgboss.job
    WHERE name = 'webhook' AND data->>'deliveryId' = ${deliveryId} ORDER BY created_on, start_after`

const deliveriesOf = (endpointId: string) => prisma.webhookDelivery.findMany({ where: { endpointId }, orderBy: { orderEventId: 'asc' } })

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

/** An order and what happened to it, told to whoever plans notifications. */
async function paidOrder(owner = scope, link?: { slug: string }): Promise<string> {
  const at = new Date()
  const { slug } = link ?? (await makeLink(owner, { usageLimit: null }, at))
  const { id } = await makeOrder(slug, {}, at)
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: later(at, 1) })
  await announceEvents(await eventsOf(id))
  return id
}

/** One endpoint with one delivery waiting for it. */
async function oneDelivery(overrides: Partial<EndpointInput>): Promise<{ endpoint: { id: string; secret: string }; deliveryId: string; job: JobData['webhook'] }> {
  const endpoint = await makeEndpoint(scope, { events: ['order.paid'], ...overrides })
  await paidOrder()
  const [delivery] = await deliveriesOf(endpoint.id)
  if (!delivery) throw new Error('nothing was planned')
  return { endpoint, deliveryId: delivery.id, job: { deliveryId: delivery.id, attempt: 1 } }
}

describe('planning', () => {
  test('each event becomes one delivery and one job for each endpoint that wants it', async () => {
    const all = await makeEndpoint(scope, {})
    const paidOnly = await makeEndpoint(scope, { events: ['order.paid', 'order.refunded'] })
    await makeEndpoint(scope, { events: ['order.denied'] })
    await paidOrder()
    expect((await deliveriesOf(all.id)).map(({ type }) => type)).toEqual(['order.pending', 'order.paid'])
    const [paid, ...rest] = await deliveriesOf(paidOnly.id)
    expect(rest).toEqual([])
    expect(await jobsOf(paid?.id ?? '')).toMatchObject([{ data: { deliveryId: paid?.id, attempt: 1 }, group: paidOnly.id }])
    expect(await prisma.webhookDelivery.count({ where: { merchantId: scope.merchantId } })).toBe(3)
  })

  test('planning twice, or twice at once, writes one delivery and one job', async () => {
    const { id } = await makeEndpoint(scope, {})
    const order = await paidOrder()
    const events = await eventsOf(order)
    await Promise.all([announceEvents(events), announceEvents(events), announceEvents(events)])
    const deliveries = await deliveriesOf(id)
    expect(deliveries).toHaveLength(2)
    for (const delivery of deliveries) expect(await jobsOf(delivery.id)).toHaveLength(1)
    expect(await prisma.$queryRaw`SELECT id FROM pgboss.job WHERE name = 'webhook' AND group_id = ${id}`).toHaveLength(2)
  })

  test("another shop's and the other mode's endpoints hear nothing", async () => {
    const others = [await makeEndpoint(await makeShop(), {}), await makeEndpoint(mintScope({ ...scope, mode: 'live' }), {})]
    await paidOrder()
    for (const { id } of others) expect(await deliveriesOf(id)).toEqual([])
  })

  test("a link's own addresses replace the endpoints, or come in addition, none twice", async () => {
    const endpoint = await makeEndpoint(scope, { url: 'https://shop.example/hook' })
    const link = await makeLink(scope, { usageLimit: null }, new Date())
    const urls = async (notificationUrls: object) => {
      await prisma.link.update({ where: { id: link.id }, data: { notificationUrls } })
      const orderId = await paidOrder(scope, link)
      return (await prisma.webhookDelivery.findMany({ where: { orderId, type: 'order.paid' }, orderBy: { url: 'asc' } })).map(({ url, endpointId }) => [url, endpointId])
    }
    expect(await urls({ override: ['https://a.example/', 'https://b.example/'] })).toEqual([['https://a.example/', null], ['https://b.example/', null]])
    expect(await urls({ append: ['https://a.example/', 'https://shop.example/hook', 'no address'] })).toEqual([['https://a.example/', null], ['https://shop.example/hook', endpoint.id]])
  })

  test("the body is signed with the shop's server key, which is made once and kept sealed", async () => {
    const key = (mode: 'test' | 'live') => inTransaction((sql) => requireServerKey(sql, { merchantId: scope.merchantId, mode, at: new Date() }))
    const [first, ...others] = await Promise.all([key('test'), key('test'), key('test'), key('test')])
    expect(others).toEqual([first, first, first])
    expect(first).toMatch(/^SB-Tautan-server-[a-z2-9]{32}$/)
    expect(await key('live')).toMatch(/^Tautan-server-[a-z2-9]{32}$/)
    const rows = await prisma.serverKey.findMany({ where: { merchantId: scope.merchantId, mode: 'test' } })
    expect(rows.map(({ hash }) => hash)).toEqual([serverKeyHash(first)])
    expect(JSON.stringify(rows)).not.toContain(first)

    const endpoint = await makeEndpoint(scope, { events: ['order.paid'] })
    await paidOrder()
    const body = JSON.parse((await deliveriesOf(endpoint.id))[0]?.payload ?? '') as Record<string, string>
    const { order_id: orderId = '', status_code: statusCode = '', gross_amount: grossAmount = '' } = body
    expect(body['signature_key']).toBe(signatureKey({ orderId, statusCode, grossAmount, serverKey: first }))
  })
})

describe('an attempt', () => {
  test('that arrives is signed, succeeds, and is written down as it was', async () => {
    const there = await receiver()
    const { endpoint, deliveryId, job } = await oneDelivery({ url: there.url })
    await deliverWebhook([job])
    const [got] = there.got
    expect(new Webhook(endpoint.secret).verify(got?.body ?? '', got?.headers as Record<string, string>)).toMatchObject({ event_type: 'order.paid', transaction_status: 'settlement' })
    expect(got?.headers).toMatchObject({ 'webhook-id': `msg_${deliveryId}`, 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'Tautan-Webhooks/1.0' })
    const delivery = await findDelivery(scope, deliveryId)
    expect(delivery).toMatchObject({ state: 'succeeded', attemptCount: 1, nextAttemptAt: null, lastStatusCode: 200, lastError: null, payload: got?.body })
    expect(delivery?.completedAt).toBeInstanceOf(Date)
    expect(delivery?.attempts).toMatchObject([
      { number: 1, trigger: 'automatic', statusCode: 200, error: null, responseBody: 'ok', responseHeaders: { 'x-seen': 'yes' }, requestHeaders: { 'webhook-id': `msg_${deliveryId}` } },
    ])
  })

  test('that fails is followed by the next one, under the same id; a job that runs twice counts once', async () => {
    const there = await receiver(status(503))
    const { endpoint, deliveryId, job } = await oneDelivery({ url: there.url })
    await deliverWebhook([job])
    await deliverWebhook([job])
    const first = await findDelivery(scope, deliveryId)
    expect(first).toMatchObject({ state: 'pending', attemptCount: 1, lastStatusCode: 503 })
    expect((await findEndpoint(scope, endpoint.id))?.failingSince).toBeInstanceOf(Date)
    const [, next, ...more] = await jobsOf(deliveryId)
    expect(more).toEqual([])
    expect(next).toMatchObject({ data: { deliveryId, attempt: 2 }, group: endpoint.id })
    expect(next?.startAfter).toEqual(first?.nextAttemptAt)
    const wait = (next?.startAfter.getTime() ?? 0) - Date.now()
    expect(wait).toBeGreaterThan(5_000)
    expect(wait).toBeLessThanOrEqual(11_000)

    there.answer = ok
    await deliverWebhook([next?.data ?? job])
    expect(there.got.map(({ headers }) => headers['webhook-id'])).toEqual([`msg_${deliveryId}`, `msg_${deliveryId}`])
    expect(there.got[1]?.body).toBe(there.got[0]?.body)
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'succeeded', attemptCount: 2 })
    expect((await findEndpoint(scope, endpoint.id))?.failingSince).toBeNull()
  })

  test('waits as long as the receiver asks', async () => {
    const there = await receiver(status(429, { 'retry-after': '1800' }))
    const { deliveryId, job } = await oneDelivery({ url: there.url })
    await deliverWebhook([job])
    const next = (await findDelivery(scope, deliveryId))?.nextAttemptAt
    expect(Math.round(((next?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(30)
  })

  test("ends after Midtrans' number of retries for an endpoint that wants it so", async () => {
    const there = await receiver(status(500))
    const { deliveryId, job } = await oneDelivery({ url: there.url, retryPolicy: 'midtrans' })
    await deliverWebhook([job])
    await deliverWebhook([{ ...job, attempt: 2 }])
    await deliverWebhook([{ ...job, attempt: 3 }])
    expect(there.got).toHaveLength(2)
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'failed', attemptCount: 2, nextAttemptAt: null })
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data', 'refusedAddress'], ['http://10.0.0.1/', 'refusedAddress'], ['http://127.0.0.1:1/', 'connection'],
  ])('at %s is logged as %s, without an answer', async (url, error) => {
    const { endpoint, deliveryId, job } = await oneDelivery({})
    await prisma.webhookEndpoint.update({ where: { id: endpoint.id }, data: { url } })
    await deliverWebhook([job])
    expect((await findDelivery(scope, deliveryId))?.attempts).toMatchObject([{ statusCode: null, error, responseBody: null, responseHeaders: null }])
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'pending', url, lastError: error })
  })
})

describe('an endpoint', () => {
  test('that answers 410 is disabled at once, and its owner told', async () => {
    const there = await receiver(status(410))
    const { endpoint, deliveryId, job } = await oneDelivery({ url: there.url })
    await deliverWebhook([job])
    expect(await findEndpoint(scope, endpoint.id)).toMatchObject({ state: 'disabled', disabledReason: 'gone', failedCount: 1 })
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'failed' })
    expect(await prisma.news.findMany({ where: { merchantId: scope.merchantId, type: 'endpoint.disabled' } })).toMatchObject([{ mode: 'test', data: { url: there.url, reason: 'gone' } }])
    expect(await prisma.emailMessage.findMany({ where: { merchantId: scope.merchantId, template: 'endpointDisabled' } })).toMatchObject([{ mode: 'test', state: 'pending' }])
  })

  test('that does nothing but fail for five days is disabled, once, and its owner told', async () => {
    const there = await receiver(status(500))
    const { endpoint, deliveryId, job } = await oneDelivery({ url: there.url })
    const since = (hours: number) => prisma.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince: new Date(Date.now() - hours * 3_600_000) } })
    await since(119)
    await deliverWebhook([job])
    expect((await findEndpoint(scope, endpoint.id))?.state).toBe('enabled')
    await since(121)
    await deliverWebhook([{ ...job, attempt: 2 }])
    expect(await findEndpoint(scope, endpoint.id)).toMatchObject({ state: 'disabled', disabledReason: 'failing' })
    await resendDelivery(scope, deliveryId)
    expect(await prisma.news.count({ where: { merchantId: scope.merchantId, type: 'endpoint.disabled' } })).toBe(1)
    expect(await prisma.emailMessage.count({ where: { merchantId: scope.merchantId, template: 'endpointDisabled' } })).toBe(1)
  })

  test('that is paused gets nothing, and when it is resumed everything that was kept', async () => {
    const there = await receiver()
    const { endpoint, deliveryId, job } = await oneDelivery({ url: there.url })
    expect(await pauseEndpoint(scope, endpoint.id)).toEqual({ ok: true, value: null })
    await paidOrder()
    for (const { id } of await deliveriesOf(endpoint.id)) await deliverWebhook([{ deliveryId: id, attempt: 1 }])
    expect(there.got).toEqual([])
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'pending', nextAttemptAt: null, attemptCount: 0 })
    expect(await findEndpoint(scope, endpoint.id)).toMatchObject({ state: 'paused', pendingCount: 2 })

    await resumeEndpoint(scope, endpoint.id, new Date())
    await resumeEndpoint(scope, endpoint.id, new Date())
    expect((await jobsOf(deliveryId)).map(({ data }) => data)).toEqual([job, job])
    for (const { id } of await deliveriesOf(endpoint.id)) await deliverWebhook([{ deliveryId: id, attempt: 1 }])
    expect(there.got).toHaveLength(2)
    expect(await findEndpoint(scope, endpoint.id)).toMatchObject({ state: 'enabled', pendingCount: 0 })
  })

  test('whose address was changed gets what is on its way there', async () => {
    const [before, after] = [await receiver(), await receiver()]
    const { endpoint, job } = await oneDelivery({ url: before.url })
    await changeEndpoint(scope, endpoint.id, values({ url: after.url }))
    await deliverWebhook([job])
    expect([before.got.length, after.got.length]).toEqual([0, 1])
  })

  test('that was deleted gets nothing more', async () => {
    const there = await receiver()
    const { endpoint, deliveryId, job } = await oneDelivery({ url: there.url })
    expect(await deleteEndpoint(scope, endpoint.id, new Date())).toEqual({ ok: true, value: null })
    await deliverWebhook([job])
    await paidOrder()
    expect(there.got).toEqual([])
    expect(await deliveriesOf(endpoint.id)).toHaveLength(1)
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'failed', lastError: 'stopped', attempts: [] })
    expect(await findEndpoint(scope, endpoint.id)).toBeNull()
    expect((await resendDelivery(scope, deliveryId)).ok).toBe(false)
    expect(await deleteEndpoint(scope, endpoint.id, new Date())).toEqual({ ok: false, error: { kind: 'notFound' } })
  })

  test.each(['http://127.0.0.2/', 'http://10.0.0.1/', 'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/', 'http://2852039166/'])('is not made for %s', async (url) => {
    expect(await createEndpoint(scope, values({ url }), new Date())).toEqual({ ok: false, error: { kind: 'invalid', fields: { url: 'webhookUrlInside' } } })
  })

  test.each(['', 'example.com', 'ftp://example.com', 'https://user:pass@example.com', 'javascript:alert(1)', `https://example.com/${'a'.repeat(2_048)}`])('%j is no address', (url) => {
    expect(endpointSchema.safeParse({ url, description: '', events: [], retryPolicy: 'standard' }).success).toBe(false)
  })
})

describe('a rotated secret', () => {
  test('signs beside the old one for as long as the seller chose', async () => {
    const there = await receiver()
    const { endpoint, deliveryId } = await oneDelivery({ url: there.url })
    const rotated = await rotateSecret(scope, endpoint.id, { keepHours: 24, at: new Date() })
    const secret = rotated.ok ? rotated.value.secret : ''
    expect(await revealSecret(scope, endpoint.id, new Date())).toEqual({ ok: true, value: { secret, previousSecret: endpoint.secret } })
    expect(await revealSecret(scope, endpoint.id, later(new Date(), 24 * 60 + 1))).toEqual({ ok: true, value: { secret, previousSecret: null } })
    const verified = (by: string) => {
      const got = there.got.at(-1)
      try {
        return Boolean(new Webhook(by).verify(got?.body ?? '', got?.headers as Record<string, string>))
      } catch {
        return false
      }
    }
    await resendDelivery(scope, deliveryId)
    expect([verified(secret), verified(endpoint.secret)]).toEqual([true, true])
    await prisma.webhookEndpoint.update({ where: { id: endpoint.id }, data: { previousSecretExpiresAt: new Date(Date.now() - 1) } })
    await resendDelivery(scope, deliveryId)
    expect([verified(secret), verified(endpoint.secret)]).toEqual([true, false])
  })

  test('with no time left ends the old one at once, and no secret lies in clear', async () => {
    const { id, secret: old } = await makeEndpoint(scope, {})
    const rotated = await rotateSecret(scope, id, { keepHours: 0, at: new Date() })
    const secret = rotated.ok ? rotated.value.secret : ''
    expect(await revealSecret(scope, id, new Date())).toEqual({ ok: true, value: { secret, previousSecret: null } })
    const row = JSON.stringify(await prisma.webhookEndpoint.findUnique({ where: { id } }))
    for (const clear of [old, secret]) expect(row).not.toContain(clear.slice(6))
  })
})

describe('by hand', () => {
  test('the test button sends once, at once, and tells how it went', async () => {
    const there = await receiver(status(404))
    const { id } = await makeEndpoint(scope, { url: there.url })
    expect(await sendTest(scope, id, new Date())).toMatchObject({ ok: true, value: { type: 'webhook.test', state: 'failed', attemptCount: 1, nextAttemptAt: null, lastStatusCode: 404, orderId: null } })
    there.answer = ok
    const sent = await sendTest(scope, id, new Date())
    expect(sent).toMatchObject({ ok: true, value: { state: 'succeeded', attempts: [{ trigger: 'manual', statusCode: 200, responseBody: 'ok' }] } })
    const body = JSON.parse(there.got[1]?.body ?? '') as Record<string, string>
    expect(body['order_id']).toMatch(new RegExp(`^payment_notif_test_${scope.merchantId}_[0-9a-f-]{36}$`))
    expect(sent.ok && (await jobsOf(sent.value.id))).toEqual([])
    expect(await findEndpoint(scope, id)).toMatchObject({ failedCount: 0, pendingCount: 0 })
  })

  test('a failed try leaves the schedule as it is, a good one ends it', async () => {
    const there = await receiver(status(500))
    const { deliveryId, job } = await oneDelivery({ url: there.url })
    await deliverWebhook([job])
    const planned = await findDelivery(scope, deliveryId)
    await resendDelivery(scope, deliveryId)
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'pending', nextAttemptAt: planned?.nextAttemptAt, attemptCount: 2 })
    there.answer = ok
    const resent = await resendDelivery(scope, deliveryId)
    expect(resent).toMatchObject({ ok: true, value: { state: 'succeeded', attempts: [{ number: 3, trigger: 'manual' }, { number: 2, trigger: 'manual' }, { number: 1, trigger: 'automatic' }] } })
    await deliverWebhook([{ ...job, attempt: 2 }])
    expect(there.got.map(({ headers }) => headers['webhook-id'])).toEqual(Array.from({ length: 3 }, () => `msg_${deliveryId}`))
  })

  test('a try by hand does not take the place of a planned one', async () => {
    const there = await receiver(status(500))
    const { deliveryId, job } = await oneDelivery({ url: there.url })
    await resendDelivery(scope, deliveryId)
    await deliverWebhook([job])
    expect((await findDelivery(scope, deliveryId))?.attempts.map(({ trigger }) => trigger)).toEqual(['automatic', 'manual'])
  })

  test('everything since a moment gets one more try', async () => {
    const there = await receiver(status(301))
    const endpoint = await makeEndpoint(scope, { url: there.url, retryPolicy: 'midtrans' })
    await paidOrder()
    const [pending, paid] = await deliveriesOf(endpoint.id)
    for (const delivery of [pending, paid]) await deliverWebhook([{ deliveryId: delivery?.id ?? '', attempt: 1 }])
    there.answer = ok
    await resendDelivery(scope, paid?.id ?? '')
    const ask = (since: string, onlyFailed: boolean) => resendSince(scope, { endpointId: endpoint.id, since, onlyFailed }, { timeZone: 'Asia/Jakarta' })
    expect(await ask('2026-01-01T00:00', true)).toEqual({ ok: true, value: { count: 1 } })
    expect(await ask('2026-01-01T00:00:00Z', false)).toEqual({ ok: true, value: { count: 2 } })
    expect(await ask('2100-01-01T00:00', false)).toEqual({ ok: true, value: { count: 0 } })
    expect(await ask('2026-02-31T00:00', false)).toEqual({ ok: false, error: { kind: 'invalid', fields: { since: 'dateTime' } } })
    const [, manual] = await jobsOf(pending?.id ?? '')
    expect(manual?.data).toEqual({ deliveryId: pending?.id, trigger: 'manual' })
    await deliverWebhook([manual?.data ?? { deliveryId: '' }])
    expect(await findDelivery(scope, pending?.id ?? '')).toMatchObject({ state: 'succeeded' })
  })

  test("another shop's endpoints and deliveries look like missing ones", async () => {
    const { endpoint, deliveryId } = await oneDelivery({})
    const stranger = await makeShop()
    const missing = randomUUID()
    const missed = { ok: false, error: { kind: 'notFound' } }
    for (const id of [endpoint.id, missing]) {
      expect(await findEndpoint(stranger, id)).toBeNull()
      expect(await changeEndpoint(stranger, id, values({}))).toEqual(missed)
      expect(await changeEndpoint(stranger, id, values({ url: 'http://10.0.0.1/' }))).toEqual(missed)
      expect(await pauseEndpoint(stranger, id)).toEqual(missed)
      expect(await resumeEndpoint(stranger, id, new Date())).toEqual(missed)
      expect(await deleteEndpoint(stranger, id, new Date())).toEqual(missed)
      expect(await revealSecret(stranger, id, new Date())).toEqual(missed)
      expect(await rotateSecret(stranger, id, { keepHours: 0, at: new Date() })).toEqual(missed)
      expect(await sendTest(stranger, id, new Date())).toEqual(missed)
      expect(await resendSince(stranger, { endpointId: id, since: '2026-01-01T00:00', onlyFailed: false }, { timeZone: 'Asia/Jakarta' })).toEqual(missed)
      expect(await listDeliveries(stranger, { endpointId: id })).toEqual({ deliveries: [], next: null })
    }
    expect(await findDelivery(stranger, deliveryId)).toBeNull()
    expect(await resendDelivery(stranger, deliveryId)).toEqual(missed)
    expect(await findEndpoint(scope, endpoint.id)).toMatchObject({ state: 'enabled' })
  })

  test('the log comes in pages', async () => {
    const { endpoint } = await oneDelivery({})
    const at = new Date()
    await prisma.webhookDelivery.createMany({
      data: Array.from({ length: 60 }, () => ({ id: randomUUID(), merchantId: scope.merchantId, mode: 'test' as const, endpointId: endpoint.id, url: 'https://example.com/', type: 'webhook.test', payload: '{}', state: 'failed' as const, createdAt: at, completedAt: at })),
    })
    const first = await listDeliveries(scope, { endpointId: endpoint.id })
    const second = await listDeliveries(scope, { endpointId: endpoint.id, cursor: first.next ?? '' })
    expect([first.deliveries.length, second.deliveries.length, second.next]).toEqual([50, 11, null])
    expect(new Set([...first.deliveries, ...second.deliveries].map(({ id }) => id)).size).toBe(61)
    expect((await listDeliveries(scope, { endpointId: endpoint.id, state: 'pending' })).deliveries).toMatchObject([{ type: 'order.paid' }])
  })
})

test('dead endpoints do not hold up the others: the worker delivers around those that hang', { timeout: 60_000 }, async () => {
  const [good, ...dead] = [await receiver(), await receiver(() => undefined), await receiver(() => undefined), await receiver(() => undefined)]
  for (const { url } of dead) await makeEndpoint(scope, { url, events: ['order.paid'] })
  const first = later(new Date(), 0)
  const link = await makeLink(scope, { usageLimit: null }, first)
  // The dead ones have a queue of their own before the good one gets anything.
  for (let round = 0; round < 10; round += 1) await paidOrder(scope, link)
  const endpoint = await makeEndpoint(scope, { url: good.url, events: ['order.paid'] })
  for (let round = 0; round < 5; round += 1) await paidOrder(scope, link)

  // What the tests before left behind, and announcements that are made already.
  await prisma.$executeRaw`
    DELETE FROM pgboss.job WHERE name <> 'webhook' OR data->>'deliveryId' NOT IN (SELECT id::text FROM webhook_deliveries WHERE merchant_id = ${scope.merchantId}::uuid)`
  const stop = await startWorking(workPlan)
  try {
    await vi.waitFor(() => expect(good.got).toHaveLength(5), { timeout: 12_000, interval: 50 })
    expect(dead.every(({ got }) => got.length > 0)).toBe(true)
    // Nobody has timed out yet: the good one did not wait for them.
    expect(await prisma.webhookAttempt.count({ where: { error: 'timeout', delivery: { merchantId: scope.merchantId } } })).toBe(0)
    await vi.waitFor(async () => expect(await findEndpoint(scope, endpoint.id)).toMatchObject({ pendingCount: 0 }), { timeout: 5_000 })
  } finally {
    for (const server of servers) server.closeAllConnections()
    await stop()
  }
})
