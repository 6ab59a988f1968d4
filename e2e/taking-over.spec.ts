import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { query } from './support/database'
import { makeSeller } from './support/seller'

/** The first screens are taken over without `Intl`, whose first use holds up a cheap phone: what the server wrote stands until it is old. */

/** Counts what the page asks of the calendars, by name. */
async function countIntl(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    for (const name of ['DateTimeFormat', 'NumberFormat', 'PluralRules', 'RelativeTimeFormat'] as const) {
      const note = () => asked.push(name)
      Object.assign(Intl, {
        [name]: new Proxy(Intl[name], {
          construct: (target, args, as) => (note(), Reflect.construct(target, args, as) as object),
          get: (target, key, as) => (key === 'supportedLocalesOf' && note(), Reflect.get(target, key, as) as unknown),
        }),
      })
    }
  })
  return () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
}

/** React has taken over what is shown. */
const isTakenOver = (page: Page, selector: string) =>
  expect.poll(() => page.locator(selector).last().evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))).toBe(true)

test('the list of links asks no calendar, though it has times and a message with one', async ({ context, page }) => {
  const seller = await makeSeller()
  await makeLink(seller, { expiry: { kind: 'after', amount: '3', unit: 'days' } })
  await seller.signIn(context)
  const asked = await countIntl(page)
  await page.goto('/links')
  await isTakenOver(page, 'tbody time')
  await expect(page.locator('tbody time')).toHaveText('just now')
  await expect(page.locator('tbody time')).toHaveAttribute('title', /^\d+ \w+ \d{4}, \d\d:\d\d WIB$/)
  expect(decodeURIComponent((await page.getByRole('link', { name: /WhatsApp/ }).getAttribute('href')) ?? '')).toMatch(/Open until \d+ \w+/)
  expect(await asked()).toEqual([])
})

test('times that the server wrote move on', async ({ context, page }) => {
  const seller = await makeSeller()
  await makeLink(seller)
  await seller.signIn(context)
  await page.clock.install()
  await page.goto('/links')
  await isTakenOver(page, 'tbody time')
  const time = page.locator('tbody time')
  const exact = (await time.getAttribute('title')) ?? ''
  await page.clock.runFor(125_000)
  await expect(time).toHaveText('2 minutes ago')
  await expect(time).toHaveAttribute('title', exact)
})

test('a form for a new link is there without asking a calendar', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const asked = await countIntl(page)
  await page.goto('/links/new')
  await isTakenOver(page, 'form input')
  expect(await asked()).toEqual([])
})

test('the message of a link that changed meanwhile has its new words', async ({ context, page }) => {
  const seller = await makeSeller()
  const { id } = await makeLink(seller, { title: 'Kerudung voal' })
  await seller.signIn(context)
  await page.clock.install()
  await page.goto('/links')
  await isTakenOver(page, 'tbody time')
  const whatsapp = page.getByRole('link', { name: /WhatsApp/ })
  await expect(whatsapp).toHaveAttribute('href', /Kerudung%20voal|Kerudung\+voal/)
  await query("UPDATE links SET title = 'Jilbab instan' WHERE id = $1::uuid", [id])
  await page.clock.runFor(60_000)
  await expect(page.getByRole('link', { name: 'Jilbab instan', exact: true })).toBeVisible()
  await expect(whatsapp).toHaveAttribute('href', /Jilbab/)
})
