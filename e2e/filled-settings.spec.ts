import { expect, test, type Browser, type Page } from '@playwright/test'
import { query } from './support/database'
import { makeSeller, type Seller } from './support/seller'

/** A form that shows what is kept does so in the page as the server sends it, before any script has come. */

const PAGES = ['', '/new-links', '/letters', '/messages', '/reminders', '/sms', '/verification', '/developers'].map((path) => `/settings${path}`)

/** Every named control of the page: what stands in it, or whether it is on. Several boxes of one name count as one that scripts fill. */
const controlsOf = async (page: Page): Promise<Record<string, string | boolean>> =>
  await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('form :is(input, select, textarea)[name]')]
    const isBox = (control: (typeof all)[number]): control is HTMLInputElement => control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
    const isList = (control: (typeof all)[number]) => control.type === 'checkbox' && all.filter(({ name }) => name === control.name).length > 1
    return Object.fromEntries(all.filter((control) => !isList(control)).map((control) => [isBox(control) ? `${control.name} ${control.value}` : control.name, isBox(control) ? control.checked : control.value]))
  })

async function withoutScripts(browser: Browser, seller: Seller, path: string): Promise<Record<string, string | boolean>> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await seller.signIn(context)
  const page = await context.newPage()
  await page.goto(path)
  const controls = await controlsOf(page)
  await context.close()
  return controls
}

test('every settings form is filled before its scripts have come', async ({ browser, context, page }) => {
  const seller = await makeSeller()
  await query(
    `UPDATE merchants SET support_email = 'halo@melati.id', thank_you = 'Makasih banyak, Kak!', accent_color = '#0b5f7a', time_zone = 'Asia/Jayapura', currency = 'USD',
      custom_field_labels = '{"custom_field1": "Cabang"}', address = '{"street": "Jl. Braga 12", "city": "Bandung", "province": "", "postalCode": ""}' WHERE id = $1`,
    [seller.merchantId],
  )
  await seller.signIn(context)
  const sent = await withoutScripts(browser, seller, '/settings')
  expect(sent).toMatchObject({ name: 'Toko Melati', timeZone: 'Asia/Jayapura', currency: 'USD', supportEmail: 'halo@melati.id', 'address.street': 'Jl. Braga 12', thankYou: 'Makasih banyak, Kak!', custom_field1: 'Cabang', color: '#0b5f7a' })
  for (const path of PAGES) {
    const early = await withoutScripts(browser, seller, path)
    await page.goto(path)
    await expect.poll(() => controlsOf(page), path).toEqual(early)
  }
})

test('what was changed early in a text that was there already is kept', async ({ context, page }) => {
  const seller = await makeSeller()
  await query("UPDATE merchants SET thank_you = 'Makasih banyak, Kak!' WHERE id = $1", [seller.merchantId])
  await seller.signIn(context)
  const waiting = Promise.withResolvers<void>()
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await waiting.promise
    await route.continue()
  })
  await page.goto('/settings', { waitUntil: 'commit' })
  const [name, thanks] = [page.getByLabel('Shop name'), page.getByLabel('Thank-you text')]
  await expect(name).toHaveValue('Toko Melati')
  await name.fill('Toko Mawar')
  await thanks.fill('Terima kasih!')
  waiting.resolve()
  await page.waitForLoadState('load')
  const shop = page.locator('form').filter({ has: name })
  await shop.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => query('SELECT name FROM merchants WHERE id = $1', [seller.merchantId])).toEqual([{ name: 'Toko Mawar' }])
  await page.locator('form').filter({ has: thanks }).getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => query('SELECT thank_you FROM merchants WHERE id = $1', [seller.merchantId])).toEqual([{ thank_you: 'Terima kasih!' }])
})
