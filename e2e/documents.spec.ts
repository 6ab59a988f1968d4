import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { callAction, makeLink } from './support/actions'
import { order } from './support/customer'
import { query } from './support/database'
import { emailOf } from './support/email'
import { place } from './support/placed-order'
import { makeSeller, origin, type Seller } from './support/seller'

/** Receipts and invoices as files, and the shop's own words in letters. */

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

const get = async (path: string, cookie = '') => {
  const response = await fetch(origin() + path, { headers: { cookie } })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [locale, words] of Object.entries({
    en: { invoice: 'Save invoice', receipt: 'Save receipt', unpaid: 'Not paid yet', paid: 'Paid Rp 85.000', title: 'Receipt' },
    id: { invoice: 'Simpan invoice', receipt: 'Simpan bukti', unpaid: 'Belum dibayar', paid: 'Dibayar Rp 85.000', title: 'Kuitansi' },
  })) {
    test(`a customer keeps the invoice, pays, and keeps the receipt (${locale})`, async ({ page }) => {
      const seller = await makeSeller('Toko Melati')
      const { address } = await place(seller)
      const saved = async (name: string) => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
        return { name: download.suggestedFilename(), text: await textOf(await readFile(await download.path())) }
      }
      await page.goto(`${address}?lang=${locale}`)
      const invoice = await saved(words.invoice)
      expect(invoice.name).toMatch(/^invoice-[\w-]+\.pdf$/)
      expect(invoice.text).toContain(words.unpaid)
      await page.locator('button[value=settle]').click()
      const receipt = await saved(words.receipt)
      expect(receipt.name).toMatch(/^receipt-[\w-]+\.pdf$/)
      for (const said of [words.title, words.paid, 'Toko Melati', 'Sari Wulandari', 'Kerudung voal motif']) expect(receipt.text).toContain(said)
      // An old address: what is paid has no invoice any more.
      expect((await page.goto(`${address}/invoice.pdf`))?.status()).toBe(404)
    })
  }
})

test("papers are for whoever has the order's address and for its own seller; for others they are not there", async ({ context, page }) => {
  const [seller, stranger] = [await makeSeller('Toko Melati'), await makeSeller('Toko Mawar')]
  const paid = await place(seller, { news: ['settle'] })
  const link = await makeLink(seller, { customer: { firstName: 'Sari', lastName: '', email: '', phone: '0812-3456-7890', notes: '' } })
  const pages = [`/orders/${paid.id}/document.pdf?kind=receipt`, `/links/${link.id}/invoice.pdf`]
  for (const path of pages) {
    const { response, bytes } = await get(path, seller.cookie)
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options'), response.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'nosniff', 'private, no-store'])
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="(receipt|invoice)-[\w-]+\.pdf"$/)
    expect(bytes.length).toBeLessThan(200_000)
    for (const cookie of [stranger.cookie, '', `${seller.cookie}; mode=live`]) expect((await get(path, cookie)).response.status, path).toBe(404)
  }
  for (const path of [`/orders/${paid.id}/document.pdf?kind=invoice`, `/orders/${paid.id}/document.pdf?kind=x`, `/orders/${paid.id}/document.pdf?kind=receipt&lang=xx`, '/orders/x/document.pdf?kind=receipt', `/links/${paid.linkId}/invoice.pdf`, '/links/%00/invoice.pdf']) {
    expect((await get(path, seller.cookie)).response.status, path).toBe(404)
  }
  const other = await place(stranger, { news: ['settle'] })
  const token = other.address.split('/').at(-1)
  for (const path of [`/p/${paid.slug}/${token}/receipt.pdf`, `/p/${paid.slug}/${'a'.repeat(22)}/receipt.pdf`, `/p/${paid.slug}/x/receipt.pdf`, `/p/${paid.slug}/%00/receipt.pdf`]) expect((await get(path)).response.status, path).toBe(404)

  await seller.signIn(context)
  await page.goto(`/orders/${paid.id}`)
  await expect(page.getByRole('link', { name: 'Receipt (PDF)' })).toHaveAttribute('href', pages[0] ?? '')
  await page.goto(`/links/${link.id}`)
  await expect(page.getByRole('link', { name: 'Invoice (PDF)' })).toHaveAttribute('href', pages[1] ?? '')
  await page.goto(`/links/${paid.linkId}`)
  await expect(page.getByRole('link', { name: 'Invoice (PDF)' })).toHaveCount(0)
})

for (const [locale, words] of Object.entries({
  en: { receipt: 'Receipt (PDF)', invoice: 'Invoice (PDF)', save: 'Save receipt', late: ['Receipt', 'Paid late', 'The shop decides'], closed: ['Invoice', 'Expired', 'do not pay it'] },
  id: { receipt: 'Kuitansi (PDF)', invoice: 'Invoice (PDF)', save: 'Simpan bukti', late: ['Kuitansi', 'Dibayar terlambat', 'Toko memutuskan'], closed: ['Invoice', 'Kedaluwarsa', 'jangan dibayar'] },
})) {
  test(`an order that was paid late has a receipt that says so, an expired one an invoice that asks for nothing (${locale})`, async ({ context, page }) => {
    const seller = await makeSeller('Toko Melati', locale === 'en' ? 'en' : 'id')
    await seller.signIn(context)
    const [late, expired] = [await place(seller, { news: ['expire', 'settle'] }), await place(seller, { news: ['expire'] })]
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
      return await textOf(await readFile(await download.path()))
    }
    for (const [id, name, said] of [[late.id, words.receipt, words.late], [expired.id, words.invoice, words.closed]] as const) {
      await page.goto(`/orders/${id}`)
      // Drawn in the customer's language, which is not always the seller's.
      await page.getByRole('link', { name }).evaluate((link: HTMLAnchorElement, lang) => { link.href += `&lang=${lang}` }, locale)
      const text = await saved(name)
      for (const part of said) expect(text).toContain(part)
    }
    await page.goto(`${late.address}?lang=${locale}`)
    expect(await saved(words.save)).toContain(words.late[1])
  })
}

test('a receipt tells what went back, who sent it, and order details say what the customer was told', async ({ context, page }) => {
  const seller = await makeSeller('Toko Melati')
  await seller.signIn(context)
  const paid = await place(seller, { news: ['settle'] })
  await page.goto(`/orders/${paid.id}`)
  await page.getByRole('button', { name: 'Refund' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('20000')
  await dialog.getByLabel('Reason').fill('Satu barang kosong')
  await dialog.getByRole('button', { name: /^(Send|Write down)/ }).click()
  const refund = page.getByRole('list', { name: 'Refunds' }).getByRole('listitem')
  await expect(refund).toContainText(`by ${seller.email}`)
  await expect(refund).toContainText('Satu barang kosong')
  await expect(refund).toContainText(/no mail server is set up/, { timeout: 20_000 })
  await expect(page.getByText('Can still be refunded').locator('..')).toContainText(/Rp\s65\.000/)
  const { bytes } = await get(`/orders/${paid.id}/document.pdf?kind=receipt&lang=en`, seller.cookie)
  const text = await textOf(bytes)
  for (const said of ['Partly refunded', 'by the shop · Satu barang kosong', '-Rp 20.000', 'Paid and not sent back Rp 65.000']) expect(text).toContain(said)
})

const letterOf = async (linkId: string) => (await query<{ subject: string; html: string }>('SELECT subject, html FROM email_messages WHERE id = $1', [await emailOf(linkId, 'paymentInstructions')]))[0]

for (const [locale, words] of Object.entries({
  en: { letter: 'How to pay', greeting: 'Your words at the beginning', subject: 'Subject', order: 'Put in: Order ID', save: 'Save', saved: 'Saved. The next letter says it.', reset: 'Back to our words', resetDone: 'Our words again.', off: 'Send this letter to customers', unknown: 'A word in braces', name: 'Sender name', kept: 'Saved' },
  id: { letter: 'Cara bayar', greeting: 'Kata-katamu di awal', subject: 'Subjek', order: 'Sisipkan: ID pesanan', save: 'Simpan', saved: 'Tersimpan. Surat berikutnya memakainya.', reset: 'Kembali ke kata-kata kami', resetDone: 'Kata-kata kami lagi.', off: 'Kirim surat ini ke pelanggan', unknown: 'Ada kata dalam kurung', name: 'Nama pengirim', kept: 'Tersimpan' },
})) {
  test(`a seller writes own words into a letter, sees it as it will be, and switches it off (${locale})`, async ({ context, page }) => {
    const seller: Seller = await makeSeller('Toko Melati', locale === 'en' ? 'en' : 'id')
    await seller.signIn(context)
    await page.goto('/settings/letters')
    const sender = page.locator('form').filter({ has: page.getByLabel(words.name) })
    await sender.getByLabel(words.name).fill('Melati CS')
    await sender.getByRole('button', { name: words.save }).click()
    await expect(sender.getByRole('status')).toHaveText(words.kept)

    await page.getByRole('button', { name: words.letter, exact: true }).click()
    const shown = page.locator('form:visible').filter({ has: page.getByLabel(words.greeting) })
    await shown.getByLabel(words.greeting).fill('Halo {nama}')
    await shown.getByRole('button', { name: words.save }).click()
    await expect(shown.getByRole('alert')).toContainText(words.unknown)
    await shown.getByLabel(words.greeting).fill('Halo Kak, pesanan ')
    await shown.getByRole('button', { name: words.order }).click()
    await expect(shown.getByLabel(words.greeting)).toHaveValue('Halo Kak, pesanan {order}')
    await shown.getByLabel(words.subject).fill('<b>Yuk</b> bayar {amount}')
    const preview = page.locator('iframe:visible')
    await expect(preview).toHaveAttribute('title', /<b>Yuk<\/b> bayar Rp\s85\.000/)
    await expect(preview.contentFrame().getByText('Halo Kak, pesanan INV-1042-1763600000000')).toBeVisible()
    await shown.getByRole('button', { name: words.save }).click()
    await expect(shown.getByRole('status')).toHaveText(words.saved)

    const first = await makeLink(seller)
    await order(first.slug)
    const letter = await letterOf(first.id)
    expect(letter?.subject).toMatch(/^\[TEST\] <b>Yuk<\/b> bayar Rp\s85\.000$/)
    expect(letter?.html).toMatch(/Halo Kak, pesanan [\w-]+-\d{13}</)
    expect(letter?.html).not.toContain('<b>Yuk')

    await shown.getByRole('button', { name: words.reset }).click()
    await expect(shown.getByRole('status')).toHaveText(words.resetDone)
    await page.getByRole('switch', { name: words.off }).and(page.locator(':visible')).click()
    await expect.poll(async () => (await query('SELECT muted_letters FROM merchants WHERE id = $1', [seller.merchantId]))[0]).toEqual({ muted_letters: ['paymentInstructions'] })
  })
}

test('a preview is never kept and never sent', async () => {
  const seller = await makeSeller()
  const { result } = await callAction('previewLetterAction', { letter: 'receipt', locale: 'en', subject: 'Hi', greeting: 'Hello', closing: '' }, seller)
  expect((result?.value as { subject: string }).subject).toBe('Hi')
  expect(await query('SELECT id FROM email_messages WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
  expect(await query('SELECT letter FROM letter_texts WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
})
