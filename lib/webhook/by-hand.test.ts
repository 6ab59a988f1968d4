import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeShop } from '@/prisma/testing/factories'
import { useLocalServers } from '@/prisma/testing/local-servers'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { deliveriesOf, jobsOf, makeEndpoint, oneDelivery, paidOrder } from '@/prisma/testing/webhook-deliveries'
import { ok, openWebhookReceiver, status, type Answer } from '@/prisma/testing/webhook-receiver'
import { deliverWebhook } from './deliver-webhook'
import { findDelivery, findEndpoint, listDeliveries } from './queries'
import { resendDelivery } from './resend-delivery'
import { resendSince } from './resend-since'
import { sendTest } from './send-test'

vi.hoisted(() => (process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'))
useTestDatabase()
const servers = useLocalServers()
const receiver = (answer?: Answer) => openWebhookReceiver(servers, answer)

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
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
    const { deliveryId, job } = await oneDelivery(scope, { url: there.url })
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
    const { deliveryId, job } = await oneDelivery(scope, { url: there.url })
    await resendDelivery(scope, deliveryId)
    await deliverWebhook([job])
    expect((await findDelivery(scope, deliveryId))?.attempts.map(({ trigger }) => trigger)).toEqual(['automatic', 'manual'])
  })

  test('everything since a moment gets one more try', async () => {
    const there = await receiver(status(301))
    const endpoint = await makeEndpoint(scope, { url: there.url, retryPolicy: 'midtrans' })
    await paidOrder(scope)
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
})

test('the log comes in pages', async () => {
  const { endpoint } = await oneDelivery(scope)
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
