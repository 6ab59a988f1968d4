import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, test, type Page } from '@playwright/test'
import { readQris } from '../lib/payment/qris'
import { makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE } from './support/browser-watch'
import { order } from './support/customer'
import { query } from './support/database'
import { addAccount, inLiveMode } from './support/receiving'
import { makeSeller, type Seller } from './support/seller'

/** Paying the shop itself, on the only phone the customer has, without JavaScript. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB', javaScriptEnabled: false })

type Shop = { seller: Seller; accounts: Record<'qris' | 'bca' | 'mandiri' | 'cod' | 'custom', string> }

async function openShop(name = 'Toko Melati'): Promise<Shop> {
  const seller = inLiveMode(await makeSeller(name))
  return {
    seller,
    accounts: {
      qris: await addAccount(seller, { kind: 'qris', label: 'QRIS' }),
      bca: await addAccount(seller, { kind: 'bank', label: 'BCA Melati' }),
      mandiri: await addAccount(seller, { kind: 'bank', label: 'Mandiri Melati', details: { bank: 'Mandiri', number: '900-00-1234567-8' } }),
      cod: await addAccount(seller, { kind: 'cod', label: 'Pay on delivery' }),
      custom: await addAccount(seller, { kind: 'custom', label: 'At the stall', details: { text: 'Pay Bu Tini at the stall.\nhttps://evil.example <b>now</b>' } }),
    },
  }
}

let shop: Shop
test.beforeAll(async () => {
  shop = await openShop()
})

async function fillIn(page: Page, slug: string, way: string): Promise<void> {
  await page.goto(`/p/${slug}`)
  await page.getByLabel('Name', { exact: true }).fill('Sari Wulandari')
  await page.getByLabel('WhatsApp number').fill('0812-3456-7890')
  await page.getByRole('radio', { name: new RegExp(way) }).check()
}

const pay = async (page: Page) => await page.getByRole('button', { name: /^Pay Rp/ }).click()

/** The row of the order that this page is about. */
async function orderOf(page: Page): Promise<Record<string, unknown> | undefined> {
  const token = new URL(page.url()).pathname.split('/').at(-1)
  return (await query('SELECT * FROM orders WHERE token = $1', [token]))[0]
}

async function readPicture(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
}

test('a live link offers every way of the shop by its own name, and nothing of the simulator', async ({ page }) => {
  const link = await makeLink(shop.seller)
  await page.goto(`/p/${link.slug}`)
  const radios = page.getByRole('radio')
  expect(await radios.evaluateAll((all) => all.map((radio) => radio.getAttribute('value')))).toEqual([
    `own_qris:${shop.accounts.qris}`, `own_transfer:${shop.accounts.bca}`, `own_transfer:${shop.accounts.mandiri}`, `cod:${shop.accounts.cod}`, `custom:${shop.accounts.custom}`,
  ])
  for (const name of ['QRIS', 'BCA Melati', 'Mandiri Melati', 'Pay on delivery', 'At the stall']) await expect(page.getByRole('radio', { name: new RegExp(name) })).toBeVisible()
  await expect(page.getByText('TEST MODE')).toHaveCount(0)
})

test('QRIS: the exact amount stands in the code, whose it is in plain text, and the original is there for apps that refuse', async ({ page }) => {
  const link = await makeLink(shop.seller, { usageLimit: '3' })
  await fillIn(page, link.slug, '^QRIS')
  await pay(page)
  await expect(page.getByRole('heading', { name: 'QRIS' })).toBeVisible()
  await expect(page.getByRole('img', { name: /QR code to pay Rp\s84\.999/ })).toBeVisible()
  await expect(page.getByText('TOKO MELATI', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('ID1020000000001')).toBeVisible()
  await expect(page.getByText('The name on the QRIS is the shop’s own.')).toBeVisible()
  await expect(page.getByText('upload it from the gallery')).toBeVisible()
  await expect(page.getByText('Unique code')).toBeVisible()
  await expect(page.getByText(/^-Rp\s1$/)).toBeVisible()

  const save = async (name: string) => {
    const address = await page.getByRole('link', { name }).getAttribute('href')
    return await readPicture(await (await page.request.get(address ?? '')).body())
  }
  expect(readQris(await save('Save QR'))).toMatchObject({ ok: true, qris: { amount: 84_999, isStatic: false } })
  await page.getByText('Does your app refuse this QR?').click()
  await expect(page.getByRole('img', { name: /Original QR code/ })).toBeVisible()
  expect(readQris(await save('Save original QR'))).toMatchObject({ ok: true, qris: { amount: null, isStatic: true, nmid: 'ID1020000000001' } })
})

test('transfer: bank, number, holder and the amount with its code, the same after a reload', async ({ page }) => {
  const link = await makeLink(shop.seller, { usageLimit: '3' })
  await fillIn(page, link.slug, 'Mandiri Melati')
  await pay(page)
  for (const text of ['900-00-1234567-8', 'Melati Ayu', 'Mandiri']) await expect(page.getByText(text, { exact: true })).toBeVisible()
  const { amount, unique_code: code } = (await orderOf(page)) ?? {}
  expect(Number(amount)).toBe(85_000 + Number(code))
  const last = String(amount).slice(-3)
  await expect(page.locator('mark').first()).toHaveText(last)
  await expect(page.getByText('The last digits tell Toko Melati that it is yours.')).toBeVisible()
  await page.reload()
  await expect(page.locator('mark').first()).toHaveText(last)
})

test('pay on delivery: asks where it goes only then, tells what is missing, and says what happens next', async ({ page, browser }) => {
  const link = await makeLink(shop.seller)
  await fillIn(page, link.slug, 'BCA Melati')
  await expect(page.getByRole('heading', { name: 'Where should it go?' })).toBeHidden()
  await page.getByRole('radio', { name: /Pay on delivery/ }).check()
  await expect(page.getByRole('heading', { name: 'Where should it go?' })).toBeVisible()
  await page.getByLabel('Street and house number').fill('Jl. Kenanga 5')
  await pay(page)
  await expect(page.getByRole('alert')).toContainText('needs fixing')
  await expect(page.getByLabel('City or district')).toHaveAccessibleDescription('Fill this in.')
  await expect(page.getByLabel('Street and house number')).toHaveValue('Jl. Kenanga 5')
  await page.getByLabel('City or district').fill('Bandung')
  await page.getByLabel(/Note for the courier/).fill('Green fence')
  await pay(page)

  await expect(page.getByRole('heading', { name: 'Toko Melati has your order' })).toBeVisible()
  await expect(page.getByText('Sari Wulandari, Bandung')).toBeVisible()
  await expect(page.getByText('You pay when you receive it.')).toBeVisible()
  await expect(page.getByText('Kenanga')).toHaveCount(0)
  const row = await orderOf(page)
  expect(row).toMatchObject({ amount: '85000', unique_code: 0, shipping_address: { name: 'Sari Wulandari', phone: '0812-3456-7890', address: 'Jl. Kenanga 5', city: 'Bandung', note: 'Green fence' } })

  // The seller sends it, and confirms when the courier brought the money.
  const desk = await browser.newContext({ javaScriptEnabled: true, locale: 'en-GB' })
  await shop.seller.signIn(desk)
  const details = await desk.newPage()
  await details.goto(`/orders/${String(row?.['id'])}`)
  await expect(details.getByText('Jl. Kenanga 5')).toBeVisible()
  await expect(details.getByRole('button', { name: 'Copy for the courier' })).toBeVisible()
  await details.getByRole('button', { name: 'Money received' }).click()
  await details.getByRole('button', { name: 'Yes, received' }).click()
  await expect(details.getByText('The order is paid.')).toBeVisible()
  await expect(details.getByRole('button', { name: 'Money received' })).toHaveCount(0)
  await desk.close()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
})

test("custom: the seller's words with their line breaks, as text", async ({ page }) => {
  const link = await makeLink(shop.seller)
  await fillIn(page, link.slug, 'At the stall')
  await pay(page)
  const words = page.getByText('Pay Bu Tini at the stall.')
  await expect(words).toBeVisible()
  expect(await words.innerText()).toBe('Pay Bu Tini at the stall.\nhttps://evil.example <b>now</b>')
  await expect(page.getByRole('link', { name: /evil/ })).toHaveCount(0)
})

test('warns of an account that was changed within a day, and explains a name that is not the shop’s', async ({ page }) => {
  const seller = inLiveMode(await makeSeller('Warung Sari'))
  await addAccount(seller, { kind: 'qris', label: 'QRIS', changedAt: new Date(Date.now() - 23 * 3_600_000) })
  const link = await makeLink(seller)
  await fillIn(page, link.slug, '^QRIS')
  await pay(page)
  await expect(page.getByText('less than 24 hours ago')).toBeVisible()
  await expect(page.getByText('Your app will show “TOKO MELATI”')).toBeVisible()
})

test('a way that was switched off while the page was open is refused with a sentence, and one outside its amounts is not offered', async ({ page }) => {
  const seller = inLiveMode(await makeSeller('Toko Melati'))
  const bank = await addAccount(seller, { kind: 'bank', label: 'BCA' })
  await addAccount(seller, { kind: 'bank', label: 'Only small', maximum: 84_999 })
  const link = await makeLink(seller)
  await addAccount(seller, { kind: 'cod', label: 'Only large', minimum: 85_001 })
  await fillIn(page, link.slug, 'BCA')
  await expect(page.getByRole('radio')).toHaveCount(1)
  await addAccount(seller, { kind: 'custom', label: 'Cash' })
  await query('UPDATE receiving_accounts SET is_on = false WHERE id = $1', [bank])
  await pay(page)
  await expect(page.getByText('This way to pay has just been switched off')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(1)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Sari Wulandari')
})

test('a live link whose shop can no longer be paid in any way says so politely', async ({ page }) => {
  const seller = inLiveMode(await makeSeller('Warung Baru'))
  const account = await addAccount(seller, { kind: 'custom', label: 'Titip di warung' })
  const link = await makeLink(seller)
  await query('UPDATE receiving_accounts SET is_on = false WHERE id = $1', [account])
  await page.goto(`/p/${link.slug}`)
  await expect(page.getByText('Warung Baru cannot be paid through this link yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0)
  expect((await order(link.slug, { method: 'own_qris' })).status).toBe(422)
})

test('axe finds nothing on any of these pages, in both themes', async ({ browser }) => {
  const link = await makeLink(shop.seller, { usageLimit: '9' })
  const { qris, bca, cod, custom } = shop.accounts
  const ways = [`own_qris:${qris}`, `own_transfer:${bca}`, `cod:${cod}`, `custom:${custom}`]
  const placed = await Promise.all(ways.map((method) => order(link.slug, { method, ...(method.startsWith('cod') && { shipAddress: 'Jl. Kenanga 5', shipCity: 'Bandung' }) })))
  for (const colorScheme of ['light', 'dark'] as const) {
    // axe itself needs scripts.
    const context = await browser.newContext({ ...phone, javaScriptEnabled: true, colorScheme, locale: 'en-GB' })
    const page = await context.newPage()
    for (const address of [`/p/${link.slug}?new=1`, ...placed.map(({ location }) => location)]) {
      await page.goto(address)
      if (address.endsWith('new=1')) await page.getByRole('radio', { name: /Pay on delivery/ }).check()
      expect(await findingsOf(page), `${address}, ${colorScheme}`).toEqual([])
    }
    await context.close()
  }
})
