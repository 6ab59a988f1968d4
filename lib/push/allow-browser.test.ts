import { beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { Locale } from '@/lib/i18n/locales'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeShop } from '@/prisma/testing/factories'
import { Browser } from '@/prisma/testing/push-service'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { allowBrowser } from './allow-browser'
import { pushSubscriptionSchema } from './schema'
import { deleteOwnSubscription, findOwnSubscription } from './store'

vi.hoisted(() => {
  process.env['ALLOW_LOOPBACK_WEBHOOKS'] = 'true'
})

useTestDatabase()

const NOW = new Date('2026-11-20T05:00:00.000Z')

let scope: MerchantScope
let browser: Browser
let endpoint: string

beforeEach(async () => {
  scope = await makeShop()
  browser = new Browser()
  endpoint = `https://push.example.com/${crypto.randomUUID()}`
})

const subscribe = async (owner = scope, locale: Locale = 'id') => {
  expect(await allowBrowser(owner, browser.subscription(endpoint, locale), NOW)).toEqual({ ok: true, value: null })
}
const isSubscribed = async () => (await findOwnSubscription(scope, endpoint)) !== null

describe('a browser', () => {
  it('that another seller uses moves over to their shop', async () => {
    const other = await makeShop()
    await subscribe()
    await subscribe(other, 'en')
    expect(await isSubscribed()).toBe(false)
    expect(await findOwnSubscription(other, endpoint)).toMatchObject({ locale: 'en' })
    expect(await prisma.pushSubscription.count({ where: { endpoint } })).toBe(1)
  })

  it('that says it twice at once is one browser', async () => {
    await Promise.all(Array.from({ length: 10 }, () => subscribe()))
    expect(await prisma.pushSubscription.count({ where: { endpoint } })).toBe(1)
  })

  it('is taken back by its own seller alone', async () => {
    await subscribe()
    await deleteOwnSubscription(await makeShop(), endpoint)
    expect(await isSubscribed()).toBe(true)
    await deleteOwnSubscription(scope, endpoint)
    expect(await isSubscribed()).toBe(false)
  })

  it('makes room for newer ones: one seller has ten', async () => {
    await subscribe()
    for (let index = 0; index < 10; index++) {
      await allowBrowser(scope, browser.subscription(`${endpoint}/${index}`), later(NOW, 1 + index))
    }
    expect(await prisma.pushSubscription.count({ where: { merchantId: scope.merchantId } })).toBe(10)
    expect(await isSubscribed()).toBe(false)
  })

  it.each([
    'http://push.example.com/a', 'ftp://push.example.com/a', 'https://user:password@push.example.com/a', 'javascript:alert(1)', 'push.example.com',
    `https://push.example.com/${'a'.repeat(2048)}`, 'https://push.example.com/\0', '',
  ])('that names the address %j is refused', async (address) => {
    const parsed = pushSubscriptionSchema.safeParse(browser.subscription(address))
    const answer = parsed.success ? await allowBrowser(scope, parsed.data, NOW) : { ok: false, error: { kind: 'invalid' } }
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  })

  it('whose key is no point of the curve is refused: nothing could be sent to it', async () => {
    expect(await allowBrowser(scope, { endpoint, p256dh: 'B'.repeat(87), auth: browser.auth, locale: 'id' }, NOW)).toMatchObject({ error: { kind: 'invalid' } })
  })

  it.each([['p256dh', 'short'], ['auth', '!'.repeat(22)], ['locale', 'xx'], ['userId', 'somebody']])('that sends a %s of its own making is refused', (field, value) => {
    const subscription = browser.subscription(endpoint)
    expect(pushSubscriptionSchema.safeParse(subscription).success).toBe(true)
    expect(pushSubscriptionSchema.safeParse({ ...subscription, [field]: value }).success).toBe(false)
  })
})
