import { expect, test, type Locator, type Page } from '@playwright/test'
import { callAction, makeLink } from './support/actions'
import { history, place } from './support/placed-order'
import { query } from './support/database'
import { hostileTexts } from './support/hostile'
import { makeSeller, origin } from './support/seller'

/** Where a link to WhatsApp leads: to whom, and with which words. */
async function whatsappOf(link: Locator): Promise<{ number: string; text: string }> {
  const url = new URL((await link.getAttribute('href')) ?? '')
  expect(url.origin).toBe('https://wa.me')
  return { number: url.pathname.slice(1), text: url.searchParams.get('text') ?? '' }
}

const noBreak = (text: string) => text.replaceAll('\u00a0', ' ')

const SCREENS = {
  en: {
    tab: 'Messages', text: 'Text', save: 'Save', saved: 'Saved', back: 'Back to the original', isBack: 'The original text is back.', insert: "Put in: Customer's name", preview: 'How it looks in WhatsApp',
    did: 'Did you mean {name}?', list: 'Send Kerudung voal motif on WhatsApp', language: 'English',
  },
  id: {
    tab: 'Pesan', text: 'Teks', save: 'Simpan', saved: 'Tersimpan', back: 'Kembali ke teks asli', isBack: 'Teks aslinya sudah kembali.', insert: 'Sisipkan: Nama pembeli', preview: 'Tampilannya di WhatsApp',
    did: 'Maksudnya {name}?', list: 'Kirim Kerudung voal motif lewat WhatsApp', language: 'Bahasa Indonesia',
  },
} as const

for (const locale of ['id', 'en'] as const) {
  const words = SCREENS[locale]

  test(`a seller writes the offer in their own words, and every link is sent with them (${locale})`, async ({ context, page }) => {
    const seller = await makeSeller('Toko Melati', locale)
    await seller.signIn(context)
    const link = await makeLink(seller, { customer: { firstName: 'Dewi', lastName: '', email: '', phone: '0812-3456-7890', notes: '' } })
    await page.goto('/settings')
    await page.getByRole('link', { name: words.tab, exact: true }).click()
    const text = page.getByRole('textbox', { name: words.text })
    const preview = page.getByRole('region', { name: words.preview })
    await expect(preview).toContainText('Sari')

    await text.fill('Hai {nama}!\n{link}')
    await expect(page.getByText(words.did)).toBeVisible()
    await page.getByRole('button', { name: words.save }).click()
    await expect(page.getByRole('alert').filter({ hasText: words.did })).toBeVisible()
    await expect(page.getByText(words.did)).toHaveCount(1)
    expect(await query('SELECT 1 FROM message_templates WHERE merchant_id = $1', [seller.merchantId])).toEqual([])

    await text.fill('Hai ')
    await page.getByRole('button', { name: words.insert }).click()
    await page.keyboard.type('! *{item}* di _{shop}_\n{link}')
    await expect(text).toHaveValue('Hai {name}! *{item}* di _{shop}_\n{link}')
    await expect(preview).toContainText('Hai Sari! Kerudung voal motif di Toko Melati'.replace('Kerudung voal motif', locale === 'en' ? 'Floral voile scarf' : 'Kerudung voal motif'))
    await expect(preview.getByText('Toko Melati')).toHaveCSS('font-style', 'italic')
    await page.getByRole('button', { name: words.save }).click()
    await expect(page.getByText(words.saved)).toBeVisible()

    // Without a reload: the frame around the pages knows it too.
    await page.locator('nav').getByRole('link', { name: /^Links?$/ }).first().click()
    const button = page.getByRole('link', { name: words.list })
    await expect(async () => expect(await whatsappOf(button)).toEqual({ number: '6281234567890', text: `Hai Dewi! *Kerudung voal motif* di _Toko Melati_\n${origin()}/p/${link.slug}` })).toPass()
    await page.goto(`/links/${link.id}`)
    expect((await whatsappOf(page.getByRole('link', { name: 'WhatsApp' }))).text).toContain('Hai Dewi! *Kerudung voal motif*')

    await page.goto('/settings/messages')
    await page.getByRole('button', { name: words.back }).click()
    await expect(page.getByText(words.isBack)).toBeVisible()
    expect(await query('SELECT 1 FROM message_templates WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
    await page.goto('/links')
    const { text: ours } = await whatsappOf(button)
    expect(noBreak(ours)).toContain(`Kerudung voal motif, *Rp 85.000*\n\n${origin()}/p/${link.slug}`)
  })
}

test('a link for anybody opens the contact picker, and says when it ends', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const link = await makeLink(seller)
  await page.goto('/links')
  const button = page.getByRole('link', { name: 'Send Kerudung voal motif on WhatsApp' })
  expect(await whatsappOf(button)).toMatchObject({ number: '', text: expect.stringMatching(/^Hi! Here is the payment link from Toko Melati:\n/) as unknown })
  expect((await whatsappOf(button)).text).not.toContain('Open until')
  await query("UPDATE links SET expires_at = '2030-01-02T05:00:00Z' WHERE id = $1", [link.id])
  await page.reload()
  expect((await whatsappOf(button)).text).toContain('Open until 2 Jan 2030, 12:00 WIB.')
})

test('an order is reminded, thanked and told of its shipping, in the language that its customer read', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const waiting = await place(seller)
  const paid = await place(seller, { news: ['settle'] })
  // The shop reads English, its customers ordered in Indonesian.
  await query("UPDATE orders SET locale = 'id' WHERE merchant_id = $1", [seller.merchantId])
  await page.goto('/orders')
  const remind = page.getByRole('link', { name: 'Remind Sari Wulandari on WhatsApp' }).filter({ visible: true })
  const reminder = await whatsappOf(remind)
  expect(reminder.number).toBe('6281234567890')
  expect(noBreak(reminder.text)).toContain('Halo Sari Wulandari, pesananmu di Toko Melati belum dibayar ya:\nKerudung voal motif, *Rp 85.000*')
  expect(reminder.text.split('\n')).toContain(`${origin()}${waiting.address}`)

  await page.goto(`/orders/${paid.id}`)
  expect((await whatsappOf(page.getByRole('link', { name: 'Say thanks' }))).text).toContain('pembayarannya sudah kami terima')
  await page.getByRole('button', { name: 'Shipped' }).click()
  await expect(page.getByText('Marked as shipped.')).toBeVisible()
  await expect(history(page)).toContainText('You marked it as shipped')
  expect((await whatsappOf(page.getByRole('link', { name: 'Say it is shipped' }))).text).toContain('pesanannya sudah dikirim ya')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(history(page)).toContainText('Not shipped after all')
  await expect(page.getByRole('link', { name: 'Say thanks' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Shipped' })).toBeVisible()
  expect(await query('SELECT type FROM order_events WHERE order_id = $1 ORDER BY id', [paid.id])).toEqual(['placed', 'settle', 'ship', 'unship'].map((type) => ({ type })))

  const cancelled = await place(seller, { news: ['deny'] })
  await page.goto(`/orders/${cancelled.id}`)
  await expect(page.getByRole('link', { name: 'WhatsApp', exact: true })).toHaveAttribute('href', 'https://wa.me/6281234567890')
  await expect(page.getByRole('link', { name: /Remind|Say/ })).toHaveCount(0)
})

test('whatever a message is made of is refused with words or kept exactly', async () => {
  const seller = await makeSeller()
  for (const [name, body] of hostileTexts) {
    const { result } = await callAction('saveMessageAction', { kind: 'remind', locale: 'id', body }, seller)
    const [row] = await query<{ body: string }>("SELECT body FROM message_templates WHERE merchant_id = $1 AND kind = 'remind'", [seller.merchantId])
    if (result?.ok) expect(row?.body, name).toBe(body.trim().replaceAll('\r\n', '\n'))
    else expect(Object.keys(result?.error?.fields ?? {}), name).toEqual(['body'])
  }
  expect((await fetch(`${origin()}/settings/messages`, { headers: { cookie: seller.cookie } })).status).toBe(200)
})

const CHAT = 'Nama: Sari Wulandari / alamat: Jl. Melati 5 / 2 kaos M @75rb, 1 topi 50.000 / ongkir 15k / total 250rb / besok jam 10.30 / 0812-3456-7890'

for (const [locale, words] of Object.entries({
  en: { paste: 'Paste the chat', label: 'The order as your buyer wrote it', fill: 'Fill in the form', check: 'Please check it below', wrong: 'The chat says Rp 250.000 in total, but this comes to Rp 215.000.', not: 'Not understood', undo: 'Undo', item: /^Item name/, create: 'Create link', ready: 'Your link is ready to share', phone: 'Phone' },
  id: { paste: 'Tempel chat', label: 'Pesanan seperti yang ditulis pembeli', fill: 'Isi formulir', check: 'Tolong cek lagi', wrong: 'Di chat totalnya Rp 250.000, tapi hitungannya Rp 215.000.', not: 'Tidak terbaca', undo: 'Urungkan', item: /^Nama barang/, create: 'Buat link', ready: 'Link siap dibagikan', phone: 'Telepon' },
})) {
  test(`a chat fills the form, and nothing of it leaves the browser before the seller sends it (${locale})`, async ({ context, page }) => {
    const seller = await makeSeller('Toko Melati', locale as 'id' | 'en')
    await seller.signIn(context)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/links/new')
    await page.getByRole('button', { name: words.paste }).click()
    await page.getByLabel(words.label).fill(CHAT)
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.getByRole('button', { name: words.fill }).click()
    await expect(page.getByText(words.check)).toBeVisible()
    const said = page.getByRole('status').filter({ hasText: words.check })
    expect(noBreak((await said.textContent()) ?? '')).toContain(words.wrong)
    await expect(said).toContainText(words.not)
    await expect(said.getByRole('listitem')).toHaveText(['besok jam 10.30'])
    await expect(page.getByLabel(words.item)).toHaveCount(3)
    await expect(page.getByLabel(words.item).first()).toHaveValue('kaos M')
    expect(sent.filter((request) => /kaos|Melati%205|Melati 5|75rb/.test(request))).toEqual([])

    await page.getByRole('button', { name: words.undo }).click()
    await expect(page.getByLabel(words.item)).toHaveCount(1)
    await expect(page.getByLabel(words.item)).toHaveValue('')
    await page.getByRole('button', { name: words.fill }).click()
    // What was filled in survives a reload, as what was typed does.
    await page.reload()
    await expect(page.getByLabel(words.item)).toHaveCount(3)
    await page.getByRole('button', { name: words.create }).click()
    await expect(page.getByRole('heading', { name: words.ready })).toBeVisible()
    const [row] = await query('SELECT amount::int, items, customer FROM links WHERE merchant_id = $1', [seller.merchantId])
    expect(row).toMatchObject({
      amount: 215_000,
      items: [{ name: 'kaos M', price: 75_000, quantity: 2 }, { name: 'topi', price: 50_000, quantity: 1 }, { price: 15_000, quantity: 1 }],
      customer: { firstName: 'Sari', lastName: 'Wulandari', phone: '0812-3456-7890', notes: 'Jl. Melati 5' },
    })
  })
}

const section = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })

for (const [locale, words] of Object.entries({
  en: { link: 'Daily recap', paid: 'Paid', unpaid: 'Not paid yet', toPack: 'To pack', ship: 'Mark the order of Budi as shipped', packed: 'Everything that was paid is on its way.', undo: 'Undo', before: 'The day before', none: 'No money came in on this day.' },
  id: { link: 'Rekap harian', paid: 'Lunas', unpaid: 'Belum bayar', toPack: 'Perlu dikemas', ship: 'Tandai pesanan Budi sudah dikirim', packed: 'Semua yang lunas sudah dikirim.', undo: 'Urungkan', before: 'Hari sebelumnya', none: 'Belum ada uang masuk di hari ini.' },
})) {
  test(`a day is told in three lists and one text, and packed from there (${locale})`, async ({ context, page }) => {
    const seller = await makeSeller('Toko Melati', locale as 'id' | 'en')
    await seller.signIn(context)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const waiting = await place(seller)
    const paid = await place(seller, { news: ['settle'] })
    await query("UPDATE orders SET customer_name = 'Budi' WHERE id = $1", [paid.id])
    await query("UPDATE orders SET customer_name = 'Rina' WHERE id = $1", [waiting.id])
    await page.goto('/orders')
    await page.getByRole('link', { name: words.link }).click()
    await expect(section(page, words.paid)).toContainText('Budi')
    await expect(section(page, words.unpaid)).toContainText('Rina')
    await expect(section(page, words.toPack)).toContainText('1× Kerudung voal motif')
    const share = await whatsappOf(page.getByRole('link', { name: 'WhatsApp' }))
    expect(share.number).toBe('')
    expect(noBreak(share.text)).toContain(`*${words.paid}: 1 · Rp 85.000*\n- Budi · Kerudung voal motif · Rp 85.000\n\n*${words.unpaid}: 1 · Rp 85.000*\n- Rina · Kerudung voal motif · Rp 85.000\n\n*${words.toPack}: 1 · Rp 85.000*\n- Budi · 1× Kerudung voal motif`)
    await page.getByRole('button', { name: /^(Copy text|Salin teks)$/ }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(share.text)

    await page.getByRole('button', { name: words.ship }).click()
    await expect(section(page, words.toPack)).toContainText(words.packed)
    await page.getByRole('button', { name: words.undo }).click()
    await expect(section(page, words.toPack)).toContainText('Budi')
    await page.getByRole('link', { name: words.before }).click()
    await expect(section(page, words.paid)).toContainText(words.none)
  })
}
