import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { order } from './support/customer'
import { query } from './support/database'
import { makeSeller } from './support/seller'

/** A seller types into a search and does the next thing at once, before the pause after which the list follows, on a slow line. */

/** Longer than that pause: what comes too late would meet a navigation that is still on its way. */
const SLOW_MS = 700
/** What waits for the pause has happened by now. */
const LATER_MS = 500

const LISTS = [
  { list: 'links', search: 'Search links', word: 'kerudung' },
  { list: 'orders', search: 'Search orders', word: 'wulandari' },
] as const

for (const { list, search, word } of LISTS) {
  test.describe(list, () => {
    let id: string

    test.beforeEach(async ({ context, page }) => {
      const seller = await makeSeller()
      await seller.signIn(context)
      const link = await makeLink(seller, { usageLimit: null })
      await order(link.slug)
      const [placed] = await query<{ id: string }>('SELECT id FROM orders WHERE link_id = $1', [link.id])
      id = (list === 'links' ? link.id : placed?.id) ?? ''
      await page.route(({ pathname }) => pathname === `/${list}/${id}` || pathname === '/home', async (route) => {
        await sleep(SLOW_MS)
        await route.continue()
      })
    })

    test(`a row opens when a word was typed and taken back just before`, async ({ page }) => {
      await page.goto(`/${list}`)
      await expect(rowOf(page)).toBeVisible()
      await page.getByRole('searchbox', { name: search }).fill('zzz')
      await page.getByRole('searchbox', { name: search }).fill('')
      await rowOf(page).click()
      await expectToStay(page, `/${list}/${id}`)
    })

    test(`a row opens by the Enter key when a word was typed just before`, async ({ page }) => {
      await page.goto(`/${list}`)
      await expect(rowOf(page)).toBeVisible()
      await page.getByRole('searchbox', { name: search }).fill(word)
      await rowOf(page).focus()
      await page.keyboard.press('Enter')
      await expectToStay(page, `/${list}/${id}`)
    })

    test(`a row opens when a word was typed just before, and the way back leads to what was searched`, async ({ page }) => {
      await page.goto(`/${list}`)
      await expect(rowOf(page)).toBeVisible()
      await page.getByRole('searchbox', { name: search }).fill(word)
      await rowOf(page).click()
      await expectToStay(page, `/${list}/${id}`)
      await page.goBack()
      await expect(page).toHaveURL(new RegExp(`/${list}\\?q=${word}$`))
      await expect(page.getByRole('searchbox', { name: search })).toHaveValue(word)
      await expect(rowOf(page)).toBeVisible()
    })

    test(`a status that is chosen at once is added to the word`, async ({ page }) => {
      await page.goto(`/${list}`)
      await expect(rowOf(page)).toBeVisible()
      await page.getByRole('searchbox', { name: search }).fill(word)
      await page.getByRole('button', { name: /^Paid|^Active/ }).click()
      await sleep(LATER_MS)
      await expect(page).toHaveURL(new RegExp(`/${list}\\?(?=.*q=${word})(?=.*status=(?:paid|active))`))
      await expect(page.getByRole('searchbox', { name: search })).toHaveValue(word)
    })

    test(`going back gives up what was being typed`, async ({ page }) => {
      await page.goto('/home')
      await page.getByRole('link', { name: list === 'links' ? 'Links' : 'Orders', exact: true }).filter({ visible: true }).click()
      await expect(rowOf(page)).toBeVisible()
      // Forgets home, which has to be fetched again then.
      await page.reload()
      await expect(rowOf(page)).toBeVisible()
      await page.getByRole('searchbox', { name: search }).fill(word)
      await page.evaluate(() => window.history.back())
      await expectToStay(page, '/home')
    })
  })
}

const rowOf = (page: Page) => page.locator('main [data-row]').filter({ visible: true }).first()

async function expectToStay(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await sleep(LATER_MS)
  await expect(page).toHaveURL(new RegExp(`${path}$`))
}
