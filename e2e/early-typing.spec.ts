import { randomBytes } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { query } from './support/database'
import { makeSeller } from './support/seller'

/** A slow phone shows a page before its scripts are there, and its owner begins to type. Nothing of that may be lost. */

/** Opens a page whose scripts come when they are let in. */
async function openWithoutScripts(page: Page, path: string): Promise<{ letIn(): Promise<void> }> {
  const waiting = Promise.withResolvers<void>()
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await waiting.promise
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await expect(page.locator('main h1').first()).toBeVisible()
  return {
    letIn: async () => {
      waiting.resolve()
      await page.waitForLoadState('load')
    },
  }
}

test('a new link takes what was typed early and what is typed then', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const { letIn } = await openWithoutScripts(page, '/links/new')
  const [name, price] = [page.getByLabel('Item name'), page.getByLabel('Price')]
  await price.fill('8500')
  await name.pressSequentially('Kerudung')
  await letIn()
  await expect(price).toHaveValue('8.500')
  await expect(name).toHaveValue('Kerudung')
  // Where the caret was.
  await page.keyboard.type(' voal')
  await expect(name).toHaveValue('Kerudung voal')
  await price.press('End')
  await price.pressSequentially('0')
  await expect(price).toHaveValue('85.000')
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page.getByRole('heading', { name: 'Your link is ready to share' })).toBeVisible()
  expect(await query("SELECT items->0->>'name' AS name, amount::int FROM links WHERE merchant_id = $1", [seller.merchantId])).toEqual([{ name: 'Kerudung voal', amount: 85_000 }])
})

test('signing up and in take what was typed early', async ({ context, page }) => {
  const email = `${randomBytes(6).toString('hex')}@example.com`
  const signUp = await openWithoutScripts(page, '/sign-up')
  await page.getByLabel('Shop name').fill('Toko Mawar')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('rahasia-sekali')
  await signUp.letIn()
  await page.getByRole('button', { name: 'Open shop' }).click()
  await expect(page).toHaveURL(/\/home$/)

  // What a page of the dashboard still asks would take its reader to the sign-in page in its own time.
  await page.goto('about:blank')
  await context.clearCookies()
  const signIn = await openWithoutScripts(page, '/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('rahasia-sekali')
  await signIn.letIn()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/home$/)
})

test('settings take what was chosen and switched early', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const shop = await openWithoutScripts(page, '/settings')
  await page.getByLabel('Time zone').selectOption('Asia/Jayapura')
  await page.getByLabel('Thank-you text').fill('Terima kasih!')
  // What is known stands there from the first, and what was typed over it stays.
  await expect(page.getByLabel('Shop name')).toHaveValue('Toko Melati')
  await page.getByLabel('Phone for customers').fill('0813-9999-0000')
  await shop.letIn()
  await expect(page.getByLabel('Phone for customers')).toHaveValue('0813-9999-0000')
  await expect(page.getByLabel('Shop name')).toHaveValue('Toko Melati')
  await expect(page.getByLabel('Thank-you text')).toHaveValue('Terima kasih!')
  await page.locator('form').filter({ has: page.getByLabel('Time zone') }).getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => query('SELECT name, phone, time_zone FROM merchants WHERE id = $1', [seller.merchantId])).toEqual([{ name: 'Toko Melati', phone: '0813-9999-0000', time_zone: 'Asia/Jayapura' }])
})

test('a switch that was turned early shows what it opens', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const { letIn } = await openWithoutScripts(page, '/settings/reminders')
  await page.getByRole('switch', { name: 'When an order stays unpaid' }).check()
  await letIn()
  await page.getByLabel('Hours after ordering').fill('9')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => query('SELECT unpaid_order_hours AS hours FROM reminder_settings WHERE merchant_id = $1', [seller.merchantId])).toEqual([{ hours: 9 }])
})

test('a search that was typed early is done', async ({ context, page }) => {
  const seller = await makeSeller()
  for (const name of ['Kerudung', 'Gamis']) await makeLink(seller, { items: [{ name, price: '85.000', quantity: 1 }] })
  await seller.signIn(context)
  const { letIn } = await openWithoutScripts(page, '/links')
  await page.getByRole('searchbox', { name: 'Search links' }).fill('gamis')
  await letIn()
  await expect(page).toHaveURL(/q=gamis/)
  await expect(page.locator('main [data-row]')).toHaveCount(1)
})

test('a form that was sent early is sent once its scripts are there, and only once', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const { letIn } = await openWithoutScripts(page, '/links/new')
  await page.getByLabel('Item name').fill('Kerudung')
  await page.getByLabel('Price').fill('85000')
  const create = page.getByRole('button', { name: 'Create link' })
  await create.click()
  await create.click()
  await expect(page).toHaveURL(/\/links\/new$/)
  await expect(create).toHaveCSS('cursor', 'progress')
  await letIn()
  await expect(page.getByRole('heading', { name: 'Your link is ready to share' })).toBeVisible()
  expect(await query("SELECT items->0->>'name' AS name, amount::int FROM links WHERE merchant_id = $1", [seller.merchantId])).toEqual([{ name: 'Kerudung', amount: 85_000 }])
})

test('who is as early with a wrong password is told, and it stands in no address', async ({ page }) => {
  const requested: string[] = []
  page.on('request', (request) => requested.push(`${request.method()} ${request.url()}`))
  const { letIn } = await openWithoutScripts(page, '/sign-in')
  await page.getByLabel('E-mail').fill('nobody@example.com')
  await page.getByLabel('Password', { exact: true }).fill('rahasia-sekali')
  await page.getByLabel('Password', { exact: true }).press('Enter')
  await letIn()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@example.com')
  expect(requested.filter((line) => line.includes('rahasia') || line.includes('example.com'))).toEqual([])
})

test('notes whose code is lost on the way come later, and the page stands all the while', async ({ context, page }) => {
  const seller = await makeSeller()
  await makeLink(seller)
  await seller.signIn(context)
  await page.clock.install()
  const html = await (await context.request.get('/links')).text()
  const lost: string[] = []
  await page.route(/\/_next\/static\/chunks\/.*\.js/, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (html.includes(pathname)) return await route.continue()
    lost.push(pathname)
    await route.abort()
  })
  await page.goto('/links')
  // The bundler's own second try.
  await expect.poll(() => lost.filter((path, turn) => lost.indexOf(path) < turn).length).toBeGreaterThan(0)
  await page.unrouteAll()
  await page.getByRole('button', { name: /^More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Pause' }).click()
  await expect(page.getByRole('cell', { name: 'Paused' })).toBeVisible()
  await page.clock.fastForward(10_000)
  await expect(page.locator('[data-sonner-toast]').getByText('Link paused.', { exact: false })).toBeVisible()
})
