import { createECDH, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test'
import { WHOLE_CHROMIUM } from '../bin/chromium.mjs'
import { callAction, makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE, watch } from './support/browser-watch'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

/** What happened, in the bell and on the seller's device. */

const WORDS = {
  id: { bell: 'Pemberitahuan', unread: 'Pemberitahuan, 1 baru', title: 'Kabar terbaru', line: /Sari Wulandari sudah bayar/, view: 'Lihat', orderOf: 'Pesanan Sari Wulandari' },
  en: { bell: 'Notifications', unread: 'Notifications, 1 new', title: 'What happened', line: /Sari Wulandari paid/, view: 'View', orderOf: 'Order of Sari Wulandari' },
} as const

/** The bell asks every ten seconds. */
const SECONDS = { timeout: 20_000 }

async function pay(seller: Seller): Promise<void> {
  const { slug } = await makeLink(seller)
  await submit(`${(await order(slug)).location}/simulate`, { news: 'settle' })
}

async function expectAccessible(page: Page): Promise<void> {
  // A toast that fades in or out has the contrast of neither.
  const isSteady = () => page.locator('[data-sonner-toast]').evaluateAll((toasts) => toasts.every((toast) => getComputedStyle(toast).opacity === '1'))
  await expect.poll(isSteady, { timeout: 15_000 }).toBe(true)
  expect(await findingsOf(page)).toEqual([])
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`a payment rings the seller's bell within seconds, once, until it is opened (${language})`, async ({ context, page }) => {
    const seller = await makeSeller('Toko Melati', language as keyof typeof WORDS)
    await seller.signIn(context)
    const { expectClean } = watch(context)
    await page.goto('/links')
    await expect(page.getByRole('button', { name: words.bell, exact: true })).toBeVisible()
    // Only what comes after the page was opened is announced: so it must have asked once.
    await page.getByRole('button', { name: words.bell, exact: true }).click()
    await expect(page.getByRole('dialog', { name: words.title })).toBeVisible()
    await expect(page.getByRole('dialog', { name: words.title }).getByRole('link')).toHaveCount(0)
    await page.keyboard.press('Escape')

    await pay(seller)
    await expect(page.getByRole('button', { name: words.unread })).toBeVisible(SECONDS)
    const announced = page.locator('[aria-live=polite]').filter({ hasText: words.line })
    await expect(announced).toContainText(/Rp\s85\.000/)
    await expect(announced.getByRole('button', { name: words.view })).toBeVisible()

    await page.getByRole('button', { name: words.unread }).click()
    const bell = page.getByRole('dialog', { name: words.title })
    const line = bell.getByRole('link', { name: words.line })
    await expect(line).toContainText(/Rp\s85\.000/)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: words.bell, exact: true })).toBeFocused()

    await page.reload()
    await page.getByRole('button', { name: words.bell, exact: true }).click()
    await line.click()
    await expect(page.getByRole('heading', { name: words.orderOf })).toBeVisible()
    await expect(bell).toBeHidden()
    expectClean()
  })
}

test('on a phone the bell opens over the full width, in the dark too', async ({ browser }) => {
  const seller = await makeSeller()
  await pay(seller)
  const context = await browser.newContext({ ...PHONE, colorScheme: 'dark', reducedMotion: 'reduce' })
  await seller.signIn(context)
  const page = await context.newPage()
  await page.goto('/orders')
  await expect(page.getByRole('button', { name: 'Notifications, 1 new' })).toBeVisible(SECONDS)
  await page.getByRole('button', { name: 'Notifications, 1 new' }).tap()
  const sheet = page.getByRole('dialog', { name: 'What happened' })
  await expect(sheet.getByRole('link', { name: /Sari Wulandari paid/ })).toBeVisible()
  const box = await sheet.boundingBox()
  expect(box?.width).toBe(await page.evaluate(() => document.documentElement.clientWidth))
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Close' }).tap()
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await context.close()
})

test('nobody reads the news of another shop', async () => {
  const [seller, stranger] = [await makeSeller(), await makeSeller()]
  await pay(seller)
  await expect.poll(async () => (await callAction('listNewsAction', {}, seller)).body, SECONDS).toContain('Sari Wulandari')
  expect((await callAction('listNewsAction', {}, stranger)).body).not.toContain('Sari')
})

/**
 * Chromium without a screen has no push service: the answers of its push manager are given here, all
 * else is the browser's own.
 */
async function withPushService(context: BrowserContext, endpoint: string): Promise<void> {
  await context.grantPermissions(['notifications'], { origin: origin() })
  const keys = { p256dh: createECDH('prime256v1').generateKeys('base64url', 'uncompressed'), auth: randomBytes(16).toString('base64url') }
  await context.addInitScript(([address, given]) => {
    const KEY = 'test-subscribed'
    const subscription = {
      endpoint: address,
      toJSON: () => ({ endpoint: address, keys: given }),
      unsubscribe: () => Promise.resolve((localStorage.removeItem(KEY), true)),
    } as unknown as PushSubscription
    PushManager.prototype.subscribe = (options) => {
      localStorage.setItem(KEY, String(options?.applicationServerKey))
      return Promise.resolve(subscription)
    }
    PushManager.prototype.getSubscription = () => Promise.resolve(localStorage.getItem(KEY) === null ? null : subscription)
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
    Notification.requestPermission = () => Promise.resolve('granted')
  }, [endpoint, keys] as const)
}

const subscriptions = (seller: Seller) => query<{ endpoint: string; locale: string }>('SELECT endpoint, locale FROM push_subscriptions WHERE merchant_id = $1', [seller.merchantId])

test('a seller turns notifications on and off for a device, and signing out takes them away', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const endpoint = `https://push.example.com/${seller.merchantId}`
  await withPushService(context, endpoint)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('On for this device')).toBeVisible()
  expect(await subscriptions(seller)).toEqual([{ endpoint, locale: 'en' }])
  expect(await page.evaluate(() => localStorage.getItem('test-subscribed'))).toMatch(/^[\w-]{87}$/)

  await page.reload()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeVisible()
  expect(await subscriptions(seller)).toEqual([])

  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('On for this device')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Orders' }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('test-subscribed'))).toBeNull()
})

test('an address inside is never called, whatever a browser says', async ({ context, page }) => {
  let connections = 0
  const inside = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.2', resolve))
  const seller = await makeSeller()
  await seller.signIn(context)
  await withPushService(context, `https://127.0.0.2:${(inside.address() as { port: number }).port}/`)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect(page.getByText('This browser no longer takes notifications')).toBeVisible()
  expect(connections).toBe(0)
  expect(await subscriptions(seller)).toEqual([])
  inside.close()
})

test('a browser that blocks notifications is told how to allow them', async ({ context, page }) => {
  await (await makeSeller()).signIn(context)
  await context.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }))
  await page.goto('/settings')
  await expect(page.getByText('This browser blocks notifications from Tautan')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeHidden()
})

test('the service worker shows what was pushed and opens its order, and keeps nothing', async () => {
  test.skip(!existsSync(WHOLE_CHROMIUM), 'a browser without a window shows no notifications')
  const browser = await chromium.launch({ executablePath: WHOLE_CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const context = await browser.newContext({ baseURL: origin() })
  const page = await context.newPage()
  await (await makeSeller()).signIn(context)
  await context.grantPermissions(['notifications'], { origin: origin() })
  await page.goto('/settings')
  const session = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin()) && !isDeleted)
      if (own) resolve(own.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const started = context.waitForEvent('serviceworker')
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js', { scope: '/' })
    await navigator.serviceWorker.ready
  })
  const worker = await started
  const registrationId = await registered
  const push = (data: string) => session.send('ServiceWorker.deliverPushMessage', { origin: origin(), registrationId, data })
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      return (await registration.getNotifications()).map(({ title, body, tag, data }) => ({ title, body, tag, url: (data as { url: string }).url }))
    })
  const visible = { title: 'Uang masuk Rp 20.000', body: 'dari Sari', tag: 'news-1', url: '/orders/abc' }
  const message = { ...visible, lang: 'id' }
  await push(JSON.stringify(message))
  await expect.poll(shown).toEqual([visible])
  await push(JSON.stringify(message))
  await push('no JSON at all')
  await expect.poll(shown).toHaveLength(2)
  expect(await shown()).toContainEqual({ title: 'Tautan', body: '', tag: 'unreadable', url: '/links' })

  // No finger taps here, so the browser would open no window: the worker's wish is noted instead.
  const opened = async (url: string) =>
    await worker.evaluate(async (wanted) => {
      const scope = self as unknown as { clients: { openWindow(address: string): Promise<null> }; registration: ServiceWorkerRegistration; dispatchEvent(event: Event): boolean }
      const wishes: string[] = []
      scope.clients.openWindow = (address) => Promise.resolve((wishes.push(address), null))
      await scope.registration.showNotification('x', { tag: 'click', data: { url: wanted } })
      const [notification] = await scope.registration.getNotifications({ tag: 'click' })
      const Click = (globalThis as unknown as { NotificationEvent: new (type: string, init: object) => Event }).NotificationEvent
      scope.dispatchEvent(new Click('notificationclick', { notification }))
      await new Promise((resolve) => setTimeout(resolve, 300))
      return wishes
    }, url)
  expect(await opened('/orders/abc')).toEqual([`${origin()}/orders/abc`])
  expect(await opened('https://evil.example/')).toEqual([])

  const response = await fetch(`${origin()}/sw.js`)
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await page.reload()
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceNavigationTiming).workerStart))).toEqual([0])
  await browser.close()
})

test('the manifest names icons that are there, so that a phone can install it', async ({ request, page }) => {
  const manifest = (await (await request.get('/manifest.webmanifest')).json()) as { start_url: string; display: string; icons: { src: string; sizes: string; purpose?: string }[] }
  expect(manifest).toMatchObject({ start_url: '/home', display: 'standalone' })
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']))
  await page.goto('/sign-in')
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, src)
    if (sizes !== 'any') expect(size, src).toBe(sizes)
  }
})
