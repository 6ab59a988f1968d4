import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { makeSeller, type Seller } from './support/seller'

/** The list of links on a small phone and a small laptop: many links by the thumb, names in full, a message's time without typing. */

let seller: Seller
test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

const named = (name: string, overrides: Record<string, unknown> = {}) => makeLink(seller, { title: name, usageLimit: '5', ...overrides })
const states = async () => (await query<{ state: string }>('SELECT state FROM links WHERE merchant_id = $1 ORDER BY title', [seller.merchantId])).map(({ state }) => state)

test.describe('on a phone of 360 pixels', () => {
  const { isMobile, ...phone } = PHONE
  test.use({ ...phone, isMobile, viewport: { width: 360, height: 740 } })

  test('several links are changed from one row of words above the navigation, the rest a sheet away', async ({ page }) => {
    for (const name of ['A kaos', 'B topi', 'C tas']) await named(name)
    await page.goto('/links')
    await page.getByRole('button', { name: 'Select', exact: true }).click()
    for (const name of ['A kaos', 'B topi']) await page.getByRole('checkbox', { name: `Select ${name}` }).check()

    const bar = page.getByRole('toolbar', { name: 'Selected links' })
    await expect(bar).toContainText('2 selected')
    const [place, navigation] = [await bar.boundingBox(), await page.getByRole('navigation', { name: 'Main menu' }).boundingBox()]
    expect(place?.height).toBeLessThan(70)
    expect(place?.y).toBeGreaterThan(500)
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(navigation?.y ?? 0)
    for (const word of ['Pause', 'More']) await expect(bar.getByText(word, { exact: true })).toBeVisible()
    for (const button of await bar.getByRole('button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(await findingsOf(page)).toEqual([])

    await bar.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('alertdialog', { name: 'Pause 2 links?' }).getByRole('button', { name: 'Pause' }).click()
    await expect.poll(states).toEqual(['paused', 'paused', 'active'])

    await page.getByRole('button', { name: 'Select', exact: true }).click()
    await bar.getByRole('button', { name: 'More' }).click()
    const sheet = page.getByRole('dialog', { name: '0 selected' })
    await expect(sheet.getByRole('button', { name: 'Delete' })).toBeDisabled()
    await sheet.getByRole('button', { name: 'Select all on this page' }).click()
    await expect(bar).toContainText('3 selected')
    await bar.getByRole('button', { name: 'More' }).click()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('dialog', { name: '3 selected' }).getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('alertdialog', { name: 'Delete 3 links?' }).getByRole('button', { name: 'Delete' }).click()
    await expect.poll(states).toEqual(['deleted', 'deleted', 'deleted'])
    await expect(bar).toHaveCount(0)
  })

  test('a message is timed with one tap, by the shop’s clock, and says to whom it goes', async ({ page }) => {
    const customer = { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '', notes: '' }
    const { id } = await named('Mukena', { customer })
    await page.goto(`/links/${id}`)
    await page.getByRole('button', { name: 'Schedule' }).click()
    const dialog = page.getByRole('dialog', { name: 'Schedule a message' })
    await expect(dialog).toContainText('E-mail to sari@example.com.')
    await dialog.getByRole('button', { name: 'Tomorrow 09:00' }).click()
    await expect(dialog.getByLabel('Send on')).toHaveValue(/T09:00$/)
    await expect(dialog.getByLabel('Send on')).toHaveAccessibleDescription(/09:00 WIB$/)
    expect(await findingsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Schedule' }).click()
    await expect(page.getByText('Scheduled', { exact: true })).toBeVisible()
    const hours = await query("SELECT extract(hour FROM scheduled_at AT TIME ZONE 'Asia/Jakarta')::int AS hour, (scheduled_at AT TIME ZONE 'Asia/Jakarta')::date - (now() AT TIME ZONE 'Asia/Jakarta')::date AS days FROM link_messages WHERE link_id = $1 AND state = 'scheduled'", [id])
    expect(hours).toEqual([{ hour: 9, days: 1 }])
  })
})

test('on a tablet the same bar takes one row', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 })
  await named('A kaos')
  await page.goto('/links')
  await page.getByRole('button', { name: 'Select', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Select A kaos' }).check()
  const bar = page.getByRole('toolbar', { name: 'Selected links' })
  await expect(bar).toHaveCount(1)
  await expect(bar.getByRole('button', { name: 'More' })).toBeVisible()
  expect((await bar.boundingBox())?.height).toBeLessThan(70)
})

test.describe('on a laptop of 1280 pixels', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('the longest name that a link may have is read in full', async ({ page }) => {
    const name = 'Nastar premium keranjang rotan edisi 111'
    await named(name)
    await page.goto('/links')
    const link = page.getByRole('link', { name, exact: true })
    const hidden = await link.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [scrollWidth - clientWidth, scrollHeight - clientHeight])
    expect(hidden.map((pixels) => Math.max(0, pixels))).toEqual([0, 0])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  })
})
