import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { PHONE } from './support/browser-watch'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'
import { wishedLink } from './support/wished-link'

/** Customers go back to the shop's own website: a real one on this machine. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

type Visit = { path: string; query: URLSearchParams; referer: string | undefined }

let seller: Seller
let website: Server
let address: string
const visits: Visit[] = []

test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
  website = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop.invalid')
    // A browser asks for an icon, too.
    if (url.pathname !== '/favicon.ico') visits.push({ path: url.pathname, query: url.searchParams, referer: request.headers.referer })
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>shop</title><h1>Back in the shop</h1>')
  }).listen(0, '127.0.0.1')
  await once(website, 'listening')
  address = `http://127.0.0.1:${(website.address() as AddressInfo).port}`
})
test.afterAll(() => {
  website.closeAllConnections()
  website.close()
})

const redirects = () => ({ finish: `${address}/finish?merchant_order_id=test-122&order_id=mine#top`, unfinish: `${address}/unfinish`, error: `${address}/error` })

async function orderOf(slug: string, method = 'bca_va'): Promise<{ location: string; orderId: string }> {
  const { location } = await order(slug, { method })
  const [row] = await query<{ order_id: string }>('SELECT order_id FROM orders WHERE token = $1', [location.split('/').at(-1)])
  return { location, orderId: row?.order_id ?? '' }
}

const visitOf = (path: string, orderId: string) => visits.find((visit) => visit.path === path && visit.query.get('order_id') === orderId)

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('who has just paid goes back to the shop by itself, without a referrer, and Back does not send them away again', async ({ page }) => {
      const { slug } = await wishedLink(seller, { redirects: redirects() }, { usageLimit: '9' })
      const { location, orderId } = await orderOf(slug)
      await page.goto(location)
      await page.getByRole('button', { name: 'Pay now' }).click()
      await expect(page.getByText(/In 5 seconds you go back to 127\.0\.0\.1/)).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Back in the shop' })).toBeVisible({ timeout: 15_000 })
      const visit = visitOf('/finish', orderId)
      expect(visit?.query.toString()).toBe(`merchant_order_id=test-122&order_id=${orderId}&status_code=200&transaction_status=settlement`)
      expect(visit?.referer).toBeUndefined()
      expect(new URL(page.url()).hash).toBe('#top')

      // That nothing happens can only be waited out (a `Refresh` is the browser's own, which no test clock turns): past the eight seconds in which the marker counts, then past the five of a move.
      await page.waitForTimeout(4_000)
      await page.goBack()
      await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
      await page.waitForTimeout(7_000)
      await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
      expect(visits.filter(({ query: asked }) => asked.get('order_id') === orderId)).toHaveLength(1)
    })

    test('who wants to stay stays, and goes by hand without a referrer', async ({ page }) => {
      const { slug } = await wishedLink(seller, { redirects: redirects() }, { usageLimit: '9' })
      const { location, orderId } = await orderOf(slug)
      await page.goto(location)
      await page.getByRole('button', { name: 'Pay now' }).click()
      await page.getByRole('link', { name: 'Stay on this page' }).click()
      await expect(page.getByText(/In 5 seconds/)).toHaveCount(0)
      // Longer than the five seconds of a move that must not come; as above, nothing tells of it earlier.
      await page.waitForTimeout(6_500)
      await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
      expect(visitOf('/finish', orderId)).toBeUndefined()
      await page.getByRole('link', { name: /Back to the shop/ }).click()
      await expect(page.getByRole('heading', { name: 'Back in the shop' })).toBeVisible()
      expect(visitOf('/finish', orderId)?.referer).toBeUndefined()
    })
  })
}

test('a page that waits notices the payment by itself and goes on to the shop', async ({ page }) => {
  const { slug } = await wishedLink(seller, { redirects: redirects() }, { usageLimit: '9' })
  const { location, orderId } = await orderOf(slug)
  await page.goto(`${location}?lang=id`)
  expect((await submit(`${location}/simulate`, { news: 'settle' })).status).toBe(303)
  await expect(page.getByText(/Dalam 5 detik/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Back in the shop' })).toBeVisible({ timeout: 15_000 })
  expect(visitOf('/finish', orderId)?.query.get('transaction_status')).toBe('settlement')
})

test('a receipt that is opened later stays, whatever stands in its address', async ({ page }) => {
  const { slug } = await wishedLink(seller, { redirects: redirects() }, { usageLimit: '9' })
  const { location } = await orderOf(slug)
  await submit(`${location}/simulate`, { news: 'settle' })
  for (const asked of ['', `?paid=${Date.now() - 60_000}`, `?paid=${Date.now() + 3_600_000}`, '?paid=x', '?finish=https://evil.example', '?redirect=https://evil.example&paid=0']) {
    const response = await fetch(origin() + location + asked)
    expect(response.headers.get('refresh'), asked).toBeNull()
    expect(await response.text(), asked).not.toContain('evil.example')
  }
  const turned = await fetch(`${origin()}${location}?turned=1`)
  expect(turned.headers.get('refresh')).toMatch(new RegExp(`^5;url=${address}/finish\\?`))
  expect(turned.headers.get('referrer-policy')).toBe('same-origin')
  await page.goto(location)
  await expect(page.getByRole('link', { name: /Back to the shop/ })).toHaveAttribute('rel', 'noreferrer')
})

test('who waits, leaves, fails or comes too late is offered the right page and sent nowhere', async ({ page }) => {
  const { slug, orderId: linkOrderId } = await wishedLink(seller, { redirects: redirects() }, { usageLimit: '99' })
  const hrefOf = async (name: RegExp) => new URL((await page.getByRole('link', { name }).getAttribute('href')) ?? '')
  await page.goto(`/p/${slug}`)
  expect((await hrefOf(/Leave without paying/)).href).toBe(`${address}/unfinish?order_id=${linkOrderId}&status_code=201&transaction_status=pending`)

  const pending = await orderOf(slug)
  await page.goto(pending.location)
  const waiting = await hrefOf(/Back to the shop/)
  expect([waiting.pathname, waiting.searchParams.get('status_code'), waiting.searchParams.get('transaction_status')]).toEqual(['/finish', '201', 'pending'])

  await query("UPDATE orders SET expires_at = now() - interval '1 second' WHERE token = $1", [pending.location.split('/').at(-1)])
  await page.goto(pending.location)
  expect((await hrefOf(/Back to the shop/)).href).toBe(`${address}/error?order_id=${pending.orderId}&status_code=202&transaction_status=expire`)

  const email = 'sari.denied@example.com'
  for (let denial = 1; denial <= 4; denial += 1) {
    const { location } = await order(slug, { method: 'credit_card', email })
    await submit(`${location}/simulate`, { news: 'deny' })
    await page.goto(location)
    await expect(page.getByRole('heading', { name: 'Payment declined' })).toBeVisible()
    if (denial <= 3) await expect(page.getByRole('link', { name: /Back to the shop/ })).toHaveCount(0)
    else expect((await hrefOf(/Back to the shop/)).search).toContain('status_code=202&transaction_status=deny')
  }
  expect(visits.filter(({ path }) => path !== '/finish')).toEqual([])
})

test('an address that is no web address is never a link', async () => {
  const { slug } = await wishedLink(seller, { redirects: { finish: 'javascript:alert(1)', unfinish: 'data:text/html,x', error: 'nonsense' } }, { usageLimit: '9' })
  const { location } = await orderOf(slug)
  for (const path of [`/p/${slug}`, location]) expect(await (await fetch(origin() + path)).text()).not.toMatch(/javascript:|data:text\/html/)
  await submit(`${location}/simulate`, { news: 'settle' })
  const receipt = await fetch(`${origin()}${location}?turned=1`)
  expect(receipt.headers.get('refresh')).toBeNull()
  expect(await receipt.text()).not.toContain('javascript:')
})

test('the shop’s own pages stand in where the link names none', async ({ page }) => {
  const own = await makeSeller('Toko Kenanga')
  await query('UPDATE merchants SET redirects = $2 WHERE id = $1', [own.merchantId, JSON.stringify({ finish: `${address}/of-the-shop`, error: `${address}/shop-error` })])
  const { slug } = await wishedLink(own, { redirects: { error: `${address}/link-error` } })
  const { location } = await orderOf(slug)
  await page.goto(location)
  await expect(page.getByRole('link', { name: /Back to the shop/ })).toHaveAttribute('href', new RegExp(`^${address}/of-the-shop\\?order_id=`))
})
