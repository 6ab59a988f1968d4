import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { callAction, makeLink } from './support/actions'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

/** What becomes of an order after its customer chose how to pay, as both sides see it. */

let seller: Seller

test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

type Placed = { id: string; address: string; linkId: string; slug: string }

/** An order that went through `news`, one after the other. */
async function place({ method = 'bca_va', news = [], link = {} }: { method?: string; news?: string[]; link?: Record<string, unknown> } = {}): Promise<Placed> {
  const made = await makeLink(seller, { usageLimit: '3', ...link })
  return await placeOn(made, { method, news })
}

async function placeOn({ id: linkId, slug }: { id: string; slug: string }, { method = 'bca_va', news = [] as string[], name = 'Sari Wulandari' } = {}): Promise<Placed> {
  const { location: address } = await order(slug, { method, name })
  for (const what of news) await submit(`${address}/simulate`, { news: what })
  const [row] = await query<{ id: string }>('SELECT id FROM orders WHERE token = $1', [address.split('/').at(-1)])
  return { id: row?.id ?? '', address, linkId, slug }
}

const statusOf = async ({ id }: Pick<Placed, 'id'>) => (await query<{ status: string }>('SELECT status FROM orders WHERE id = $1', [id]))[0]?.status
const countersOf = async ({ linkId }: Pick<Placed, 'linkId'>) =>
  (await query('SELECT held_count AS held, used_count AS used FROM links WHERE id = $1', [linkId]))[0]
const badge = (page: Page, status: string) => page.getByRole('main').getByText(status, { exact: true }).first()
const history = (page: Page) => page.getByRole('list').filter({ hasText: /The customer chose how to pay|Pelanggan memilih cara bayar/ })

test('a card that was only reserved is charged by the seller, and the open page of the customer becomes the receipt', async ({ page, browser }) => {
  const placed = await place({ method: 'credit_card' })
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
  const placed = await place({ method: 'credit_card', news: ['authorize'], link: { usageLimit: '1' } })
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
  const placed = await place({ news: ['authorize'] })
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
    const placed = await place({ news: ['expire'] })
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

test('money goes back in parts until nothing is left, and the page of the customer adds it up in both languages', async ({ page }) => {
  const placed = await place({ method: 'gopay', news: ['settle'] })
  await page.goto(`/orders/${placed.id}`)
  const dialog = page.getByRole('dialog')
  const refund = async (amount: string | null, rest: string) => {
    await page.getByRole('button', { name: 'Refund' }).click()
    await expect(dialog.getByLabel('Amount')).toHaveValue(rest)
    await expect(dialog.getByRole('radio', { name: 'Through GoPay' })).toBeChecked()
    if (amount) await dialog.getByLabel('Amount').fill(amount)
    await dialog.getByLabel('Reason').fill('Satu barang kosong')
    await dialog.getByRole('button', { name: /^Send Rp/ }).click()
  }
  await refund('20000', '85.000')
  await expect(badge(page, 'Partly refunded')).toBeVisible()
  await page.goto(`${placed.address}?lang=en`)
  await expect(page.getByRole('heading', { level: 1, name: 'Part of your money was sent back' })).toBeVisible()
  await expect(page.getByText('Kept by the shop').locator('..')).toContainText(/Rp\s65\.000/)
  await page.goto(`${placed.address}?lang=id`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sebagian uang dikembalikan' })).toBeVisible()
  await page.goto(`${placed.address}?lang=en`)

  await page.goto(`/orders/${placed.id}`)
  await refund('70000', '65.000')
  await expect(dialog.getByText('That is more than what can still be refunded.')).toBeVisible()
  await dialog.getByLabel('Amount').fill('65000')
  await dialog.getByRole('button', { name: /^Send Rp/ }).click()
  await expect(badge(page, 'Refunded')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Refunds' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Refund' })).toHaveCount(0)
  // A place that was paid is not given back.
  expect(await countersOf(placed)).toEqual({ held: 0, used: 1 })
  await page.goto(`${placed.address}?lang=en`)
  await expect(page.getByRole('heading', { level: 1, name: 'Your money was sent back' })).toBeVisible()
  await expect(page.getByText('Kept by the shop').locator('..')).toContainText(/Rp\s0/)
})

test('a refund that the provider refuses says why, and its amount can go back another way', async ({ page }) => {
  const placed = await place({ method: 'gopay', news: ['settle'] })
  await page.goto(`/orders/${placed.id}`)
  await page.getByRole('button', { name: 'Refund' }).click()
  await page.getByLabel('Amount').fill('13')
  await page.getByLabel('Reason').fill('Ongkir lebih')
  await page.getByRole('button', { name: /^Send Rp/ }).click()
  await expect(page.getByText('The provider refused this refund.', { exact: false })).toBeVisible()
  await expect(page.getByText('It did not go through: the simulator always refuses', { exact: false })).toBeVisible()
  await expect(badge(page, 'Paid')).toBeVisible()
  await page.getByRole('button', { name: 'Refund' }).click()
  await expect(page.getByLabel('Amount')).toHaveValue('85.000')
})

test('a refund whose answer was lost moves money once, however often its button is pressed; after a reload it is there', async ({ page }) => {
  const placed = await place({ method: 'gopay', news: ['settle'] })
  await page.goto(`/orders/${placed.id}`)
  const send = page.getByRole('button', { name: /^Send Rp/ })
  const ask = async () => {
    await page.getByRole('button', { name: 'Refund' }).click()
    await page.getByLabel('Amount').fill('20000')
    await page.getByLabel('Reason').fill('Satu barang kosong')
    await send.dblclick()
  }
  const sentBack = async () => (await query('SELECT count(*)::int AS count, sum(amount)::int AS sum FROM refunds WHERE order_id = $1', [placed.id]))[0]
  let isLost = false
  await page.route(`**/orders/${placed.id}`, async (route) => {
    if (isLost || !route.request().postData()?.includes('refundKey')) return await route.continue()
    isLost = true
    // Held back before it arrives, sent on its own: the browser hears nothing, the server everything.
    await route.fetch()
    await route.abort()
  })
  await ask()
  await expect(page.getByText('Something went wrong on our side.', { exact: false })).toBeVisible()
  expect(await sentBack()).toEqual({ count: 1, sum: 20_000 })
  await send.click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await sentBack()).toEqual({ count: 1, sum: 20_000 })
  await page.reload()
  await expect(badge(page, 'Partly refunded')).toBeVisible()
  // The one that was lost is in the list by now: this is another one.
  await ask()
  await expect(page.getByRole('list', { name: 'Refunds' }).getByRole('listitem')).toHaveCount(2)
  expect(await sentBack()).toEqual({ count: 2, sum: 40_000 })
})

test('a link is deleted while somebody pays: left alone, they can still pay and are not lured away', async ({ page, browser }) => {
  const placed = await place()
  await page.goto('/links')
  await page.getByRole('button', { name: /^More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const question = page.getByRole('alertdialog', { name: 'Delete this link?' })
  await expect(question).toContainText('1 customer is paying right now.')
  await expect(question.getByRole('radio', { name: 'Let them finish' })).toBeChecked()
  await question.getByRole('button', { name: 'Delete link' }).click()
  await expect(page.getByText('Link deleted.')).toBeVisible()

  const phone = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await phone.goto(placed.address)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(/BCA/)
  await expect(phone.getByRole('button', { name: 'Use another method' })).toHaveCount(0)
  await submit(`${placed.address}/other-method`, {})
  expect(await statusOf(placed)).toBe('pending')
  await phone.getByRole('button', { name: 'Pay now' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: 'Payment received' })).toBeAttached()
  expect(await countersOf(placed)).toEqual({ held: 0, used: 1 })
})

test('a link is paused and open orders are cancelled with it; one that was paid in between stays paid and is named', async ({ page }) => {
  const link = await makeLink(seller, { usageLimit: '5' })
  const waiting = [await placeOn(link, { name: 'Sari' }), await placeOn(link, { name: 'Rina', method: 'gopay' })]
  const quick = await placeOn(link, { name: 'Dewi' })
  await page.goto(`/links/${link.id}`)
  await page.getByRole('button', { name: 'Pause' }).click()
  const question = page.getByRole('alertdialog', { name: 'Pause this link?' })
  await expect(question).toContainText('3 customers are paying right now.')
  await question.getByRole('radio', { name: 'Cancel their orders' }).check()
  // Read before the page can ask again: it shows 3, the database decides.
  await submit(`${quick.address}/simulate`, { news: 'settle' })
  await question.getByRole('button', { name: 'Pause link' }).click()
  await expect(page.getByText('2 orders cancelled.')).toBeVisible()
  for (const placed of waiting) expect(await statusOf(placed)).toBe('cancelled')
  expect(await statusOf(quick)).toBe('paid')
  expect(await countersOf(quick)).toEqual({ held: 0, used: 1 })
  expect(await query("SELECT DISTINCT actor FROM order_events e JOIN orders o ON o.id = e.order_id WHERE o.link_id = $1 AND e.to = 'cancelled'", [link.id])).toEqual([{ actor: 'seller' }])
})

test('a link that nobody is paying is paused at once, without a question', async ({ page }) => {
  const link = await makeLink(seller)
  await page.goto(`/links/${link.id}`)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Link paused.', { exact: false })).toBeVisible()
})

for (const [language, words] of Object.entries({
  en: { cancel: 'Cancel order', sentence: 'This order was already paid, so it can only be refunded.' },
  id: { cancel: 'Batalkan pesanan', sentence: 'Pesanan ini sudah dibayar, jadi hanya bisa dikembalikan dananya.' },
} as const)) {
  test(`cancelling an order that was paid in that moment is answered with the reason (${language})`, async ({ page, context }) => {
    await seller.signIn(context, language as 'en' | 'id')
    const placed = await place()
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
    const placed = await place({ method: 'credit_card', news })
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

test.describe('the new pages and windows', () => {
  for (const { name, width, scheme, language } of [
    { name: 'a phone in the dark', width: 360, scheme: 'dark', language: 'id' },
    { name: 'a laptop by day', width: 1280, scheme: 'light', language: 'en' },
    { name: 'a phone by day', width: 360, scheme: 'light', language: 'en' },
  ] as const) {
    test(`fit and are accessible on ${name}`, async ({ page, context }) => {
      // Some fifteen pages, each looked at by axe.
      test.slow()
      await page.setViewportSize({ width, height: 740 })
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await seller.signIn(context, language)
      const link = { usageLimit: '9', items: [{ name: 'Kerudung voal motif bunga panjang sekali', price: '9.999.999', quantity: 1 }] }
      const reserved = await place({ method: 'credit_card', news: ['authorize'], link })
      const late = await place({ news: ['expire', 'settle'], link })
      const over = await place({ news: ['expire'], link })
      const paid = await place({ method: 'gopay', news: ['settle'], link })
      const waiting = await place({ link })
      const look = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), what).toEqual([])
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${what}: sideways`).toBeLessThanOrEqual(0)
      }
      for (const placed of [reserved, late, over]) {
        await page.goto(`${placed.address}?lang=${language}`)
        await look(`customer ${await statusOf(placed)}`)
        await page.goto(`/orders/${placed.id}`)
        await expect(history(page)).toBeVisible()
        await look(`seller ${await statusOf(placed)}`)
      }
      await page.goto(`/orders/${paid.id}`)
      await page.getByRole('button', { name: /^(Refund|Kembalikan dana)$/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('refund dialog')
      for (const [refundKey, amount] of [['R-1', '1.000.000'], ['R-2', '13'], ['R-3', '8.999.999']] as const) {
        const { result } = await callAction('refundOrderAction', { orderId: paid.id, refundKey, amount, reason: 'Stok habis', channel: 'rail' }, seller)
        expect(result?.ok).toBe(true)
        await page.goto(`/orders/${paid.id}`)
        await expect(history(page)).toBeVisible()
        await look(`seller after ${refundKey}`)
        await page.goto(`${paid.address}?lang=${language}`)
        await look(`customer after ${refundKey}`)
      }
      await page.goto(`/links/${waiting.linkId}`)
      await page.getByRole('button', { name: /^(Pause|Jeda)$/ }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await look('pause dialog')
      await page.goto('/orders')
      await expect(page.getByRole('group', { name: 'Status' })).toBeVisible()
      await look('orders')
    })
  }
})
