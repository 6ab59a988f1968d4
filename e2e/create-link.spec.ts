import { randomBytes } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { query } from './support/database'
import { makeSeller, type Seller } from './support/seller'

let seller: Seller

test.beforeEach(async ({ context, page }) => {
  seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/links/new')
})

const typeItem = async (page: Page, name = 'Kerudung voal motif', price = '85000') => {
  await page.getByLabel('Item name').fill(name)
  await page.getByLabel('Price').fill(price)
}
const submit = (page: Page) => page.getByRole('button', { name: 'Create link' }).click()
const links = () => query<{ id: string }>('SELECT id FROM links WHERE merchant_id = $1', [seller.merchantId])

test('what is wrong stands beside its field and the first wrong field has the focus', async ({ page }) => {
  await submit(page)
  const [name, price] = [page.getByLabel('Item name'), page.getByLabel('Price')]
  for (const field of [name, price]) {
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(/Fill this in/)
  }
  await expect(name).toBeFocused()

  await typeItem(page, 'Kerudung', '4,35')
  await page.getByLabel('Usage limit').fill('0')
  await submit(page)
  await expect(price).toHaveAccessibleDescription(/no decimals/)
  await expect(page.getByLabel('Usage limit')).toHaveAccessibleDescription(/whole number from 1 to 1,000,000/)
  await expect(price).toBeFocused()
  await expect(name).not.toHaveAttribute('aria-invalid', 'true')
  expect(await links()).toHaveLength(0)
})

test('an error inside the closed "More options" opens them and gets the focus', async ({ page }) => {
  await typeItem(page)
  const more = page.getByRole('button', { name: /More options/ })
  await more.click()
  await page.getByLabel('On a date').check()
  await page.getByLabel('Expires on').fill('2020-01-01T10:00')
  await more.click()
  await submit(page)
  await expect(page.getByLabel('Expires on')).toHaveAccessibleDescription(/already passed/)
  await expect(page.getByLabel('Expires on')).toBeFocused()
})

test('an address or order ID that somebody takes in the meantime comes back on its field with everything kept', async ({ page }) => {
  const [slug, orderId] = [`race-${randomBytes(5).toString('hex')}`, `RACE-${randomBytes(5).toString('hex')}`]
  await typeItem(page)
  await page.getByLabel('Link address').fill(slug)
  await page.getByLabel('Order ID').fill(orderId)
  await expect(page.getByText('available', { exact: true })).toHaveCount(2)
  await makeLink(await makeSeller(), { slug })
  await makeLink(seller, { orderId })

  await submit(page)
  const [first, second] = [page.getByLabel('Order ID'), page.getByLabel('Link address')]
  await expect(page.getByRole('alert').first()).toBeVisible()
  const taken = async (field: typeof first, message: RegExp) => {
    await expect(field).toHaveAccessibleDescription(message)
    await expect(field).toBeFocused()
    await expect(page.getByLabel('Item name')).toHaveValue('Kerudung voal motif')
    await expect(page.getByLabel('Price')).toHaveValue('85.000')
  }
  // The database names one at a time, whichever it meets first.
  if ((await first.getAttribute('aria-invalid')) === 'true') {
    await taken(first, /used this order ID before/)
    await first.fill(`${orderId}-2`)
    await submit(page)
    await taken(second, /address is taken/)
    await second.fill(`${slug}-2`)
  } else {
    await taken(second, /address is taken/)
    await second.fill(`${slug}-2`)
    await submit(page)
    await taken(first, /used this order ID before/)
    await first.fill(`${orderId}-2`)
  }
  await submit(page)
  await expect(page).toHaveURL(/created=1/)
  expect(await links()).toHaveLength(2)
})

test('a double click makes one link, and going back does not offer to make it again', async ({ page }) => {
  await page.goto('/links')
  await page.getByRole('link', { name: 'New link' }).click()
  await typeItem(page)
  await page.getByRole('button', { name: 'Create link' }).dblclick()
  await expect(page).toHaveURL(/created=1/)
  expect(await links()).toHaveLength(1)
  await page.goBack()
  await expect(page).toHaveURL(/\/links$/)
  expect(await links()).toHaveLength(1)
})

test('a half-filled form survives a reload, until the seller starts over', async ({ page }) => {
  await typeItem(page)
  await page.getByLabel('Usage limit').fill('12')
  const slug = await page.getByLabel('Link address').inputValue()
  await page.reload()
  await expect(page.getByText('What you typed before is still here.')).toBeVisible()
  await expect(page.getByLabel('Item name')).toHaveValue('Kerudung voal motif')
  await expect(page.getByLabel('Price')).toHaveValue('85.000')
  await expect(page.getByLabel('Usage limit')).toHaveValue('12')
  await expect(page.getByLabel('Link address')).toHaveValue(slug)

  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByLabel('Item name')).toHaveValue('')
  await expect(page.getByLabel('Item name')).toBeFocused()
  await page.reload()
  await expect(page.getByLabel('Item name')).toHaveValue('')
})

test('what is typed before a kept draft is there stays, and so does the draft', async ({ page }) => {
  const atOnce = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  await typeItem(page)
  await page.getByLabel('Usage limit').fill('12')
  const [asked, sent] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    if (!atOnce.includes(route.request().url())) {
      asked.resolve()
      await sent.promise
    }
    await route.continue()
  })
  await page.reload()
  await asked.promise
  await page.getByLabel('Item name').fill('Kerudung segi empat')
  sent.resolve()
  await expect(page.getByText('What you typed before is still here.')).toBeVisible()
  await expect(page.getByLabel('Item name')).toHaveValue('Kerudung segi empat')
  await expect(page.getByLabel('Price')).toHaveValue('85.000')
  await expect(page.getByLabel('Usage limit')).toHaveValue('12')
})

test("without the browser's own checks, which a bad connection may withhold, the server says what is wrong", async ({ page }) => {
  await page.route(/\/_next\/static\/chunks\//, async (route) => await route.abort())
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page.getByLabel('Item name')).toHaveAccessibleDescription(/Fill this in/)
  await typeItem(page)
  await page.getByRole('button', { name: /^Create link/ }).click()
  await expect(page).toHaveURL(/created=1/)
})

test('the stored link is exactly what was typed, all options used', async ({ page }) => {
  const slug = `all-${randomBytes(5).toString('hex')}`
  await typeItem(page, 'Kerudung voal motif', '1.085.000')
  await page.getByRole('button', { name: 'Add item' }).click()
  await page.getByLabel(/^Item name, Item 2/).fill('Bros مرحبا 🌸 <b>')
  await page.getByLabel(/^Price, Item 2/).fill('7500')
  await page.getByLabel(/^Quantity, Item 2/).fill('3')
  await page.getByRole('button', { name: 'Add discount' }).click()
  await page.getByLabel(/^Discount, Discount/).fill('10.000')
  await page.getByLabel('Link address').fill(slug)
  await page.getByLabel('Order ID').fill(slug.toUpperCase())
  await page.getByRole('switch', { name: 'Unlimited' }).check()
  await page.getByRole('button', { name: /More options/ }).click()
  await page.getByLabel('Title').fill('Paket Lebaran')
  await page.getByLabel('Description').fill('Baris satu\nBaris dua')
  await page.getByLabel('After some time').check()
  await page.getByLabel('How long').fill('5')
  await page.getByLabel('Unit of time').selectOption('hours')
  await page.getByRole('switch', { name: 'A specific customer' }).check()
  await page.getByLabel('First name').fill('Sari')
  await page.getByLabel('Last name').fill('Wulandari')
  await page.getByLabel('WhatsApp number').fill('0812-3456-7890')
  await page.getByLabel('E-mail', { exact: true }).fill('sari@example.com')
  await page.getByLabel('Notes', { exact: true }).fill('Pelanggan lama')
  await page.getByRole('switch', { name: 'All methods' }).uncheck()
  for (const method of ['QRIS', 'GoPay']) await page.getByRole('checkbox', { name: method }).check()
  await page.getByRole('switch', { name: 'Send by e-mail' }).uncheck()
  await submit(page)
  await expect(page).toHaveURL(/created=1/)

  const [stored] = await query(
    `SELECT order_id, slug, amount::int, usage_limit, title, description, items, customer, payment_methods,
      starts_at, extract(epoch FROM expires_at - created_at)::int AS seconds FROM links WHERE merchant_id = $1`,
    [seller.merchantId],
  )
  expect(stored).toEqual({
    order_id: slug.toUpperCase(), slug, amount: 1_097_500, usage_limit: null, title: 'Paket Lebaran', description: 'Baris satu\nBaris dua',
    items: [
      { name: 'Kerudung voal motif', price: 1_085_000, quantity: 1 },
      { name: 'Bros مرحبا 🌸 <b>', price: 7_500, quantity: 3 },
      { name: 'Discount', price: -10_000, quantity: 1 },
    ],
    customer: { firstName: 'Sari', lastName: 'Wulandari', phone: '0812-3456-7890', email: 'sari@example.com', notes: 'Pelanggan lama' },
    payment_methods: ['other_qris', 'gopay'], starts_at: null, seconds: 5 * 60 * 60,
  })

  await page.getByRole('link', { name: 'See details' }).click()
  const shown = ['Paket Lebaran', slug, slug.toUpperCase(), 'Unlimited', 'Sari Wulandari', 'sari@example.com', '0812-3456-7890', 'Pelanggan lama', 'QRIS, GoPay', 'Bros مرحبا 🌸 <b>']
  await expect(page.getByRole('heading', { name: 'Paket Lebaran' })).toBeVisible()
  for (const text of shown) await expect(page.getByRole('main').getByText(text, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('main').getByText(/Rp\s1\.097\.500/).first()).toBeVisible()
})
