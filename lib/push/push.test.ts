import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import type { Locale } from '@/lib/i18n/locales'
import { addNews } from '@/lib/news/add-news'
import type { NewNews } from '@/lib/news/news-of-event'
import { listNews } from '@/lib/news/store'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeShop } from '@/prisma/testing/factories'
import { Browser, claimsOf, startPushService, type PushService } from '@/prisma/testing/push-service'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { allowBrowser, sendTestPush } from './allow-browser'
import { findPublicPushKey, findPushKeys } from './push-keys'
import { sendPush } from './send-push'
import { findOwnSubscription } from './store'

vi.hoisted(() => {
  process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'
})

useTestDatabase()

const NOW = new Date('2026-11-20T05:00:00.000Z')
const ORDER = '01933b2e-0000-7000-8000-000000000000'

let service: PushService
let scope: MerchantScope
let browser: Browser
let endpoint: string
let path: string

beforeAll(async () => {
  service = await startPushService()
})
afterAll(() => service.close())

beforeEach(async () => {
  scope = await makeShop()
  browser = new Browser()
  path = `/push/${crypto.randomUUID()}`
  endpoint = service.origin + path
})
afterEach(() => {
  service.answer = (response) => response.writeHead(201).end()
})

const subscribe = async (owner = scope, locale: Locale = 'id') => {
  expect(await allowBrowser(owner, browser.subscription(endpoint, locale), NOW)).toEqual({ ok: true, value: null })
}
const payment = (overrides: Partial<NewNews> = {}): NewNews =>
  ({
    merchantId: scope.merchantId, mode: 'test', type: 'order.paid', orderId: ORDER, dedupeKey: crypto.randomUUID(), at: NOW,
    data: { amount: 20_000, currency: 'IDR', customer: 'Sari Wulandari' }, ...overrides,
  }) as NewNews
/** Writes news and gives back the job that calls the browser. */
const jobOf = async (news: NewNews) => {
  await addNews(sql, [news])
  const [line] = await listNews(scope)
  const jobs = await sql.queryRows<{ data: { newsId: string; subscriptionId: string } }>`SELECT data FROM pgboss.job WHERE name = 'push' AND data->>'newsId' = ${line?.id}`
  if (!jobs[0]) throw new Error('no job')
  return jobs[0].data
}
const arrived = () => service.received.filter((received) => received.path === path)
const isSubscribed = async () => (await findOwnSubscription(scope, endpoint)) !== null

describe('a push message', () => {
  it.each([
    ['id', { title: 'Uang masuk Rp\u00a020.000', body: 'dari Sari' }],
    ['en', { title: 'Rp\u00a020.000 received', body: 'from Sari' }],
  ] as const)('reaches the browser, in its language, readable by it alone (%s)', async (locale, words) => {
    await subscribe(scope, locale)
    const job = await jobOf(payment())
    await sendPush(job, NOW)
    const [received] = arrived()
    expect(browser.open(received?.body ?? Buffer.alloc(0))).toEqual({ ...words, lang: locale, tag: `news-${job.newsId}`, url: `/orders/${ORDER}` })
    expect(() => new Browser().open(received?.body ?? Buffer.alloc(0))).toThrow()
    expect(received?.body.includes('Sari')).toBe(false)
    expect(received?.headers).toMatchObject({ ttl: '86400', urgency: 'high', topic: `news-${job.newsId}`, 'content-encoding': 'aes128gcm' })
  })

  it('says who sends it, to this push service, for a day at most', async () => {
    await subscribe()
    await sendPush(await jobOf(payment()), NOW)
    const { publicKey, claims } = claimsOf(arrived()[0]?.headers.authorization ?? '')
    expect(publicKey).toBe(await findPublicPushKey())
    expect(claims.aud).toBe(service.origin)
    expect(claims.sub).toMatch(/^mailto:.+@/)
    expect(claims.exp * 1000 - Date.now()).toBeGreaterThan(60_000)
    expect(claims.exp * 1000 - Date.now()).toBeLessThanOrEqual(24 * 60 * 60_000)
  })

  it.each([
    ['a customer without a name', payment, { data: { amount: 20_000, currency: 'IDR', customer: 'sari@example.com' } }, 'dari pelanggan'],
    ['late money', payment, { type: 'order.paid_late' }, 'Kamu yang putuskan'],
    ['a refund that failed', payment, { type: 'refund.failed' }, 'ke Sari'],
    ['a webhook address that was switched off', payment, { type: 'endpoint.disabled', orderId: null, data: { url: 'https://hook.example.com/a?secret=1', reason: 'gone' } }, 'hook.example.com tidak'],
  ] as const)('has words for %s and tells no more than needed', async (_, news, overrides, words) => {
    await subscribe()
    await sendPush(await jobOf(news(overrides as unknown as Partial<NewNews>)), NOW)
    const text = JSON.stringify(browser.open(arrived()[0]?.body ?? Buffer.alloc(0)))
    expect(text).toContain(words)
    expect(text).not.toMatch(/@example|Wulandari|secret/)
  })

  it('is not sent when it is a day old, and not to a browser that meanwhile belongs to another shop', async () => {
    await subscribe()
    const job = await jobOf(payment())
    await sendPush(job, later(NOW, 24 * 60 + 1))
    await subscribe(await makeShop())
    await sendPush(job, NOW)
    await sendPush({ ...job, newsId: '999999999' }, NOW)
    expect(arrived()).toEqual([])
  })
})

describe("the push service's answer", () => {
  it.each([404, 410])('%i makes us forget the browser', async (status) => {
    await subscribe()
    service.answer = (response) => response.writeHead(status).end()
    await sendPush(await jobOf(payment()), NOW)
    expect(await isSubscribed()).toBe(false)
  })

  it.each([429, 500, 503])('%i means again later', async (status) => {
    await subscribe()
    const job = await jobOf(payment())
    service.answer = (response) => response.writeHead(status).end()
    await expect(sendPush(job, NOW)).rejects.toThrow(String(status))
    service.answer = (response) => response.writeHead(201).end()
    await sendPush(job, NOW)
    expect(arrived()).toHaveLength(2)
    expect(await isSubscribed()).toBe(true)
  })

  it('of any other kind ends the matter and keeps the browser', async () => {
    await subscribe()
    for (const status of [302, 400, 413]) {
      service.answer = (response) => response.writeHead(status, { location: `${service.origin}/elsewhere` }).end()
      await sendPush(await jobOf(payment()), NOW)
    }
    expect(await isSubscribed()).toBe(true)
    expect(service.received.some((received) => received.path === '/elsewhere')).toBe(false)
  })

  it('is not read: one that never ends holds nobody up', async () => {
    await subscribe()
    service.answer = (response) => {
      response.writeHead(201)
      const drip = setInterval(() => response.write('x'.repeat(1000)), 5)
      response.on('close', () => clearInterval(drip))
    }
    await sendPush(await jobOf(payment()), NOW)
    expect(arrived()).toHaveLength(1)
  })

  it('that does not come because nobody listens means again later', async () => {
    const nobody = createServer()
    const port = await new Promise<number>((resolve) => nobody.listen(0, '127.0.0.1', () => resolve((nobody.address() as { port: number }).port)))
    await new Promise((resolve) => nobody.close(resolve))
    endpoint = `http://127.0.0.1:${port}/x`
    await subscribe()
    await expect(sendPush(await jobOf(payment()), NOW)).rejects.toThrow()
    expect(await isSubscribed()).toBe(true)
  })
})

describe('a test message', () => {
  it('is sent at once and the answer told', async () => {
    await subscribe()
    expect(await sendTestPush(scope, endpoint)).toEqual({ ok: true, value: null })
    expect(browser.open(arrived()[0]?.body ?? Buffer.alloc(0))).toMatchObject({ title: 'Notifikasi sudah jalan' })
    service.answer = (response) => response.writeHead(500).end()
    expect(await sendTestPush(scope, endpoint)).toMatchObject({ error: { kind: 'conflict', message: 'pushFailed' } })
    service.answer = (response) => response.writeHead(410).end()
    expect(await sendTestPush(scope, endpoint)).toMatchObject({ error: { kind: 'conflict', message: 'pushGone' } })
    expect(await sendTestPush(scope, endpoint)).toMatchObject({ error: { kind: 'notFound' } })
  })

  it("goes to one's own browser only, and not without end", async () => {
    await subscribe()
    const stranger = await makeShop()
    expect(await sendTestPush(stranger, endpoint)).toMatchObject({ error: { kind: 'notFound' } })
    expect(arrived()).toEqual([])
    const answers = await Promise.all(Array.from({ length: 40 }, () => sendTestPush(stranger, endpoint)))
    expect(answers.filter((answer) => !answer.ok && answer.error.kind === 'rateLimited').length).toBeGreaterThanOrEqual(10)
  })
})

describe("the server's keys", () => {
  it('are made once, also by twenty who ask first at the same time, and the private one is not readable in the database', async () => {
    await prisma.appValue.deleteMany()
    const found = await Promise.all(Array.from({ length: 20 }, () => findPushKeys()))
    expect(new Set(found.map((keys) => JSON.stringify(keys))).size).toBe(1)
    const [row] = await prisma.appValue.findMany()
    expect(row?.value).toContain(found[0]?.publicKey)
    expect(row?.value).not.toContain(found[0]?.privateKey)
  })
})
