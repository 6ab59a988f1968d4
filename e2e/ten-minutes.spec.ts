import { randomBytes } from 'node:crypto'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { PHONE } from './support/browser-watch'
import { qrisCode, photoOf } from './support/qris'
import { receipt } from '../prisma/testing/hostile-pictures'

/** From nothing to the first money, on a phone of 360 pixels: how far it is, in taps and fields. */

const PASSWORD = 'rahasia-sekali'

/** Measured: 12 taps and 6 fields. One more of either is a step that every new seller has to take. */
const SELLER = { taps: 12, fields: 6 }
const CUSTOMER = { taps: 3, fields: 2 }

/** Touches the screen as a person does, and counts. A picture that is chosen is a tap too. */
function hand() {
  const done = { taps: 0, fields: 0 }
  return {
    done,
    tap: async (target: Locator) => {
      await target.click()
      done.taps += 1
    },
    type: async (target: Locator, text: string) => {
      await target.fill(text)
      done.fields += 1
    },
    choose: async (target: Locator, picture: { name: string; mimeType: string; buffer: Buffer }) => {
      await target.setInputFiles(picture)
      done.taps += 1
    },
  }
}

const WORDS = {
  en: {
    locale: 'en-GB', shopName: 'Shop name', password: 'Password', openShop: 'Open shop', firstLink: 'Make your first link', live: 'Live', goWay: 'Add a way to be paid', qrisKind: /^Your QRIS code/, picture: /Choose a picture/,
    mine: 'This is my code', myPassword: 'Your password', add: 'Add', makeLink: 'Make a link', itemName: 'Item name', price: 'Price', create: 'Create link', ready: 'Your link is ready to share',
    review: /^Review/, isIn: 'Money is in', yes: 'Yes, it is there', done: 'Nothing to check',
  },
  id: {
    locale: 'id-ID', shopName: 'Nama toko', password: 'Kata sandi', openShop: 'Buka toko', firstLink: 'Buat link pertamamu', live: 'Live', goWay: 'Tambah cara dibayar', qrisKind: /^Kode QRIS milikmu/, picture: /Pilih gambar/,
    mine: 'Ini kodeku', myPassword: 'Kata sandimu', add: 'Tambah', makeLink: 'Buat link', itemName: 'Nama barang', price: 'Harga', create: 'Buat link', ready: 'Link siap dibagikan',
    review: /^Periksa/, isIn: 'Uang sudah masuk', yes: 'Ya, sudah masuk', done: 'Tidak ada yang perlu dicek',
  },
} as const

for (const [language, words] of Object.entries(WORDS)) {
  test(`a new seller with a printed QRIS code is paid, within ${SELLER.taps} taps and ${SELLER.fields} fields (${language})`, async ({ browser }) => {
    const phone = { ...PHONE, viewport: { width: 360, height: 740 }, locale: words.locale }
    const shop = await (await browser.newContext(phone)).newPage()
    const { tap, type, choose, done } = hand()

    await shop.goto('/sign-up')
    await type(shop.getByLabel(words.shopName), 'Toko Melati Jaya')
    await type(shop.getByLabel(/^E-?mail$/), `${randomBytes(6).toString('hex')}@example.com`)
    await type(shop.getByLabel(words.password, { exact: true }), PASSWORD)
    await tap(shop.getByRole('button', { name: words.openShop }))
    await expect(shop.getByRole('heading', { name: words.firstLink })).toBeVisible()

    await tap(shop.getByRole('button', { name: words.live, exact: true }))
    await tap(shop.getByRole('link', { name: words.goWay }))
    await tap(shop.getByRole('button', { name: words.qrisKind }))
    const dialog = shop.getByRole('dialog')
    await choose(dialog.getByLabel(words.picture), await photoOf(qrisCode()))
    await tap(dialog.getByLabel(words.mine))
    await type(dialog.getByLabel(words.myPassword), PASSWORD)
    await tap(dialog.getByRole('button', { name: words.add, exact: true }))

    await tap(shop.getByRole('button', { name: words.makeLink, exact: true }))
    await type(shop.getByLabel(words.itemName), 'Kerudung voal')
    await type(shop.getByLabel(words.price), '85000')
    await tap(shop.getByRole('main').getByRole('button', { name: words.create }))
    await expect(shop.getByRole('heading', { name: words.ready })).toBeVisible()
    const address = await shop.getByText(/\/p\/[a-z0-9-]+/).first().textContent()

    expect(await payAs(await customerOf(), new URL(/https?:\/\/\S+/.exec(address ?? '')?.[0] ?? `http://${address?.trim() ?? ''}`).pathname)).toEqual(CUSTOMER)

    await shop.goto('/links')
    await tap(shop.getByRole('link', { name: words.review }))
    await tap(shop.getByRole('button', { name: words.isIn }))
    await tap(shop.getByRole('button', { name: words.yes }))
    await expect(shop.getByText(words.done)).toBeVisible()
    expect(done.taps).toBeLessThanOrEqual(SELLER.taps)
    expect(done.fields).toBeLessThanOrEqual(SELLER.fields)
    await shop.context().close()

    async function customerOf(): Promise<Page> {
      return await (await browser.newContext({ ...phone, locale: 'en-GB', javaScriptEnabled: false })).newPage()
    }
  })
}

/** Pays with JavaScript off, sends the receipt, and reads that the shop is checking. */
async function payAs(page: Page, path: string): Promise<{ taps: number; fields: number }> {
  const { tap, type, choose, done } = hand()
  await page.goto(path)
  await type(page.getByLabel('Name', { exact: true }), 'Sari Wulandari')
  await type(page.getByLabel('WhatsApp number'), '0812-3456-7890')
  await tap(page.getByRole('button', { name: /^Pay Rp\s85\.000/ }))
  // The code that the money is told apart by is taken off: QRIS may not cost more.
  await expect(page.getByRole('img', { name: /QR code to pay Rp\s84\.999/ })).toBeVisible()
  await expect(page.getByText('TOKO MELATI JAYA').first()).toBeVisible()
  const sendForm = page.getByText('I have paid', { exact: true })
  if (!(await page.getByLabel(/Picture of the receipt/).isVisible())) await sendForm.click()
  await choose(page.getByLabel(/Picture of the receipt/), { name: 'bukti.png', mimeType: 'image/png', buffer: await receipt('84.999') })
  await tap(page.getByRole('button', { name: 'Send: I have paid' }))
  await expect(page.getByRole('heading', { name: 'Thank you. The shop is checking' })).toBeVisible()
  await page.context().close()
  return done
}
