import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE, watch } from './support/browser-watch'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller } from './support/seller'

/** A shop that sells in dollars beside rupiah. */

const WORDS = {
  en: {
    language: 'en', default: 'Currency of new links', save: 'Save', saved: 'Currency saved', name: 'Item name', price: 'Price', create: 'Create link', ready: 'Your link is ready to share', more: /More options/, label: 'Currency', abroad: /take rupiah only/, decimals: /many decimals/, paid: /^Paid/, links: 'Links', first: /^(New link|Make a link)/, refund: 'Refund', amount: 'Amount', reason: 'Reason',
  },
  id: {
    language: 'id', default: 'Mata uang link baru', save: 'Simpan', saved: 'Mata uang tersimpan', name: 'Nama barang', price: 'Harga', create: 'Buat link', ready: 'Link siap dibagikan', more: /Pilihan lain/, label: 'Mata uang', abroad: /hanya untuk rupiah/, decimals: /Desimalnya lebih banyak/, paid: /^Lunas/, links: 'Link', first: /^(Link baru|Buat link)/, refund: 'Kembalikan dana', amount: 'Nominal', reason: 'Alasan',
  },
} as const

for (const words of Object.values(WORDS)) {
  test(`a shop that sells in dollars makes a link in them, is paid by card, and its day keeps the sums apart (${words.language})`, async ({ browser }) => {
    const context = await browser.newContext(words.language === 'id' ? PHONE : {})
    const watched = watch(context)
    const seller = await makeSeller('Toko Melati', words.language)
    await seller.signIn(context)
    const page = await context.newPage()
    await page.goto('/settings')
    const currency = page.getByLabel(words.default)
    // Each has a name behind its code, also those that this browser is too old for.
    const options = await currency.locator('option').allTextContents()
    expect(options.length).toBeGreaterThan(100)
    expect(options.filter((option) => !/^[A-Z]{3} · (?![A-Z]{3}$).+/.test(option))).toEqual([])
    await currency.selectOption('USD')
    await page.locator('form').filter({ has: currency }).getByRole('button', { name: words.save }).click()
    await expect(page.getByText(words.saved)).toBeVisible()
    expect(await findingsOf(page)).toEqual([])

    // The next new link is in them, without the page having been loaded anew.
    await page.getByRole('link', { name: words.links, exact: true }).filter({ visible: true }).click()
    await expect(page).toHaveURL(/\/links$/)
    await page.getByRole('link', { name: words.first }).first().click()
    await page.getByLabel(words.name).fill('Batik mug')
    await page.getByLabel(words.price).fill('1234.5')
    await page.getByLabel(words.price).blur()
    await expect(page.getByLabel(words.price)).toHaveValue('1,234.50')
    await expect(page.getByRole('status').filter({ hasText: 'USD 1,234.50' })).toBeVisible()
    await page.getByRole('button', { name: words.more }).click()
    await expect(page.getByLabel(words.label, { exact: true })).toHaveValue('USD')
    await expect(page.getByText(words.abroad)).toBeVisible()
    // Yen have no decimals: what was typed is not rounded.
    await page.getByLabel(words.label, { exact: true }).selectOption('JPY')
    await page.getByRole('button', { name: words.create }).click()
    await expect(page.getByText(words.decimals)).toBeVisible()
    await page.getByLabel(words.label, { exact: true }).selectOption('USD')
    await page.getByRole('button', { name: words.create }).click()
    await expect(page.getByRole('heading', { name: words.ready })).toBeVisible()

    const [link] = await query<{ slug: string; amount: string; currency: string }>('SELECT slug, amount, currency FROM links WHERE merchant_id = $1', [seller.merchantId])
    expect(link).toMatchObject({ amount: '123450', currency: 'USD' })
    const rupiah = await makeLink(seller)

    await page.goto(`/p/${link?.slug}`)
    await expect(page.getByText('USD 1,234.50').first()).toBeVisible()
    await expect(page.locator('input[name="method"]')).toHaveCount(1)
    await expect(page.locator('input[name="method"]')).toHaveValue('credit_card')
    expect(await findingsOf(page)).toEqual([])
    await page.goto(`/p/${rupiah.slug}`)
    await expect(page.getByText(/Rp\s85\.000/).first()).toBeVisible()

    for (const [slug, amount] of [[link?.slug ?? '', '123450'], [rupiah.slug, '85000']] as const) {
      const { location } = await order(slug, { method: 'credit_card', amount })
      expect((await submit(`${location}/simulate`, { news: 'settle' })).status).toBe(303)
    }
    await page.goto('/recap')
    const paid = page.getByRole('region', { name: words.paid })
    await expect(paid.getByText('USD 1,234.50')).toHaveCount(2)
    await expect(paid.getByText(/Rp\s85\.000/)).toHaveCount(2)

    const [placed] = await query<{ id: string }>("SELECT id FROM orders WHERE merchant_id = $1 AND currency = 'USD'", [seller.merchantId])
    await page.goto(`/orders/${placed?.id}`)
    await page.getByRole('button', { name: words.refund, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(words.amount)).toHaveValue('1,234.50')
    await dialog.getByLabel(words.amount).fill('34.5')
    await dialog.getByLabel(words.reason).fill('Retak')
    await dialog.getByRole('button', { name: /USD\s34\.50/ }).click()
    await expect(dialog).toHaveCount(0)
    expect(await query('SELECT amount::int AS amount, currency FROM refunds WHERE order_id = $1', [placed?.id])).toEqual([{ amount: 3_450, currency: 'USD' }])
    watched.expectClean()
    await context.close()
  })
}

test("a link in another currency than its shop's is looked over, changed and remembered in its own", async ({ page, context }) => {
  const seller = await makeSeller()
  await seller.signIn(context, 'en')
  await page.goto('/links/new')
  await page.getByLabel('Item name').fill('Batik mug')
  await page.getByRole('button', { name: /More options/ }).click()
  await page.getByLabel('Currency', { exact: true }).selectOption('USD')
  await page.getByLabel('Price').fill('12.5')
  await page.getByLabel('After some time').check()
  await page.getByRole('switch', { name: 'Let me check everything first' }).check()
  await page.getByRole('button', { name: 'Check and create' }).click()
  const review = page.getByRole('dialog', { name: 'Is everything right?' })
  await expect(review).toContainText(/Amount\s*USD\s12\.50/)
  await expect(review).toContainText(/Batik mug: USD\s12\.50/)
  await expect(review).toContainText('After 1 day')
  await expect(review).not.toContainText('Rp')
  await review.getByRole('button', { name: 'Go back and change' }).click()

  // What the customer decides, and must tell, is looked over too.
  await page.getByRole('button', { name: 'Customer decides' }).click()
  await page.getByLabel('At least').fill('5')
  await page.getByLabel('Suggestion').fill('7.5')
  await page.getByRole('switch', { name: 'As usual' }).uncheck()
  await page.getByRole('button', { name: 'Check and create' }).click()
  await expect(review).toContainText(/USD\s5\.00 or more/)
  await expect(review).toContainText('The customer decides.')
  await expect(review).toContainText(/Suggested\s*USD\s7\.50/)
  await expect(review).toContainText(/Customers must tell\s*name, WhatsApp number/)
  await review.getByRole('button', { name: 'Go back and change' }).click()
  await page.getByRole('button', { name: 'Set a fixed price' }).click()

  await page.getByRole('button', { name: 'Check and create' }).click()
  await review.getByRole('button', { name: 'Create link' }).click()
  await expect(page).toHaveURL(/created=1/)
  await page.goto(page.url().replace('?created=1', '/edit'))
  await page.getByLabel('Price').fill('15')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(/Price: USD\s12\.50 → USD\s15\.00/)).toBeVisible()
})
