import { expect, test } from '@playwright/test'
import { callAction, makeLink } from './support/actions'
import { submit } from './support/customer'
import { badge, countersOf, history, place, placeOn, statusOf } from './support/placed-order'
import { makeSeller, origin, type Seller } from './support/seller'

/** What becomes of an order after its customer chose how to pay, as both sides see it. */

let seller: Seller

test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

test('a card that was only reserved is charged by the seller, and the open page of the customer becomes the receipt', async ({ page, browser }) => {
  const placed = await place(seller, { method: 'credit_card' })
  const phone = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } })).newPage()
  // What the browser would hold that had placed the order.
  await phone.context().addCookies([{ name: 'order', value: placed.address.split('/').at(-1) ?? '', url: `${origin()}/p/${placed.slug}` }])
  await phone.goto(placed.address)
  await phone.getByRole('button', { name: 'Only reserve it on the card' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: 'Reserved on your card' })).toBeVisible()
  expect(await countersOf(placed)).toEqual({ held: 1, used: 0 })
  // Opening the link again leads back to it instead of asking for a second payment.
  await phone.goto(`/p/${placed.slug}`)
  await expect(phone.getByRole('heading', { level: 1, name: 'Reserved on your card' })).toBeVisible()

  await page.goto('/orders')
  await page.getByRole('button', { name: 'Needs action' }).click()
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Reserved on the customer’s card' })).toBeVisible()
  await page.getByRole('button', { name: 'Charge now' }).click()
  await expect(page.getByText('The card was charged.')).toBeVisible()
  await expect(badge(page, 'Paid')).toBeVisible()
  await expect(history(page)).toContainText(/The card was chargedReserved → ?becomes Paid ?You/)
  expect(await countersOf(placed)).toEqual({ held: 0, used: 1 })
  await expect(phone.getByRole('heading', { level: 1, name: 'Payment received' })).toBeAttached({ timeout: 30_000 })
})

test('a reserved amount can be released, which frees the place; only the shop can do it', async ({ page }) => {
  const placed = await place(seller, { method: 'credit_card', news: ['authorize'], link: { usageLimit: '1' } })
  await submit(`${placed.address}/other-method`, {})
  expect(await statusOf(placed)).toBe('authorized')
  await page.goto(`/orders/${placed.id}`)
  await page.getByRole('button', { name: 'Release' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Release' }).click()
  await expect(page.getByText('The amount is released.')).toBeVisible()
  await expect(page.getByText('no money came in, so nothing is left to do')).toBeVisible()
  expect(await countersOf(placed)).toEqual({ held: 0, used: 0 })
})

test('nothing but a card can be reserved', async () => {
  const placed = await place(seller, { news: ['authorize'] })
  expect(await statusOf(placed)).toBe('pending')
})

const LATE = {
  en: { over: 'The time to pay is over', button: 'The bank sends the money late', late: 'Your money arrived late', again: 'Please do not pay again.', task: 'The money came after the order was over',
    accept: 'Accept', done: 'The payment is accepted.', paid: 'Paid', event: 'Late payment accepted', receipt: 'Payment received' },
  id: { over: 'Waktu bayar habis', button: 'Bank mengirim uangnya terlambat', late: 'Uang masuk terlambat', again: 'Mohon jangan bayar lagi.', task: 'Uang masuk setelah pesanan berakhir',
    accept: 'Terima', done: 'Pembayarannya diterima.', paid: 'Lunas', event: 'Pembayaran terlambat diterima', receipt: 'Pembayaran diterima' },
} as const

for (const language of ['en', 'id'] as const) {
  const words = LATE[language]
  test(`money that comes late is told to both sides, and the seller takes it while there is a place (${language})`, async ({ page, context, browser }) => {
    await seller.signIn(context, language)
    const placed = await place(seller, { news: ['expire'] })
    const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
    await phone.goto(`${placed.address}?lang=${language}`)
    await expect(phone.getByRole('heading', { level: 1, name: words.over })).toBeVisible()
    await phone.getByRole('button', { name: words.button }).click()
    await expect(phone.getByRole('heading', { level: 1, name: words.late })).toBeVisible()
    await expect(phone.getByText(words.again)).toBeVisible()
    await expect(phone.getByRole('link', { name: /Toko Melati/ })).toHaveAttribute('href', /wa\.me\/62812.*E2E-/)
    expect(await countersOf(placed)).toEqual({ held: 0, used: 0 })

    await page.goto(`/orders/${placed.id}`)
    await expect(page.getByRole('region', { name: words.task })).toBeVisible()
    await page.getByRole('button', { name: words.accept, exact: true }).click()
    await expect(page.getByText(words.done)).toBeVisible()
    await expect(badge(page, words.paid)).toBeVisible()
    await expect(history(page)).toContainText(words.event)
    expect(await countersOf(placed)).toEqual({ held: 0, used: 1 })
    await phone.reload()
    await expect(phone.getByRole('heading', { level: 1, name: words.receipt })).toBeAttached()
  })
}

test('late money whose place was sold cannot be accepted, with a sentence that says so, and is sent back by hand', async ({ page }) => {
  const link = await makeLink(seller)
  const late = await placeOn(link, { news: ['expire'] })
  await placeOn(link, { news: ['settle'], name: 'Dewi' })
  await submit(`${late.address}/simulate`, { news: 'settle' })
  await page.goto(`/orders/${late.id}`)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('The link has no place left for this order.', { exact: false })).toBeVisible()
  expect(await statusOf(late)).toBe('paid_late')

  await page.getByRole('button', { name: 'Refund' }).click()
  const dialog = page.getByRole('dialog', { name: 'Refund Sari Wulandari' })
  // A virtual account sends nothing back.
  await expect(dialog.getByText('BCA Virtual Account cannot send money back', { exact: false })).toBeVisible()
  await expect(dialog.getByRole('radio')).toHaveCount(0)
  await expect(dialog.getByLabel('Amount')).toHaveValue('85.000')
  await dialog.getByRole('button', { name: 'Write down' }).click()
  await expect(dialog.getByText('Fill this in.')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Stok habis')
  await dialog.getByRole('button', { name: 'Write down' }).click()
  await expect(page.getByText('The refund is written down.')).toBeVisible()
  await expect(page.getByText('All of this order’s money was already sent back', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Refund' })).toHaveCount(0)
  await expect(history(page)).toContainText(/Rp\s85\.000 sent backPaid late → ?becomes RefundedStok habis ?You/)
})

for (const [language, words] of Object.entries({
  en: { cancel: 'Cancel order', sentence: 'This order was already paid, so it can only be refunded.' },
  id: { cancel: 'Batalkan pesanan', sentence: 'Pesanan ini sudah dibayar, jadi hanya bisa dikembalikan dananya.' },
} as const)) {
  test(`cancelling an order that was paid in that moment is answered with the reason (${language})`, async ({ page, context }) => {
    await seller.signIn(context, language as 'en' | 'id')
    const placed = await place(seller)
    await page.goto(`/orders/${placed.id}`)
    await page.getByRole('button', { name: words.cancel }).click()
    await submit(`${placed.address}/simulate`, { news: 'settle' })
    await page.getByRole('alertdialog').getByRole('button', { name: words.cancel }).click()
    await expect(page.locator('[data-sonner-toast]').getByText(words.sentence)).toBeVisible()
    expect(await statusOf(placed)).toBe('paid')
  })
}

test('every decision that does not fit an order is refused with a sentence of its own', async () => {
  const stages = { pending: [], authorized: ['authorize'], paid: ['settle'], paid_late: ['expire', 'settle'], denied: ['deny'], expired: ['expire'] }
  for (const [status, news] of Object.entries(stages)) {
    const placed = await place(seller, { method: 'credit_card', news })
    for (const action of ['cancelOrderAction', 'acceptOrderAction', 'captureOrderAction']) {
      const before = await statusOf(placed)
      expect(before, action).toBe(status)
      const fits = { cancelOrderAction: ['pending', 'authorized'], acceptOrderAction: ['paid_late', 'paid'], captureOrderAction: ['authorized', 'paid'] }[action] ?? []
      if (fits.includes(status)) continue
      const { result } = await callAction(action, { id: placed.id }, seller)
      expect(result, `${action} on ${status}`).toEqual({ ok: false, error: { kind: 'conflict', message: `orderIs.${status}` } })
      expect(await statusOf(placed)).toBe(before)
    }
  }
})

test('five views hold all nine statuses', async ({ page }) => {
  const link = await makeLink(seller, { usageLimit: '20' })
  const made = { Menunggu: [[]], Kartu: [['authorize']], Lunas: [['settle']], Telat: [['expire', 'settle']], Tolak: [['deny']], Habis: [['expire']] } as const
  for (const [name, [news]] of Object.entries(made)) await placeOn(link, { method: 'credit_card', name, news: [...news] })
  const refunded = await placeOn(link, { method: 'credit_card', name: 'Kembali', news: ['settle'] })
  await callAction('refundOrderAction', { orderId: refunded.id, refundKey: 'R-1', amount: '85.000', reason: 'Batal', channel: 'rail' }, seller)
  await page.goto('/orders')
  const rows = page.getByRole('table').getByRole('row').filter({ has: page.getByRole('cell') })
  await expect(rows).toHaveCount(7)
  for (const [view, names] of [['Waiting', ['Menunggu']], ['Needs action', ['Telat', 'Kartu']], ['Paid', ['Lunas']], ['Refunded', ['Kembali']], ['Not completed', ['Habis', 'Tolak']]] as const) {
    await page.getByRole('group', { name: 'Status' }).getByRole('button', { name: view }).click()
    await expect(rows).toHaveCount(names.length)
    for (const name of names) await expect(rows.filter({ hasText: name })).toHaveCount(1)
  }
  // A single status in a shared address shows that one, under its view.
  await page.goto('/orders?status=denied')
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Not completed' })).toHaveAttribute('aria-pressed', 'true')
})
