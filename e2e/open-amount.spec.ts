import { gzipSync } from 'node:zlib'
import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE } from './support/browser-watch'
import { customer, openLink, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'
import { wishedLink } from './support/wished-link'

/** Links whose customers decide the amount, and what they are asked. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

const openAmount = { minimum: 5_000, maximum: 12_000_000, preset: 50_000 }

let seller: Seller
test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
})

const ordersOf = (linkId: string) =>
  query<{ amount: string; status: string; name: string }>('SELECT amount::text, status, customer_name AS name FROM orders WHERE link_id = $1 ORDER BY created_at', [linkId])

async function tellWho(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Sari Wulandari')
  await page.getByLabel('WhatsApp number').fill('0812-3456-7890')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a customer is told what is wrong with the amount, loses nothing, pays what they chose and reads it on the receipt', async ({ page }) => {
      const link = await wishedLink(seller, { openAmount }, { title: 'Donasi banjir', usageLimit: '5' })
      await page.goto(`/p/${link.slug}`)
      const amount = page.getByLabel('How much would you like to pay?')
      const pay = page.getByRole('button', { name: 'Go on to pay' })
      await expect(amount).toHaveValue('50.000')
      await expect(amount).toHaveAttribute('inputmode', 'numeric')
      await expect(amount).toHaveAccessibleDescription(/From Rp\s5\.000 to Rp\s12\.000\.000/)
      await tellWho(page)
      await page.getByRole('radio', { name: /Alfamart/ }).check()

      for (const [typed, said] of [['4.999', /at least Rp\s5\.000/], ['12.000.001', /at most Rp\s12\.000\.000/], ['banyak', /Type an amount/], ['50.000,50', /no decimals/], ['', /Fill this in/], ['-50.000', /at least/]] as const) {
        await amount.fill(typed)
        await pay.click()
        await expect(page.getByRole('alert')).toBeVisible()
        await expect(amount).toHaveAccessibleDescription(said)
        await expect(amount).toHaveValue(typed)
        await expect(amount).toBeFocused()
        await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Sari Wulandari')
        await expect(page.getByRole('radio', { name: /Alfamart/ })).toBeChecked()
      }
      await amount.fill('5.500.000')
      await pay.click()
      await expect(page.getByText(/Alfamart takes payments from Rp\s1 to Rp\s5\.000\.000/)).toBeVisible()
      await expect(amount).toHaveValue('5.500.000')
      expect(await ordersOf(link.id)).toEqual([])

      await amount.fill('Rp 77,777')
      await page.getByRole('radio', { name: /BCA virtual account/ }).check()
      await pay.click()
      await expect(page.getByText(/Rp\s77\.777/).first()).toBeVisible()
      await page.getByRole('button', { name: 'Pay now' }).click()
      await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
      await expect(page.getByText(/Rp\s77\.777/).first()).toBeVisible()
      await expect(page.getByText('Donasi banjir')).toBeVisible()
      expect(await ordersOf(link.id)).toMatchObject([{ amount: '77777', status: 'paid' }])
    })
  })
}

test('the page asks in Indonesian too, has nothing for axe, and stays light', async ({ page }) => {
  const link = await wishedLink(seller, { openAmount }, { title: 'Donasi banjir' })
  await page.goto(`/p/${link.slug}?lang=id`)
  await expect(page.getByLabel('Mau bayar berapa?')).toHaveAccessibleDescription(/Dari Rp\s5\.000 sampai Rp\s12\.000\.000/)
  await page.getByLabel('Mau bayar berapa?').fill('1')
  await page.getByRole('button', { name: 'Lanjut bayar' }).click()
  await expect(page.getByLabel('Mau bayar berapa?')).toHaveAccessibleDescription(/minimal Rp\s5\.000/)
  expect(await findingsOf(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const html = await (await fetch(`${origin()}/p/${link.slug}`)).text()
  expect(gzipSync(html).length).toBeLessThan(16 * 1024)
  expect(html).toContain('og:description')
  expect(html).toMatch(/og:description" content="[^"]*you choose the amount. From Rp\s5\.000 to/)
  expect(html).not.toMatch(/Pay Rp/)
})

test('a link with one possible amount simply shows it', async ({ page }) => {
  const link = await wishedLink(seller, { openAmount: { minimum: 25_000, maximum: 25_000, preset: 25_000 } })
  await page.goto(`/p/${link.slug}`)
  await expect(page.getByLabel('How much would you like to pay?')).toHaveCount(0)
  await tellWho(page)
  await page.getByRole('radio', { name: /BCA virtual account/ }).check()
  await page.getByRole('button', { name: /^Pay Rp\s25\.000/ }).click()
  await expect(page.getByRole('heading', { name: 'BCA virtual account' })).toBeVisible()
  expect(await ordersOf(link.id)).toMatchObject([{ amount: '25000' }])
})

test('of 30 customers at once with amounts of their own, exactly as many as there are places get one', async () => {
  const link = await wishedLink(seller, { openAmount }, { usageLimit: '6' })
  const forms = await Promise.all(Array.from({ length: 30 }, () => openLink(link.slug)))
  const answers = await Promise.all(forms.map((form, index) => submit(`/p/${link.slug}`, { ...form, ...customer, amount: `Rp ${20 + index}.000` })))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(6)
  expect(new Set(answers.filter(({ status }) => status !== 303).map(({ status }) => status))).toEqual(new Set([409]))
  expect(await ordersOf(link.id)).toHaveLength(6)
  for (const { amount } of await ordersOf(link.id)) expect(Number(amount)).toBeGreaterThanOrEqual(20_000)
})

test('a form sent twice makes one order, and a range that was changed meanwhile is obeyed', async () => {
  const link = await wishedLink(seller, { openAmount }, { usageLimit: '6' })
  const form = { ...(await openLink(link.slug)), ...customer, amount: '50.000' }
  const answers = await Promise.all(Array.from({ length: 6 }, () => submit(`/p/${link.slug}`, form)))
  expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
  expect(await ordersOf(link.id)).toHaveLength(1)
  const open = { ...(await openLink(link.slug)), ...customer, amount: '50.000' }
  await query('UPDATE links SET maximum_amount = 40000, preset_amount = NULL, amount = minimum_amount WHERE id = $1', [link.id])
  const refused = await submit(`/p/${link.slug}`, open)
  expect(refused.status).toBe(422)
  expect(refused.body).toMatch(/at most Rp\s40\.000/)
  expect(refused.body).toContain('value="50.000"')
  expect(await ordersOf(link.id)).toHaveLength(1)
})

test('where nothing must be told a customer goes on without a word, and the seller sees a word in place of the name', async ({ page, context }) => {
  const link = await wishedLink(seller, { customerQuestions: { required: [] } })
  await page.goto(`/p/${link.slug}`)
  for (const field of ['Name', 'WhatsApp number', 'E-mail']) await expect(page.getByLabel(field, { exact: false }).first()).not.toHaveAttribute('required')
  await expect(page.getByText('(optional)')).toHaveCount(3)
  await page.getByRole('radio', { name: /BCA virtual account/ }).check()
  await page.getByRole('button', { name: /^Pay Rp/ }).click()
  await page.getByRole('button', { name: 'Pay now' }).click()
  await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
  expect(await ordersOf(link.id)).toMatchObject([{ name: '', status: 'paid' }])
  for (const [locale, word, title] of [['en', 'Customer', 'Order of Customer'], ['id', 'Pelanggan', 'Pesanan Pelanggan']] as const) {
    await seller.signIn(context, locale)
    await page.goto(`/orders?link=${link.id}`)
    await expect(page.getByRole('listitem').getByText(word, { exact: true })).toBeVisible()
    await page.getByRole('listitem').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title.split(' ').at(-1) ?? '')
  }
})

test('a named customer is asked only what must be told and is not known', async ({ page }) => {
  const link = await wishedLink(seller, { customerQuestions: { required: ['phone', 'email'] } }, { customer: { firstName: '', lastName: '', email: 'sari@example.com', phone: '', notes: '' } })
  await page.goto(`/p/${link.slug}`)
  await expect(page.getByRole('textbox')).toHaveCount(1)
  await page.getByRole('radio', { name: /BCA virtual account/ }).check()
  await page.getByRole('button', { name: /^Pay Rp/ }).click()
  await expect(page.getByLabel('WhatsApp number')).toHaveAccessibleDescription('Fill this in.')
  await page.getByLabel('WhatsApp number').fill('0812-3456-7890')
  await page.getByRole('button', { name: /^Pay Rp/ }).click()
  await expect(page.getByRole('heading', { name: 'BCA virtual account' })).toBeVisible()
})

test('a discount is shown as one on the page, the receipt and the seller’s side', async ({ page, context }) => {
  const items = [{ name: 'Kain batik', price: 100_000, quantity: 1, sku: 'KB-01', brand: 'Zoya', category: 'Kain', merchantName: 'Toko Melati' }, { name: 'Diskon member', price: -15_000, quantity: 1 }]
  const link = await wishedLink(seller, { items, customFields: { custom_field1: 'Cabang Depok' }, metadata: { gudang: { rak: 7 } }, redirects: { finish: 'https://toko.example/selesai' }, notificationUrls: { append: ['https://toko.example/hook'] } }, { title: 'Batik' })
  await page.goto(`/p/${link.slug}`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Diskon member' })).toContainText(/-Rp\s15\.000/)
  await tellWho(page)
  await page.getByRole('radio', { name: /BCA virtual account/ }).check()
  await page.getByRole('button', { name: /^Pay Rp\s85\.000/ }).click()
  await page.getByRole('button', { name: 'Pay now' }).click()
  await expect(page.getByText(/-Rp\s15\.000/)).toBeVisible()
  await expect(page.getByText('Kain batik', { exact: true })).toBeVisible()

  await seller.signIn(context, 'en')
  await page.goto(`/links/${link.id}`)
  for (const text of ['KB-01', 'Zoya', 'Cabang Depok', 'https://toko.example/selesai', 'https://toko.example/hook']) await expect(page.getByText(text)).toBeVisible()
  await expect(page.getByText('"rak": 7')).toBeHidden()
  await page.getByText('Show metadata').click()
  await expect(page.getByText('"rak": 7')).toBeVisible()
  expect(await findingsOf(page)).toEqual([])
})

test('the seller sees the range in the list, the details and the text to share', async ({ page, context }) => {
  const own = await makeSeller('Toko Donasi')
  await makeLink(own)
  const link = await wishedLink(own, { openAmount }, { title: 'Donasi banjir' })
  await own.signIn(context, 'en')
  await page.goto('/links')
  const row = page.getByRole('row').filter({ hasText: 'Donasi banjir' })
  await expect(row).toContainText(/Rp\s5\.000 to Rp\s12\.000\.000/)
  await expect(row.getByRole('link', { name: /WhatsApp/ })).toHaveAttribute('href', /You%20choose%20the%20amount/)
  await page.goto(`/links/${link.id}`)
  await expect(page.getByText('The customer decides.')).toBeVisible()
  await expect(page.getByText(/Rp\s50\.000/).first()).toBeVisible()
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})
