import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { PHONE, watch } from './support/browser-watch'
import { query } from './support/database'
import { startReceiver, type Receiver } from './support/receiver'
import { makeSeller, origin } from './support/seller'
import { inDays } from './support/sending'

/** Sending links to customers: the form, the worker, a real provider on this machine. The server under test has no mail server. */

let provider: Receiver
test.beforeAll(async () => {
  provider = await startReceiver()
})
test.afterAll(() => provider.close())

const WORDS = {
  id: {
    locale: 'id-ID', address: 'Alamat', secret: 'Kunci rahasia', save: 'Simpan', saved: 'Tersimpan', myNumber: 'Nomormu', test: 'Kirim SMS percobaan', taken: 'Penyedianya menerima. Cek ponselmu.',
    item: 'Nama barang', price: 'Harga', more: /Pilihan lain/, one: 'Pelanggan tertentu', first: 'Nama depan', phone: 'Nomor WhatsApp', email: 'Email', byEmail: 'Kirim lewat email', bySms: 'Kirim lewat SMS',
    needsEmail: 'Isi dulu email pelanggannya.', needsPhone: 'Isi dulu nomor pelanggannya.', badPhone: 'Nomor ini tidak bisa menerima SMS. Coba cek lagi.', later: 'Di waktu yang dipilih', at: 'Kirim pada', past: 'Waktu ini sudah lewat.',
    addNote: 'Tambah catatan', key: 'Nama catatan 1', value: 'Isi catatan 1', check: 'Cek lalu buat', review: 'Sudah benar semua?', schedule: 'Buat dan jadwalkan', details: 'Lihat detail', list: 'Kiriman link ini', scheduled: 'Terjadwal',
    change: 'Ubah waktu', saveTime: 'Simpan waktu', moved: 'Waktu barunya tersimpan.', sent: 'Terkirim', kept: 'Server email belum diatur, jadi ini hanya disimpan.', again: 'Kirim SMS lagi', failed: 'Gagal', why: 'Penyedianya menjawab dengan status 401.',
    edit: 'Ubah catatan', saveNotes: 'Simpan catatan', sign: /^Dikirim pada/, failedSign: 'Ada kiriman yang gagal', text: /^\[TEST\] Toko Melati: link pembayaran untuk Kerudung "voal" \\ motif, Rp 85\.000\. Bayar di sini: /,
  },
  en: {
    locale: 'en-GB', address: 'Address', secret: 'Secret', save: 'Save', saved: 'Saved', myNumber: 'Your number', test: 'Send test SMS', taken: 'The provider took it. Look at your phone.',
    item: 'Item name', price: 'Price', more: /More options/, one: 'A specific customer', first: 'First name', phone: 'WhatsApp number', email: 'E-mail', byEmail: 'Send by e-mail', bySms: 'Send by SMS',
    needsEmail: 'Fill in the customer’s e-mail first.', needsPhone: 'Fill in the customer’s number first.', badPhone: 'This number cannot get an SMS. Check it.', later: 'At a chosen time', at: 'Send on', past: 'This time has already passed.',
    addNote: 'Add a note', key: 'Name of note 1', value: 'Text of note 1', check: 'Check and create', review: 'Is everything right?', schedule: 'Create and schedule', details: 'See details', list: 'Messages of this link', scheduled: 'Scheduled',
    change: 'Change time', saveTime: 'Save time', moved: 'The new time is saved.', sent: 'Sent', kept: 'No mail server is set up, so this was only kept.', again: 'Send SMS again', failed: 'Failed', why: 'The provider answered with status 401.',
    edit: 'Edit notes', saveNotes: 'Save notes', sign: /^Goes out on/, failedSign: 'A message was not sent', text: /^\[TEST\] Toko Melati: payment link for Kerudung "voal" \\ motif, Rp 85\.000\. Pay here: /,
  },
} as const

for (const [language, words] of Object.entries(WORDS)) {
  test(`a seller sets up SMS, schedules a link, changes the time, and sees it arrive (${language})`, async ({ browser }) => {
    const context = await browser.newContext({ locale: words.locale, ...(language === 'id' && PHONE) })
    const watched = watch(context)
    const page = await context.newPage()
    const seller = await makeSeller('Toko Melati', language as 'id' | 'en')
    await seller.signIn(context)
    const own = `${provider.url}?shop=${seller.merchantId}`
    const arrived = () => provider.received.filter(({ body }) => body.includes(seller.merchantId)).map(({ headers, body }) => ({ key: headers.authorization, ...(JSON.parse(body) as { to: string; text: string }) }))

    await page.goto('/settings/sms')
    await page.getByLabel(words.address).fill(own)
    await page.getByRole('textbox', { name: /^(Body|Isi)$/ }).fill(`{"to":"{to}","text":"{text}","shop":"${seller.merchantId}"}`)
    await page.getByLabel(words.secret, { exact: true }).fill('RAHASIA')
    await page.getByRole('button', { name: words.save }).click()
    await page.getByLabel(words.myNumber).fill('0812 1111 2222')
    await page.getByRole('button', { name: words.test }).click()
    await expect(page.getByText(words.taken)).toBeVisible()
    expect(arrived()).toEqual([{ key: 'Bearer RAHASIA', to: '+6281211112222', text: expect.stringContaining('Toko Melati'), shop: seller.merchantId }])
    expect(await page.content()).not.toContain('RAHASIA')

    await page.goto('/links/new')
    await page.getByLabel(words.item).fill('Kerudung "voal" \\ motif')
    await page.getByLabel(words.price).fill('85000')
    await page.getByRole('button', { name: words.more }).click()
    await page.getByRole('switch', { name: words.one }).check()
    const [byEmail, bySms] = [page.getByRole('switch', { name: words.byEmail }), page.getByRole('switch', { name: words.bySms })]
    await expect(byEmail).toBeDisabled()
    await expect(bySms).toBeDisabled()
    await expect(page.getByText(words.needsEmail)).toBeVisible()
    await expect(page.getByText(words.needsPhone)).toBeVisible()
    await page.getByLabel(words.first).fill('Sari')
    await page.getByLabel(words.phone).fill('000000')
    await expect(page.getByText(words.badPhone)).toBeVisible()
    await page.getByLabel(words.phone).fill('0812-3456-7890')
    await page.getByLabel(words.email, { exact: true }).fill('sari@example.com')
    await expect(byEmail).toBeChecked()
    await bySms.check()
    await page.getByLabel(words.later).check()
    await page.getByRole('button', { name: words.addNote }).click()
    await page.getByLabel(words.key).fill('Kelas')
    await page.getByLabel(words.value).fill('RAHASIA XII B')
    // Left empty: no note.
    await page.getByRole('button', { name: words.addNote }).click()

    // A time that has passed is refused by the server, and everything typed is still there.
    await page.getByLabel(words.at).fill('2026-01-01T10:00')
    await page.getByRole('button', { name: words.check }).click()
    await page.getByRole('button', { name: words.schedule }).click()
    await expect(page.getByLabel(words.at)).toHaveAccessibleDescription(new RegExp(words.past))
    await page.getByLabel(words.at).fill(inDays(3))
    await page.getByRole('button', { name: words.check }).click()
    const review = page.getByRole('dialog', { name: words.review })
    for (const shown of ['sari@example.com', '+6281234567890', 'Kelas: RAHASIA XII B', 'Kerudung "voal"']) await expect(review.getByText(shown).first()).toBeVisible()
    expect(await query('SELECT 1 FROM links WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
    await review.getByRole('button', { name: words.schedule }).click()
    await expect(page).toHaveURL(/created=1/)

    await page.goto('/links')
    await expect(page.getByRole('img', { name: words.sign })).toBeVisible()
    await page.getByRole('link', { name: /^Kerudung/ }).click()
    const messages = page.getByRole('list', { name: words.list })
    await expect(messages.getByText(words.scheduled)).toHaveCount(2)
    await messages.getByRole('listitem').filter({ hasText: '+6281234567890' }).getByRole('button', { name: words.change }).click()
    await page.getByLabel(words.at).fill('2026-01-01T10:00')
    await page.getByRole('button', { name: words.saveTime }).click()
    await expect(page.getByLabel(words.at)).toHaveAccessibleDescription(new RegExp(words.past))
    await page.getByRole('dialog').locator('[aria-pressed=false]').first().click()
    await expect(page.getByLabel(words.at)).toHaveValue(/^20\d\d-/)
    await expect(page.getByLabel(words.at)).not.toHaveValue('2026-01-01T10:00')
    await page.getByLabel(words.at).fill(inDays(4))
    await page.getByRole('button', { name: words.saveTime }).click()
    await expect(page.getByText(words.moved)).toBeVisible()
    const days = "SELECT round(extract(epoch FROM scheduled_at - now()) / 86400)::int AS days FROM link_messages WHERE merchant_id = $1 ORDER BY days"
    expect(await query(days, [seller.merchantId])).toEqual([{ days: 3 }, { days: 4 }])
    expect(arrived()).toHaveLength(1)

    await comeDue(seller.merchantId)
    await page.reload()
    await expect(messages.getByText(words.sent, { exact: true })).toHaveCount(1, { timeout: 30_000 })
    await expect(messages.getByText(words.kept)).toBeVisible()
    const [link] = await query<{ slug: string }>('SELECT slug FROM links WHERE merchant_id = $1', [seller.merchantId])
    expect(arrived().slice(1)).toEqual([{ key: 'Bearer RAHASIA', to: '+6281234567890', text: expect.stringMatching(words.text), shop: seller.merchantId }])
    expect(arrived()[1]?.text).toContain(`${origin()}/p/${link?.slug}`)

    provider.answer(401)
    await page.getByRole('button', { name: words.again }).click()
    await expect(messages.getByText(words.why)).toBeVisible({ timeout: 30_000 })
    provider.answer(200)
    expect(arrived()).toHaveLength(3)

    await page.getByRole('button', { name: words.edit }).click()
    await page.getByLabel(words.value).fill('RAHASIA XII C')
    await page.getByRole('button', { name: words.saveNotes }).click()
    await expect(page.getByText('RAHASIA XII C')).toBeVisible()
    const customers = await (await fetch(`${origin()}/p/${link?.slug}`)).text()
    expect(customers).toContain('Kerudung')
    expect(customers).not.toContain('RAHASIA')
    await page.goto('/links')
    await expect(page.getByRole('img', { name: words.failedSign })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    watched.expectClean()
    await context.close()
  })
}

/** Brings every scheduled message of a shop, and the jobs that will see to it, to now, and waits for the worker. */
async function comeDue(merchantId: string): Promise<void> {
  await query("UPDATE link_messages SET scheduled_at = now() WHERE merchant_id = $1 AND state = 'scheduled'", [merchantId])
  await query("UPDATE pgboss.job SET start_after = now() WHERE name = 'link-message' AND state = 'created' AND data->>'messageId' IN (SELECT id::text FROM link_messages WHERE merchant_id = $1)", [merchantId])
  const waiting = () => query("SELECT 1 FROM link_messages WHERE merchant_id = $1 AND (state = 'scheduled' OR (state = 'pending' AND email_id IS NULL))", [merchantId])
  await expect.poll(waiting, { timeout: 30_000 }).toEqual([])
}

test('a link that is closed when its message comes due is not sent, and says why; one that is cancelled stays so', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const customer = { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '0812-3456-7890', notes: '' }
  const link = await makeLink(seller, { customer, sending: { email: true, sms: true, at: inDays(1) } })
  await page.goto(`/links/${link.id}`)
  const messages = page.getByRole('list', { name: 'Messages of this link' })
  await messages.getByRole('listitem').filter({ hasText: 'SMS' }).getByRole('button', { name: 'Cancel sending' }).click()
  await expect(messages.getByText('Cancelled')).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('The link is closed, so it cannot be sent.')).toBeVisible()
  await comeDue(seller.merchantId)
  await page.reload()
  await expect(messages.getByText('The link was paused.')).toBeVisible()
  expect(await query('SELECT 1 FROM email_messages WHERE link_id = $1', [link.id])).toEqual([])
})

test('whoever wants to look first sees everything, and goes back without losing a word; nobody else gains a step', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/links/new')
  await page.getByLabel('Item name').fill('Kerudung')
  await page.getByLabel('Price').fill('85000')
  await page.getByRole('button', { name: /More options/ }).click()
  await page.getByRole('switch', { name: 'Let me check everything first' }).check()
  await page.getByRole('button', { name: 'Check and create' }).click()
  const review = page.getByRole('dialog', { name: 'Is everything right?' })
  await expect(review.getByText('Nothing is sent. You share the link yourself.')).toBeVisible()
  await review.getByRole('button', { name: 'Go back and change' }).click()
  await expect(page.getByLabel('Item name')).toHaveValue('Kerudung')
  await page.getByRole('switch', { name: 'Let me check everything first' }).uncheck()
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page).toHaveURL(/created=1/)
  expect(await query('SELECT 1 FROM link_messages WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
})
