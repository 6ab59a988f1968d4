import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { startWorking } from '@/lib/job/boss'
import type { MerchantScope } from '@/lib/shop/scope'
import { workPlan } from '@/lib/worker/plan'
import { later, makeLink, makeShop } from '@/prisma/testing/factories'
import { useLocalServers } from '@/prisma/testing/local-servers'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { jobsOf, makeEndpoint, oneDelivery, paidOrder } from '@/prisma/testing/webhook-deliveries'
import { ok, openWebhookReceiver, status, type Answer } from '@/prisma/testing/webhook-receiver'
import { deliverWebhook } from './deliver-webhook'
import { findDelivery, findEndpoint } from './queries'

vi.hoisted(() => (process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'))
useTestDatabase()
const servers = useLocalServers()
const receiver = (answer?: Answer) => openWebhookReceiver(servers, answer)

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

describe('an attempt', () => {
  test('that arrives is signed, succeeds, and is written down as it was', async () => {
    const there = await receiver()
    const { endpoint, deliveryId, job } = await oneDelivery(scope, { url: there.url })
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
    const { endpoint, deliveryId, job } = await oneDelivery(scope, { url: there.url })
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
    const { deliveryId, job } = await oneDelivery(scope, { url: there.url })
    await deliverWebhook([job])
    const next = (await findDelivery(scope, deliveryId))?.nextAttemptAt
    expect(Math.round(((next?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(30)
  })

  test("ends after Midtrans' number of retries for an endpoint that wants it so", async () => {
    const there = await receiver(status(500))
    const { deliveryId, job } = await oneDelivery(scope, { url: there.url, retryPolicy: 'midtrans' })
    await deliverWebhook([job])
    await deliverWebhook([{ ...job, attempt: 2 }])
    await deliverWebhook([{ ...job, attempt: 3 }])
    expect(there.got).toHaveLength(2)
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'failed', attemptCount: 2, nextAttemptAt: null })
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data', 'refusedAddress'], ['http://10.0.0.1/', 'refusedAddress'], ['http://127.0.0.1:1/', 'connection'],
  ])('at %s is logged as %s, without an answer', async (url, error) => {
    const { endpoint, deliveryId, job } = await oneDelivery(scope)
    await prisma.webhookEndpoint.update({ where: { id: endpoint.id }, data: { url } })
    await deliverWebhook([job])
    expect((await findDelivery(scope, deliveryId))?.attempts).toMatchObject([{ statusCode: null, error, responseBody: null, responseHeaders: null }])
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'pending', url, lastError: error })
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
    servers.hangUp()
    await stop()
  }
})
