import { expect, test } from '@playwright/test'
import { callAction, makeLink } from './support/actions'
import { PHONE } from './support/browser-watch'
import { makeClosedLink, waitersOf } from './support/closed-link'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { hostileTexts } from './support/hostile'
import { forgetTries } from './support/rate-limits'
import { makeSeller, origin, type Seller } from './support/seller'

/** How a closed link goes on: its customers ask or wait, its seller opens it again. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

let seller: Seller
test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
})
test.beforeEach(async () => {
  await forgetTries('waiterByAddress')
})

const close = (change: string, overrides?: Record<string, unknown>) => makeClosedLink(seller, change, overrides)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a customer of a closed link reads why, asks the seller, and leaves a number', async ({ page }) => {
    const link = await close("used_count = 2, usage_limit = 2, expires_at = now() + interval '2 days'")
    await page.goto(`/p/${link.slug}`)
    await expect(page.getByRole('heading', { name: 'Sold out' })).toBeVisible()
    await expect(page.getByText(/^Its deadline is /)).toBeVisible()
    const ask = decodeURIComponent((await page.getByRole('link', { name: 'Ask Toko Melati' }).getAttribute('href')) ?? '')
    expect(ask).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=Hello Toko Melati, I would like to order “Kerudung voal motif” \(Rp\s85\.000\), but the link is sold out/)
    expect(ask).toContain(`${origin()}/p/${link.slug}`)

    await page.getByLabel('WhatsApp number').fill('0812')
    await page.getByRole('button', { name: 'Tell me' }).click()
    await expect(page.getByLabel('WhatsApp number')).toHaveAccessibleDescription(/not a number/)
    await expect(page.getByLabel('WhatsApp number')).toHaveValue('0812')
    await page.getByLabel('WhatsApp number').fill('0812-9876-5432')
    await page.getByRole('button', { name: 'Tell me' }).click()
    await expect(page.getByRole('alert')).toContainText('Toko Melati can message you on WhatsApp')
    expect(await waitersOf(link.id)).toEqual(['6281298765432'])
    await page.reload()
    expect(await waitersOf(link.id)).toHaveLength(1)
  })
})

test('numbers are refused from other sites, in wrong forms, for open links and in floods', async () => {
  const link = await close("state = 'paused'")
  const path = `/p/${link.slug}/wait`
  expect((await submit(path, { phone: '081298765432' }, {})).status).toBe(403)
  expect((await submit(path, { phone: '081298765432' }, { origin: 'https://jahat.example' })).status).toBe(403)
  expect((await submit('/p/tidak-ada/wait', { phone: '081298765432' })).status).toBe(404)
  expect((await submit(path, {})).status).toBe(422)
  for (const [name, text] of hostileTexts) {
    await forgetTries('waiterByAddress')
    const { status, body } = await submit(path, { phone: text })
    expect(status, name).toBe(422)
    expect(body, name).not.toContain('<script>alert')
  }
  expect(await waitersOf(link.id)).toEqual([])
  const open = await makeLink(seller)
  expect(await submit(`/p/${open.slug}/wait`, { phone: '081298765432' })).toMatchObject({ status: 303, location: `/p/${open.slug}` })
  expect(await waitersOf(open.id)).toEqual([])
  await forgetTries('waiterByAddress')
  const statuses = await Promise.all(Array.from({ length: 20 }, async (_, index) => (await submit(path, { phone: `0812987654${10 + index}` })).status))
  expect(statuses.filter((status) => status === 303)).toHaveLength(12)
  expect(statuses.filter((status) => status === 429)).toHaveLength(8)
})

test('a seller opens a sold-out link again from its details and tells who waits, with one tap each', async ({ context, page }) => {
  const link = await close('used_count = 1')
  for (const number of ['081200001111', '081200002222']) await submit(`/p/${link.slug}/wait`, { phone: number })
  await seller.signIn(context)
  await context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))
  await page.goto(`/links/${link.id}`)
  await expect(page.getByRole('heading', { name: '2 people wait to be told' })).toBeVisible()
  await page.getByRole('button', { name: 'Open again', exact: true }).click()
  await expect(page.getByText('Open again: 2 more can be sold.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open again', exact: true })).toHaveCount(0)
  expect(await query('SELECT usage_limit, slug FROM links WHERE id = $1', [link.id])).toEqual([{ usage_limit: 3, slug: link.slug }])
  expect((await order(link.slug)).status).toBe(303)

  const tell = page.getByRole('link', { name: 'Tell 0812-0000-1111 on WhatsApp' })
  const href = decodeURIComponent((await tell.getAttribute('href')) ?? '')
  expect(href).toContain('https://wa.me/6281200001111?text=')
  expect(href).toContain(`/p/${link.slug}`)
  await tell.click()
  await expect(page.getByText('0812-0000-1111: opened in WhatsApp, number erased')).toBeVisible()
  await expect.poll(() => waitersOf(link.id)).toEqual(['6281200002222'])
})

test('a seller opens an ended link again from the list with one tap, for as long as before, and may change that or take it back', async ({ context, page }) => {
  const link = await close("created_at = now() - interval '5 days', expires_at = now() - interval '2 days'", { title: 'Jilbab berakhir' })
  await seller.signIn(context)
  await page.goto('/links?status=expired')
  await page.getByRole('button', { name: 'Open Jilbab berakhir again' }).click()
  const hoursLeft = async () => (await query<{ hours: number }>('SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours FROM links WHERE id = $1', [link.id]))[0]?.hours
  await expect(page.getByText('Open again for 3 days.')).toBeVisible()
  expect(await hoursLeft()).toBe(72)

  await page.getByRole('button', { name: 'Change' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'How long, and how many more?' })
  await expect(dialog.getByLabel('Open for').locator('option:checked')).toHaveText('3 days, as now')
  await dialog.getByLabel('Open for').selectOption({ label: '7 days' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Open again for 7 days.')).toBeVisible()
  expect(await hoursLeft()).toBe(7 * 24)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Closed again, as it was.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open Jilbab berakhir again' })).toBeVisible()
  expect(await hoursLeft()).toBe(-48)
})

test('two taps on “Open again” open it once', async ({ context, page }) => {
  const link = await close('used_count = 1', { title: 'Jilbab laris' })
  await seller.signIn(context)
  await page.goto('/links?status=soldOut')
  await page.getByRole('button', { name: 'Open Jilbab laris again' }).dblclick()
  await expect(page.getByText('Open again: 1 more can be sold.')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Open Jilbab laris again' })).toHaveCount(0)
  expect(await query('SELECT usage_limit FROM links WHERE id = $1', [link.id])).toEqual([{ usage_limit: 2 }])
})

test('the bell says when a place comes free while somebody waits', async ({ context, page }) => {
  const owner = await makeSeller('Toko Kenanga')
  const link = await makeLink(owner)
  const { location } = await order(link.slug)
  expect((await submit(`/p/${link.slug}/wait`, { phone: '081200003333' })).status).toBe(303)
  await submit(`${location}/simulate`, { news: 'deny' })
  await expect.poll(async () => JSON.stringify((await callAction('listNewsAction', {}, owner)).result?.value ?? ''), { timeout: 15_000 }).toContain('slot.freed')
  await owner.signIn(context)
  await page.goto('/orders')
  await page.getByRole('button', { name: /^Notifications/ }).click()
  await page.getByRole('link', { name: /A place for “Kerudung voal motif” is free again/ }).click()
  await expect(page).toHaveURL(new RegExp(`/links/${link.id}`))
  await expect(page.getByRole('heading', { name: '1 person waits to be told' })).toBeVisible()
})
