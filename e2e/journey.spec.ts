import { expect, test } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { PHONE, watch } from './support/browser-watch'

/** The main job, as a new seller and their first customers live it. */

const WORDS = {
  id: {
    locale: 'id-ID', shopName: 'Nama toko', email: 'Email', password: 'Kata sandi', openShop: 'Buka toko', firstLink: 'Buat link pertamamu',
    newLink: 'Link baru', itemName: 'Nama barang', price: 'Harga', create: 'Buat link', ready: 'Link siap dibagikan', copy: 'Salin', copied: 'Tersalin',
    toList: 'Ke daftar link', active: 'Aktif', soldOut: 'Habis', paidOnce: 'Sudah dibayar', name: 'Nama', phone: 'Nomor WhatsApp', pay: /^Bayar Rp\s85\.000$/,
    qr: /Kode QR untuk membayar Rp\s85\.000/, exactly: 'Bayar tepat', settle: 'Bayar sekarang', received: 'Pembayaran diterima',
    stat: /^Lunas 1 dari 1/, madeNews: 'Link dibuat', chose: 'Sari Wulandari memilih QRIS', paid: /Sari Wulandari membayar Rp\s85\.000/,
    orders: 'Pesanan', orderOf: 'Pesanan Sari Wulandari', paidStatus: 'Lunas', cameIn: 'Pembayaran masuk', choseEvent: 'Pelanggan memilih cara bayar',
  },
  en: {
    locale: 'en-GB', shopName: 'Shop name', email: 'E-mail', password: 'Password', openShop: 'Open shop', firstLink: 'Make your first link',
    newLink: 'New link', itemName: 'Item name', price: 'Price', create: 'Create link', ready: 'Your link is ready to share', copy: 'Copy', copied: 'Copied',
    toList: 'Go to the list', active: 'Active', soldOut: 'Sold out', paidOnce: 'Already paid', name: 'Name', phone: 'WhatsApp number', pay: /^Pay Rp\s85\.000$/,
    qr: /QR code to pay Rp\s85\.000/, exactly: 'Pay exactly', settle: 'Pay now', received: 'Payment received',
    stat: /^Paid 1 of 1/, madeNews: 'Link created', chose: 'Sari Wulandari chose QRIS', paid: /Sari Wulandari paid Rp\s85\.000/,
    orders: 'Orders', orderOf: 'Order of Sari Wulandari', paidStatus: 'Paid', cameIn: 'The payment came in', choseEvent: 'The customer chose how to pay',
  },
} as const

for (const [language, words] of Object.entries(WORDS)) {
  test(`a new seller signs up, makes a link, shares it and is paid by a customer on a phone (${language})`, async ({ browser }) => {
    const laptop = await browser.newContext({ locale: words.locale, permissions: ['clipboard-read', 'clipboard-write'] })
    const phone = await browser.newContext({ locale: words.locale, ...PHONE })
    const watches = [watch(laptop), watch(phone)]
    const seller = await laptop.newPage()

    await seller.goto('/sign-up')
    await seller.getByLabel(words.shopName).fill('Toko Melati')
    await seller.getByLabel(words.email).fill(`${randomBytes(6).toString('hex')}@example.com`)
    await seller.getByLabel(words.password, { exact: true }).fill('rahasia-sekali')
    await seller.getByRole('button', { name: words.openShop }).click()
    await expect(seller.getByRole('heading', { name: words.firstLink })).toBeVisible()

    await seller.getByRole('link', { name: words.newLink }).click()
    await seller.getByLabel(words.itemName).fill('Kerudung voal motif')
    await seller.getByLabel(words.price).fill('85000')
    await seller.getByRole('button', { name: words.create }).click()
    await expect(seller.getByRole('heading', { name: words.ready })).toBeVisible()
    await seller.getByRole('button', { name: words.copy, exact: true }).click()
    await expect(seller.getByRole('button', { name: words.copied })).toBeVisible()
    const url = await seller.evaluate(() => navigator.clipboard.readText())

    await seller.getByRole('link', { name: words.toList }).click()
    const row = seller.getByRole('row').filter({ hasText: 'Kerudung voal motif' })
    await expect(row).toContainText(words.active)
    await expect(row).toContainText('0 / 1')
    let loads = 0
    seller.on('load', () => (loads += 1))

    const customer = await phone.newPage()
    await customer.goto(url)
    await expect(customer.locator('html')).toHaveAttribute('lang', language)
    await customer.getByLabel(words.name, { exact: true }).fill('Sari Wulandari')
    await customer.getByLabel(words.phone).fill('0812-3456-7890')
    await customer.getByRole('radio', { name: /QRIS/ }).check()
    await customer.getByRole('button', { name: words.pay }).click()

    const code = customer.getByRole('img', { name: words.qr })
    const timer = customer.getByRole('timer')
    await expect(code).toBeVisible()
    await expect(customer.getByText(words.exactly)).toBeVisible()
    await expect(timer).toHaveText(/^(14:\d\d|15:00)$/)
    const left = await timer.textContent()
    await expect(timer).not.toHaveText(left ?? '')
    const order = { url: customer.url(), code: await code.innerHTML() }
    await expect(row).toContainText(/1 (waiting|menunggu)/)

    await customer.reload()
    expect({ url: customer.url(), code: await code.innerHTML() }).toEqual(order)
    await customer.goto(url)
    expect({ url: customer.url(), code: await code.innerHTML() }).toEqual(order)

    await customer.getByRole('button', { name: words.settle }).click()
    await expect(customer.getByRole('heading', { name: words.received })).toBeAttached()
    await expect(customer.getByText(/Rp\s85\.000/)).toBeVisible()

    await expect(row).toContainText('1 / 1')
    await expect(row).toContainText(words.soldOut)
    expect(loads).toBe(0)

    await seller.getByRole('link', { name: 'Kerudung voal motif', exact: true }).click()
    await expect(seller.getByRole('link', { name: words.stat })).toBeVisible()
    for (const news of [words.madeNews, words.chose, words.paid]) await expect(seller.getByText(news)).toBeVisible()
    await seller.getByRole('navigation').getByRole('link', { name: words.orders }).click()
    const orderRow = seller.getByRole('row').filter({ hasText: 'Sari Wulandari' })
    await expect(orderRow).toContainText(words.paidStatus)
    await orderRow.getByRole('link', { name: /^\d{6}-/ }).click()
    await expect(seller.getByRole('heading', { name: words.orderOf })).toBeVisible()
    for (const event of [words.choseEvent, words.cameIn]) await expect(seller.getByText(event)).toBeVisible()

    const secondPhone = await browser.newContext({ locale: words.locale, ...PHONE })
    const second = await secondPhone.newPage()
    await second.goto(url)
    await expect(second.getByRole('heading', { name: words.paidOnce })).toBeVisible()
    await expect(second.getByRole('radio')).toHaveCount(0)

    for (const { expectClean } of watches) expectClean()
    await Promise.all([laptop.close(), phone.close(), secondPhone.close()])
  })
}
