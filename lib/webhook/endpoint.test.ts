import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeShop } from '@/prisma/testing/factories'
import { useLocalServers } from '@/prisma/testing/local-servers'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { deliveriesOf, endpointInput, jobsOf, makeEndpoint, oneDelivery, paidOrder } from '@/prisma/testing/webhook-deliveries'
import { openWebhookReceiver, status, type Answer } from '@/prisma/testing/webhook-receiver'
import { changeEndpoint, deleteEndpoint, pauseEndpoint, resumeEndpoint } from './change-endpoint'
import { createEndpoint } from './create-endpoint'
import { deliverWebhook } from './deliver-webhook'
import { revealSecret, rotateSecret } from './endpoint-secret'
import { findDelivery, findEndpoint, listDeliveries } from './queries'
import { resendDelivery } from './resend-delivery'
import { resendSince } from './resend-since'
import { endpointSchema } from './schema'
import { sendTest } from './send-test'

vi.hoisted(() => (process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'))
useTestDatabase()
const servers = useLocalServers()
const receiver = (answer?: Answer) => openWebhookReceiver(servers, answer)

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

describe('an endpoint', () => {
  test('that answers 410 is disabled at once, and its owner told', async () => {
    const there = await receiver(status(410))
    const { endpoint, deliveryId, job } = await oneDelivery(scope, { url: there.url })
    await deliverWebhook([job])
    expect(await findEndpoint(scope, endpoint.id)).toMatchObject({ state: 'disabled', disabledReason: 'gone', failedCount: 1 })
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'failed' })
    expect(await prisma.news.findMany({ where: { merchantId: scope.merchantId, type: 'endpoint.disabled' } })).toMatchObject([{ mode: 'test', data: { url: there.url, reason: 'gone' } }])
    expect(await prisma.emailMessage.findMany({ where: { merchantId: scope.merchantId, template: 'endpointDisabled' } })).toMatchObject([{ mode: 'test', state: 'pending' }])
  })

  test('that does nothing but fail for five days is disabled, once, and its owner told', async () => {
    const there = await receiver(status(500))
    const { endpoint, deliveryId, job } = await oneDelivery(scope, { url: there.url })
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
    const { endpoint, deliveryId, job } = await oneDelivery(scope, { url: there.url })
    expect(await pauseEndpoint(scope, endpoint.id)).toEqual({ ok: true, value: null })
    await paidOrder(scope)
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
    const { endpoint, job } = await oneDelivery(scope, { url: before.url })
    await changeEndpoint(scope, endpoint.id, endpointInput({ url: after.url }))
    await deliverWebhook([job])
    expect([before.got.length, after.got.length]).toEqual([0, 1])
  })

  test('that was deleted gets nothing more', async () => {
    const there = await receiver()
    const { endpoint, deliveryId, job } = await oneDelivery(scope, { url: there.url })
    expect(await deleteEndpoint(scope, endpoint.id, new Date())).toEqual({ ok: true, value: null })
    await deliverWebhook([job])
    await paidOrder(scope)
    expect(there.got).toEqual([])
    expect(await deliveriesOf(endpoint.id)).toHaveLength(1)
    expect(await findDelivery(scope, deliveryId)).toMatchObject({ state: 'failed', lastError: 'stopped', attempts: [] })
    expect(await findEndpoint(scope, endpoint.id)).toBeNull()
    expect((await resendDelivery(scope, deliveryId)).ok).toBe(false)
    expect(await deleteEndpoint(scope, endpoint.id, new Date())).toEqual({ ok: false, error: { kind: 'notFound' } })
  })

  test.each(['http://127.0.0.2/', 'http://10.0.0.1/', 'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/', 'http://2852039166/'])('is not made for %s', async (url) => {
    expect(await createEndpoint(scope, endpointInput({ url }), new Date())).toEqual({ ok: false, error: { kind: 'invalid', fields: { url: 'webhookUrlInside' } } })
  })

  test.each(['', 'example.com', 'ftp://example.com', 'https://user:pass@example.com', 'javascript:alert(1)', `https://example.com/${'a'.repeat(2_048)}`])('%j is no address', (url) => {
    expect(endpointSchema.safeParse({ url, description: '', events: [], retryPolicy: 'standard' }).success).toBe(false)
  })
})

describe('a rotated secret', () => {
  test('signs beside the old one for as long as the seller chose', async () => {
    const there = await receiver()
    const { endpoint, deliveryId } = await oneDelivery(scope, { url: there.url })
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
    const { id, secret: old } = await makeEndpoint(scope)
    const rotated = await rotateSecret(scope, id, { keepHours: 0, at: new Date() })
    const secret = rotated.ok ? rotated.value.secret : ''
    expect(await revealSecret(scope, id, new Date())).toEqual({ ok: true, value: { secret, previousSecret: null } })
    const row = JSON.stringify(await prisma.webhookEndpoint.findUnique({ where: { id } }))
    for (const clear of [old, secret]) expect(row).not.toContain(clear.slice(6))
  })
})

test("another shop's endpoints and deliveries look like missing ones", async () => {
  const { endpoint, deliveryId } = await oneDelivery(scope)
  const stranger = await makeShop()
  const missing = randomUUID()
  const missed = { ok: false, error: { kind: 'notFound' } }
  for (const id of [endpoint.id, missing]) {
    expect(await findEndpoint(stranger, id)).toBeNull()
    expect(await changeEndpoint(stranger, id, endpointInput())).toEqual(missed)
    expect(await changeEndpoint(stranger, id, endpointInput({ url: 'http://10.0.0.1/' }))).toEqual(missed)
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
