import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { makeLink } from './support/actions'
import { PHONE, watch } from './support/browser-watch'
import { order } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

let seller: Seller
test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
})

/** An order that waits for its payment: its address. */
async function pendingOrder(method = 'bca_va'): Promise<string> {
  const { location } = await order((await makeLink(seller, { usageLimit: '2' })).slug, { method })
  return location
}

const storedOrder = (address: string) =>
  query<{ text: string; status: string }>(`SELECT o::text || coalesce((SELECT string_agg(e::text, ' ') FROM order_events e WHERE e.order_id = o.id), '') AS text, o.status FROM orders o WHERE token = $1`, [address.split('/').at(-1)])

test('the order carries its deadline and is over when it has passed, with a way to try again', async ({ page, context }) => {
  const watched = watch(context)
  const address = await pendingOrder()
  await page.goto(address)
  await expect(page.getByRole('timer')).toBeVisible()
  await query("UPDATE orders SET expires_at = now() - interval '1 second' WHERE token = $1", [address.split('/').at(-1)])
  // The open page notices by itself.
  await expect(page.getByRole('heading', { name: 'The time to pay is over' })).toBeVisible()
  await expect(page.getByText('Do not pay to the old code')).toBeVisible()
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: /^Pay Rp/ })).toBeVisible()
  watched.expectClean()
})

const CLOSED = {
  expired: { change: "expires_at = now() - interval '1 day'", en: 'This has ended', id: 'Sudah berakhir' },
  scheduled: { change: "starts_at = now() + interval '1 day'", en: 'Not open yet', id: 'Belum dibuka' },
  paused: { change: "state = 'paused'", en: 'Paused for now', id: 'Sedang dijeda' },
  deleted: { change: "state = 'deleted', deleted_at = now()", en: 'This link was removed', id: 'Link sudah dihapus' },
  'paid once': { change: 'used_count = 1', en: 'Already paid', id: 'Sudah dibayar' },
  'sold out': { change: 'usage_limit = 3, used_count = 3', en: 'Sold out', id: 'Sudah habis' },
}

for (const [state, { change, en, id }] of Object.entries(CLOSED)) {
  test(`a link that is ${state} says so in both languages, names the shop and asks for no payment`, async ({ page }) => {
    const link = await makeLink(seller)
    await query(`UPDATE links SET ${change} WHERE id = $1`, [link.id])
    for (const [lang, title] of [['en', en], ['id', id]] as const) {
      await page.goto(`/p/${link.slug}?lang=${lang}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('link', { name: /Toko Melati/ })).toHaveAttribute('href', /wa\.me\/62812/)
      await expect(page.getByRole('radio')).toHaveCount(0)
      await expect(page.getByRole('button', { name: /^(?:Pay|Bayar)/ })).toHaveCount(0)
      // Who may hope that it opens again can leave a number, and nothing else.
      await expect(page.getByRole('textbox')).toHaveCount(state === 'scheduled' || state === 'deleted' ? 0 : 1)
    }
  })
}

test('while the last place is being paid, others hear that and may look again', async ({ page }) => {
  const link = await makeLink(seller)
  const { location } = await order(link.slug)
  await page.goto(`/p/${link.slug}`)
  await expect(page.getByRole('heading', { name: 'Someone is paying right now' })).toBeVisible()
  await query("UPDATE orders SET expires_at = now() - interval '1 second' WHERE token = $1", [location.split('/').at(-1)])
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: /^Pay Rp/ })).toBeVisible()
})

test('the customer switches the language, and it stays', async ({ page }) => {
  const link = await makeLink(seller)
  await page.goto(`/p/${link.slug}`)
  await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
  await expect(page.getByRole('button', { name: /^Bayar Rp/ })).toBeVisible()
  await page.goto(`/p/${link.slug}`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
})

test('a card number that is no published test number is neither sent nor stored', async ({ page }) => {
  const address = await pendingOrder('credit_card')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(address)
  await page.getByLabel('Card number').fill('4539 1488 0343 6467')
  await page.getByLabel('Valid until').fill('12/30')
  await page.getByLabel('CVV').fill('123')
  await page.getByRole('button', { name: /^Pay Rp/ }).click()
  await expect(page.getByText('This is not a test card number')).toBeVisible()
  await expect(page.getByLabel('Card number')).toHaveValue('')
  await expect(page.getByLabel('Card number')).toBeFocused()
  expect(sent.join(' ')).not.toMatch(/4539.{0,3}1488/)
  const [row] = await storedOrder(address)
  expect(row?.status).toBe('pending')
  expect(row?.text).not.toMatch(/4539.{0,3}1488|0343.{0,3}6467/)
})

test('the page weighs at most 16 KB with its script, asks for nothing else, and says once that it was opened', async ({ page }) => {
  const link = await makeLink(seller)
  const asked: string[] = []
  const told: string[] = []
  page.on('request', (request) => (request.method() === 'GET' ? asked : told).push(new URL(request.url()).pathname))
  await page.goto(`/p/${link.slug}`, { waitUntil: 'networkidle' })
  expect(asked).toEqual([`/p/${link.slug}`, '/pay.js'])
  await expect.poll(() => told).toEqual([`/p/${link.slug}/opened`])
  const weights = await Promise.all(asked.map(async (path) => (await answerTo(path, 'gzip')).body.length))
  expect(Math.min(...weights)).toBeGreaterThan(500)
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(16 * 1024)
})

test('every answer is compressed as its reader can take it, and carries the headers that protect whoever reads it', async () => {
  const link = await makeLink(seller)
  for (const path of [`/p/${link.slug}`, '/pay.js', '/sign-in', '/v1/payment-links']) {
    const [plain, gzip, brotli] = await Promise.all([answerTo(path), answerTo(path, 'gzip'), answerTo(path, 'gzip, deflate, br')])
    expect(plain.headers['content-encoding'], path).toBeUndefined()
    // A refusal is too short to be worth it.
    if (path !== '/v1/payment-links') {
      expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']], path).toEqual(['gzip', 'br'])
      expect([gunzipSync(gzip.body).length > 1_000, brotliDecompressSync(brotli.body).length > 1_000], path).toEqual([true, true])
      expect([gzip.headers.vary, brotli.headers.vary].every((vary) => /accept-encoding/i.test(vary ?? '')), path).toBe(true)
    }
    expect(plain.headers, path).toMatchObject({
      'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'permissions-policy': expect.stringContaining('camera=()') as unknown,
    })
  }
})

/** As it travels: `fetch` would unpack it. */
async function answerTo(path: string, accepted?: string): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(origin() + path, { headers: accepted === undefined ? {} : { 'accept-encoding': accepted } }, resolve).on('error', reject)
  })
  return { headers: response.headers, body: await buffer(response) }
}

test('a chat shows a proper card of the link: absolute addresses and a JPEG of 1200 × 630 under 250 KB', async ({ page }) => {
  const link = await makeLink(seller)
  await page.goto(`/p/${link.slug}`)
  const content = (property: string) => page.locator(`meta[property="${property}"], meta[name="${property}"]`).getAttribute('content')
  expect(await content('og:title')).toBe('Kerudung voal motif · Toko Melati')
  expect(await content('og:description')).toMatch(/^Pay Rp\s85\.000 to Toko Melati\.$/)
  expect(await content('og:url')).toBe(`${origin()}/p/${link.slug}`)
  expect(await content('og:type')).toBe('website')
  expect([await content('og:image:width'), await content('og:image:height')]).toEqual(['1200', '630'])
  const image = (await content('og:image')) ?? ''
  expect(image).toMatch(new RegExp(`^${origin()}/p/${link.slug}/card\\.jpg`))
  const response = await fetch(image)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.length).toBeLessThan(250 * 1024)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
})

test('the address that other systems use leads to the payment page', async () => {
  const link = await makeLink(seller)
  const response = await fetch(`${origin()}/payment-links/${link.slug}`, { redirect: 'manual' })
  expect([301, 302, 307, 308]).toContain(response.status)
  expect(new URL(response.headers.get('location') ?? '', origin()).pathname).toBe(`/p/${link.slug}`)
})
