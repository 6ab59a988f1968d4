import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { animatedGif, animatedWebp, giantPng, polyglot, receipt, svg, truncated } from '../prisma/testing/hostile-pictures'
import { PHONE } from './support/browser-watch'
import { dataDir, query } from './support/database'
import { liveCookie, placeLive, sendClaim } from './support/live-order'
import { makeSeller, origin, type Seller } from './support/seller'

/** "I have paid": from an old phone without JavaScript, and from strangers who send anything. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB', javaScriptEnabled: false })

let seller: Seller
test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
})

const rowOf = async (id: string) =>
  (await query<{ status: string; state: string | null; file: string | null }>(
    'SELECT o.status, c.state, f.name AS file FROM orders o LEFT JOIN payment_claims c ON c.order_id = o.id LEFT JOIN stored_files f ON f.id = c.file_id WHERE o.id = $1', [id]))[0]
const claimOf = async (id: string) => (await query<{ id: string }>('SELECT id FROM payment_claims WHERE order_id = $1', [id]))[0]?.id ?? ''
const fileCount = () => {
  try {
    return readdirSync(join(dataDir(), 'files')).length
  } catch {
    return 0
  }
}

test('a customer sends a proof, the seller confirms, and the customer reads the receipt', async ({ page, browser }) => {
  const order = await placeLive(seller)
  await page.goto(order.address)
  await page.getByText('I have paid', { exact: true }).click()
  await page.getByLabel(/Picture of the receipt/).setInputFiles({ name: '../../bukti.png', mimeType: 'image/png', buffer: await receipt('85.003') })
  await page.getByLabel(/How much did you transfer/).fill('85.003')
  await page.getByRole('button', { name: 'Send: I have paid' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. The shop is checking' })).toBeVisible()
  await expect(page.getByText(/sent a picture on/)).toBeVisible()
  expect(await rowOf(order.id)).toMatchObject({ status: 'in_review', state: 'open', file: expect.stringMatching(/^[0-9a-f]{40}$/) })

  const context = await browser.newContext({ ...phone, isMobile, javaScriptEnabled: true, locale: 'en-GB' })
  await seller.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  const desk = await context.newPage()
  await desk.goto('/orders')
  await desk.getByRole('link', { name: /Review/ }).click()
  const card = desk.getByRole('listitem').filter({ hasText: order.orderId })
  await expect(card.getByText('with unique code 3')).toBeVisible()
  await card.getByRole('button', { name: /Proof of payment/ }).click()
  await expect(desk.getByRole('dialog').getByRole('img')).toBeVisible()
  await desk.keyboard.press('Escape')
  await card.getByRole('button', { name: 'Money is in' }).click()
  await expect(desk.getByRole('alertdialog')).toContainText('Have you seen the money in your account?')
  await desk.getByRole('button', { name: 'Yes, it is there' }).click()
  await expect(desk.getByText('Nothing to check')).toBeVisible()
  await context.close()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
})

test('a customer whose money was not found reads why and sends another picture', async ({ page, browser }) => {
  const order = await placeLive(seller)
  await sendClaim(order)
  const context = await browser.newContext({ ...phone, isMobile, javaScriptEnabled: true, locale: 'en-GB' })
  await seller.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  const desk = await context.newPage()
  await desk.goto('/review')
  await desk.getByRole('listitem').filter({ hasText: order.orderId }).getByRole('button', { name: 'Not found' }).click()
  await desk.getByRole('radio', { name: 'Other', exact: true }).check()
  await desk.getByLabel('In your own words').fill('Belum ada di BCA')
  await desk.getByRole('button', { name: 'Tell the customer' }).click()
  await expect(desk.getByText('Sent. The customer reads it where they pay.')).toBeVisible()
  // One tap to WhatsApp with the shop's own words and the reason.
  const told = desk.getByRole('list', { name: 'What to do next' }).getByRole('listitem').filter({ hasText: order.orderId })
  await desk.reload()
  const href = new URL((await told.getByRole('link', { name: 'Tell the reason' }).getAttribute('href')) ?? '')
  expect(href.pathname).toBe('/6281234567890')
  expect(href.searchParams.get('text')).toContain('Belum ada di BCA')
  expect(href.searchParams.get('text')).toContain(order.address)
  await told.getByRole('button', { name: /^Close/ }).click()
  await expect(told).toBeHidden()
  await expect.poll(() => query('SELECT told_at IS NOT NULL AS told FROM payment_claims WHERE order_id = $1', [order.id])).toEqual([{ told: true }])
  await desk.reload()
  await expect(desk.getByRole('heading', { name: 'Payments to check' })).toBeVisible()
  await expect(told).toBeHidden()
  await context.close()

  await page.goto(order.address)
  await expect(page.getByText('Toko Melati could not find your payment:')).toBeVisible()
  await expect(page.getByText('Belum ada di BCA')).toBeVisible()
  await page.getByRole('button', { name: 'Send: I have paid' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. The shop is checking' })).toBeVisible()
  expect(await rowOf(order.id)).toMatchObject({ status: 'in_review', state: 'open' })
})

test('less than was asked: the seller confirms what came and sends a link for the rest', async ({ browser }) => {
  const order = await placeLive(seller)
  await sendClaim(order, { fields: { transferred: '50.000' } })
  const context = await browser.newContext({ ...phone, isMobile, javaScriptEnabled: true, locale: 'en-GB' })
  await seller.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  const desk = await context.newPage()
  await desk.goto('/review')
  const card = desk.getByRole('listitem').filter({ hasText: order.orderId }).first()
  await expect(card.getByText(/says they transferred Rp\s50\.000/)).toBeVisible()
  await card.getByRole('button', { name: 'Money is in' }).click()
  await desk.getByLabel('How much came in?').fill('50.000')
  await expect(desk.getByRole('status').filter({ hasText: /Rp\s35\.003 less than asked/ })).toBeVisible()
  await desk.getByRole('button', { name: 'Yes, it is there' }).click()
  await expect(desk).toHaveURL(/\/review$/)
  await desk.getByRole('button', { name: 'Link for the rest' }).click()
  await expect(desk.getByRole('link', { name: 'Send on WhatsApp' })).toHaveAttribute('href', /^https:\/\/wa\.me\/6281234567890\?text=.*35\.003/)
  await desk.getByRole('button', { name: 'Take as it is' }).click()
  await expect(desk.getByRole('button', { name: 'Take as it is' })).toBeHidden()
  await expect(desk.getByText('Nothing is left to settle.')).toBeVisible()
  expect(await query('SELECT status, amount::int, expected_amount FROM orders WHERE id = $1', [order.id])).toEqual([{ status: 'paid', amount: 50_000, expected_amount: null }])
  // What was asked adds up; what came stands below it.
  await desk.goto(`/orders/${order.id}`)
  await expect(desk.getByText(/^Total\s*Rp\s85\.003$/)).toBeVisible()
  await expect(desk.getByText(/^Came in\s*Rp\s50\.000$/)).toBeVisible()
  await expect(desk.getByText('Link made for the rest')).toBeVisible()
  await expect(desk.getByText('Taken as it is')).toHaveCount(1)
  await desk.goto(order.address)
  for (const [label, amount] of [['Asked', '85.003'], ['Paid', '50.000'], ['Paid less than asked by', '35.003']] as const) {
    await expect(desk.getByText(label, { exact: true }).locator('xpath=following-sibling::dd')).toHaveText(`Rp\u00a0${amount}`)
  }
  await context.close()
})

test('what the last decision came to does not lie over the next question', async ({ browser }) => {
  const own = await makeSeller('Toko Mawar')
  for (const order of [await placeLive(own), await placeLive(own)]) await sendClaim(order)
  const context = await browser.newContext({ ...phone, isMobile, javaScriptEnabled: true, locale: 'en-GB' })
  await own.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  const desk = await context.newPage()
  await desk.goto('/review')
  const isIn = desk.getByRole('button', { name: 'Money is in' })
  await isIn.first().click()
  await desk.getByRole('button', { name: 'Yes, it is there' }).click()
  await expect(isIn).toHaveCount(1)
  const told = desk.getByText('Confirmed. The customer gets the receipt.')
  // It stays as long as a finger rests on it.
  await told.hover()
  await isIn.press('Enter')
  await expect(desk.getByRole('alertdialog')).toBeVisible()
  await expect(told).toHaveCount(0)
  await context.close()
})

test('late money is accepted in the queue, and a photo of an iPhone is told how to be sent', async ({ browser }) => {
  const order = await placeLive(seller)
  const heic = Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'x'.repeat(500)}`, 'latin1')
  const refused = await sendClaim(order, { proof: { content: heic, name: 'IMG_0001.HEIC', type: 'image/heic' }, headers: { origin: origin(), 'accept-language': 'id' } })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('ambil tangkapan layar, lalu kirim tangkapan layar itu')
  await query("UPDATE orders SET expires_at = now() - interval '1 minute' WHERE id = $1", [order.id])
  expect((await sendClaim(order)).status).toBe(303)
  const context = await browser.newContext({ ...phone, isMobile, javaScriptEnabled: true, locale: 'en-GB' })
  await seller.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  const desk = await context.newPage()
  await desk.goto('/review')
  await desk.getByRole('listitem').filter({ hasText: order.orderId }).getByRole('button', { name: 'Money is in' }).click()
  await desk.getByRole('button', { name: 'Yes, it is there' }).click()
  await expect(desk.getByText('Confirmed for Sari Wulandari: it came too late')).toBeVisible()
  await desk.getByRole('button', { name: 'Accept the money' }).click()
  await expect(desk.getByText('Nothing is left to settle.')).toBeVisible()
  expect(await rowOf(order.id)).toMatchObject({ status: 'paid', state: 'confirmed' })
  await context.close()
})

test('hostile files are refused on the page itself, are never kept as sent, and never break the server', async () => {
  const order = await placeLive(seller)
  const address = (index: number) => ({ origin: origin(), 'x-forwarded-for': `10.0.0.${index}` })
  const attacks: [string, Uint8Array, number, RegExp][] = [
    ['SVG', await svg(), 422, /no picture that we can take/],
    ['GIF', await animatedGif(), 422, /no picture that we can take/],
    ['moving WebP', await animatedWebp(), 422, /moving picture/],
    ['giant', giantPng(20_000), 422, /far too big/],
    ['truncated', await truncated(), 422, /cannot be opened/],
    ['11 MB', Buffer.alloc(11 * 1024 * 1024, 0xff), 413, /larger than 10 MB/],
  ]
  const before = fileCount()
  for (const [index, [name, content, status, says]] of attacks.entries()) {
    const answer = await sendClaim(order, { proof: { content, name: '../../../etc/passwd', type: 'image/png' }, headers: { ...address(index), 'accept-language': 'en' } })
    expect(answer.status, name).toBe(status)
    expect(answer.body, name).toMatch(says)
    expect(answer.body, name).not.toContain('passwd')
  }
  expect(await rowOf(order.id)).toEqual({ status: 'pending', state: null, file: null })
  expect(fileCount()).toBe(before)

  const other = await placeLive(seller)
  expect((await sendClaim(other, { proof: { content: await polyglot(), name: 'a.html', type: 'text/html' } })).status).toBe(303)
  const shown = await fetch(`${origin()}/review/proof/${await claimOf(other.id)}.jpg`, { headers: { cookie: liveCookie(seller) } })
  expect(shown.status).toBe(200)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': expect.stringMatching(/^inline; filename="proof-[\w.~-]+\.jpg"$/),
  })
  expect(Buffer.from(await shown.arrayBuffer()).includes('<script>')).toBe(false)
})

test('a proof is seen by its shop’s sellers alone', async () => {
  const order = await placeLive(seller)
  await sendClaim(order, { proof: { content: await receipt('85.003') } })
  const url = `${origin()}/review/proof/${await claimOf(order.id)}.jpg`
  const stranger = await makeSeller('Toko Lain')
  for (const [who, cookie] of [['nobody', ''], ['another shop', liveCookie(stranger)], ['the other mode', seller.cookie]] as const) {
    expect((await fetch(url, { headers: { cookie } })).status, who).toBe(404)
  }
  for (const bad of ['x.jpg', '..%2f..%2fapp-secret', `${await claimOf(order.id)}`, '%00.jpg']) {
    expect((await fetch(`${origin()}/review/proof/${bad}`, { headers: { cookie: liveCookie(seller) } })).status, bad).toBe(404)
  }
})

test('forms of other pages and broken bodies change nothing', async () => {
  const order = await placeLive(seller)
  for (const from of ['https://evil.example', 'null', '']) expect((await sendClaim(order, { headers: from ? { origin: from } : {} })).status, from).toBe(403)
  const send = async (type: string, body: string) =>
    (await fetch(`${origin()}${order.address}/claim`, { method: 'POST', redirect: 'manual', headers: { origin: origin(), 'content-type': type }, body })).status
  expect(await send('application/x-www-form-urlencoded', 'note=a')).toBe(415)
  expect(await send('multipart/form-data', 'x')).toBe(415)
  expect(await send('multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="proof"; filename="a"\r\n\r\nabc')).toBe(400)
  expect(await send('multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\na\r\n--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nb\r\n--x--\r\n')).toBe(400)
  expect((await sendClaim(order, { fields: { transferred: 'sepuluh' } })).status).toBe(422)
  expect((await sendClaim(order, { fields: { unknown: 'x' } })).status).toBe(422)
  expect(await rowOf(order.id)).toMatchObject({ status: 'pending', state: null })
})

test('nobody claims without end', async () => {
  const order = await placeLive(seller)
  const answers = []
  for (let count = 0; count < 12; count += 1) answers.push((await sendClaim(order, { headers: { origin: origin(), 'accept-language': 'en' } })).status)
  expect(answers.slice(0, 10).every((status) => status === 303)).toBe(true)
  expect(answers.slice(10)).toEqual([429, 429])
})
