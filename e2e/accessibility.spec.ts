import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { emailOf } from './support/email'
import { makeSeller, type Seller } from './support/seller'

/** axe with all of its default rules finds nothing, on any page, in any state. */

type Visit = { name: string; open(page: Page): Promise<unknown>; only?: string }

let seller: Seller
let newcomer: Seller
let link: { id: string; slug: string }
let soldOut: { id: string; slug: string }
let orderId = ''
let emailId = ''

test.beforeAll(async () => {
  ;[seller, newcomer] = [await makeSeller(), await makeSeller()]
  link = await makeLink(seller, { usageLimit: null, title: 'Kerudung voal motif bunga', description: 'Baris satu\nBaris dua' })
  soldOut = await makeLink(seller, { usageLimit: '2' })
  await query('UPDATE links SET used_count = 2 WHERE id = $1', [soldOut.id])
  await submit(`/p/${soldOut.slug}/wait`, { phone: '081200001111' })
  for (const change of ["state = 'paused'", "expires_at = now() - interval '1 day'", "starts_at = now() + interval '1 day'", 'used_count = 1']) {
    await query(`UPDATE links SET ${change} WHERE id = $1`, [(await makeLink(seller)).id])
  }
  for (const news of ['settle', 'deny', 'expire']) await submit(`${(await order(link.slug)).location}/simulate`, { news })
  await order(link.slug)
  const [row] = await query<{ id: string }>('SELECT id FROM orders WHERE link_id = $1 ORDER BY created_at DESC LIMIT 1', [link.id])
  orderId = row?.id ?? ''
  emailId = await emailOf(link.id)
})

const at = (path: string) => (page: Page) => page.goto(path)
const paymentPage = (change: string) => async (page: Page) => {
  const made = await makeLink(seller)
  await query(`UPDATE links SET ${change} WHERE id = $1`, [made.id])
  await page.goto(`/p/${made.slug}`)
}
const orderPage = (method: string, ...all: string[]) => async (page: Page) => {
  const { location } = await order(link.slug, { method })
  for (const news of all) await submit(`${location}/simulate`, { news })
  await page.goto(location)
}

const STRANGERS: Visit[] = [
  { name: 'sign-in', open: at('/sign-in') },
  { name: 'sign-in refused', open: async (page) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('nobody@example.com')
    await page.getByLabel('Password', { exact: true }).fill('salah-sekali')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('is not right')).toBeVisible()
  } },
  { name: 'sign-up with errors', open: async (page) => {
    await page.goto('/sign-up')
    await page.getByRole('button', { name: 'Open shop' }).click()
    await expect(page.getByText('Fill this in.').first()).toBeVisible()
  } },
  { name: 'forgot password', open: at('/forgot-password') },
  { name: 'reset password', open: at('/reset-password?token=x') },
  { name: 'reset password without token', open: at('/reset-password') },
]

const SELLERS: Visit[] = [
  { name: 'list', open: at('/links') },
  { name: 'list, delete dialog', open: async (page) => {
    await page.goto('/links')
    await page.getByRole('button', { name: /^More actions/ }).first().click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
  } },
  // The page behind an open menu is hidden and keys do not get there, which axe does not know: the menu alone.
  { name: 'list, menu', only: '[role=menu]', open: async (page) => {
    await page.goto('/links')
    await page.getByRole('button', { name: /^More actions/ }).first().click()
    await expect(page.getByRole('menu')).toBeVisible()
  } },
  { name: 'list, nothing found', open: at('/links?q=zzzz') },
  { name: 'create', open: at('/links/new') },
  { name: 'create, everything open, with errors', open: async (page) => {
    await page.goto('/links/new')
    await page.getByRole('button', { name: 'Add item' }).click()
    await page.getByRole('button', { name: /More options/ }).click()
    await page.getByLabel('After some time').check()
    await page.getByRole('switch', { name: 'A specific customer' }).check()
    await page.getByRole('switch', { name: 'All methods' }).uncheck()
    await page.getByRole('button', { name: 'Create link' }).click()
    await expect(page.getByText('Fill this in.').first()).toBeVisible()
  } },
  { name: 'created', open: (page) => page.goto(`/links/${link.id}?created=1`) },
  { name: 'created, QR', open: async (page) => {
    await page.goto(`/links/${link.id}?created=1`)
    await page.getByRole('button', { name: 'QR' }).click()
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  } },
  { name: 'details', open: (page) => page.goto(`/links/${link.id}`) },
  { name: 'orders', open: at('/orders') },
  { name: 'orders, nothing found', open: at('/orders?q=zzzz') },
  { name: 'order', open: (page) => page.goto(`/orders/${orderId}`) },
  { name: 'settings', open: at('/settings') },
  { name: 'outbox', open: at('/settings/outbox') },
  // The message itself is shut away without scripts, where axe would wait for ever: everything around it.
  { name: 'message', open: async (page) => {
    await page.goto(`/settings/outbox/${emailId}`)
    // Once the tabs listen: before, React would put the frame back.
    await expect(async () => {
      await page.getByRole('tab', { name: 'Text only' }).click()
      await expect(page.getByTitle(/^Message: /)).toBeHidden({ timeout: 1_000 })
    }).toPass()
    await page.getByRole('tab', { name: 'As it looks' }).click()
    await page.getByTitle(/^Message: /).evaluate((frame) => frame.remove())
  } },
  { name: 'bell', open: async (page) => {
    await page.goto('/orders')
    await page.getByRole('button', { name: /^Notifications/ }).click()
    await expect(page.getByRole('dialog', { name: 'What happened' })).toBeVisible()
  } },
  { name: 'not found', open: at('/links/no-uuid') },
]

const MESSAGES: Visit[] = [
  { name: 'messages', open: at('/settings/messages') },
  { name: 'messages, with a mistake', open: async (page) => {
    await page.goto('/settings/messages')
    await page.getByRole('textbox', { name: 'Text' }).fill('{nama}')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
  } },
  { name: 'recap', open: at('/recap') },
  { name: 'create, chat pasted', open: async (page) => {
    await page.goto('/links/new')
    await page.getByRole('button', { name: 'Paste the chat' }).click()
    await page.getByLabel('The order as your buyer wrote it').fill('Nama: Sari\n2 kaos 75rb\ntotal 90rb\nbesok jam 10.30')
    await page.getByRole('button', { name: 'Fill in the form' }).click()
    await expect(page.getByText('Please check it below')).toBeVisible()
  } },
]

const CUSTOMERS: Visit[] = [
  { name: 'open', open: (page) => page.goto(`/p/${link.slug}`) },
  { name: 'errors', open: async (page) => {
    await page.goto(`/p/${link.slug}`)
    await page.getByRole('button', { name: /^Pay Rp/ }).click()
    await expect(page.getByRole('alert')).toBeVisible()
  } },
  { name: 'QR', open: orderPage('other_qris') },
  { name: 'virtual account', open: orderPage('bca_va') },
  { name: 'bill', open: orderPage('echannel') },
  { name: 'store code', open: orderPage('indomaret') },
  { name: 'card', open: orderPage('credit_card') },
  { name: 'paid', open: orderPage('bca_va', 'settle') },
  { name: 'denied', open: orderPage('bca_va', 'deny') },
  { name: 'ran out of time', open: orderPage('bca_va', 'expire') },
  { name: 'reserved', open: orderPage('credit_card', 'authorize') },
  { name: 'paid late', open: orderPage('bca_va', 'expire', 'settle') },
  { name: 'sold out', open: paymentPage('used_count = 1') },
  { name: 'expired', open: paymentPage("expires_at = now() - interval '1 day'") },
  { name: 'held', open: async (page) => {
    const made = await makeLink(seller)
    await order(made.slug)
    await page.goto(`/p/${made.slug}`)
  } },
  { name: 'not found', open: at('/p/nothing-is-here') },
]

const SELLERS_OF_CLOSED: Visit[] = [
  { name: 'details, sold out', open: async (page) => {
    await page.goto(`/links/${soldOut.id}`)
    await expect(page.getByRole('link', { name: /^Tell 0812/ })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Picture for chats/ })).toBeVisible()
  } },
  { name: 'details, opened again', open: async (page) => {
    const sold = await makeLink(seller, { usageLimit: '1' })
    await query('UPDATE links SET used_count = 1 WHERE id = $1', [sold.id])
    await page.goto(`/links/${sold.id}`)
    await page.getByRole('button', { name: 'Open again' }).click()
    await expect(page.getByText('Open again: 1 more can be sold.')).toBeVisible()
  } },
  { name: 'opened again otherwise', open: async (page) => {
    await page.getByRole('button', { name: 'Change' }).click()
    await expect(page.getByLabel('How many more can be sold')).toBeVisible()
  } },
]

const CUSTOMERS_OF_CLOSED: Visit[] = [
  { name: 'waiting', open: (page) => page.goto(`/p/${soldOut.slug}?waiting=1`) },
  { name: 'waiting, refused', open: async (page) => {
    await page.goto(`/p/${soldOut.slug}`)
    await page.getByLabel('WhatsApp number').fill('1')
    await page.getByRole('button', { name: 'Tell me' }).click()
    await expect(page.getByText('not a number that WhatsApp could reach')).toBeVisible()
  } },
  { name: 'check', open: at('/check') },
  { name: 'check, genuine', open: (page) => page.goto(`/check?link=${link.slug}`) },
  { name: 'check, forged', open: at('/check?link=https://a@b.example/p/x') },
]

async function expectNothing(page: Page, { name, open, only }: Visit): Promise<void> {
  await open(page)
  // By element: an open dialog hides everything else from roles.
  await expect(page.locator('main').first()).toBeAttached()
  expect.soft(await findingsOf(page, only), name).toEqual([])
}

const PHONE = { viewport: { width: 360, height: 740 } }
const LAPTOP = { viewport: { width: 1280, height: 800 } }

// Each group in both themes; the width that its readers have in the one, the other in the other.
for (const { who, visits, light, dark } of [
  { who: 'a stranger', visits: STRANGERS, light: PHONE, dark: LAPTOP },
  { who: 'a seller', visits: SELLERS, light: PHONE, dark: LAPTOP },
  { who: 'a seller who writes', visits: MESSAGES, light: PHONE, dark: LAPTOP },
  { who: 'a seller with the other width', visits: SELLERS.filter(({ name }) => ['list', 'create, everything open, with errors', 'details', 'orders'].includes(name)), light: LAPTOP, dark: PHONE },
  { who: 'a customer', visits: CUSTOMERS, light: LAPTOP, dark: PHONE },
  { who: 'a seller with a closed link', visits: SELLERS_OF_CLOSED, light: PHONE, dark: LAPTOP },
  { who: 'a customer who waits or checks', visits: CUSTOMERS_OF_CLOSED, light: LAPTOP, dark: PHONE },
]) {
  for (const [theme, size] of [['light', light], ['dark', dark]] as const) {
    test(`axe finds nothing on the pages of ${who}, ${theme}`, async ({ browser }) => {
      // Every page of a group, one after the other.
      test.slow()
      const context = await browser.newContext({ ...size, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB' })
      if (who.startsWith('a seller')) await seller.signIn(context)
      const page = await context.newPage()
      for (const visit of visits) await expectNothing(page, visit)
      await context.close()
    })
  }
}

test('axe finds nothing in an empty shop', async ({ browser }) => {
  const context = await browser.newContext({ ...PHONE, locale: 'en-GB' })
  await newcomer.signIn(context)
  const page = await context.newPage()
  for (const path of ['/links', '/orders', '/settings/outbox', '/recap']) await expectNothing(page, { name: path, open: at(path) })
  await context.close()
})
