import sharp from 'sharp'
import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { PHONE } from './support/browser-watch'
import { chooseFile } from './support/choose-file'
import { query } from './support/database'
import { liveCookie, placeLive, type LiveOrder } from './support/live-order'
import { makeSeller, origin, type Seller } from './support/seller'

/** A receipt that a phone kept as HEIC: the browser that can open it sends a JPEG, the other is told what to do. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

const HEIC = { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'x'.repeat(500)}`, 'latin1') }

let seller: Seller
test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
})

async function openForm(page: Page): Promise<LiveOrder> {
  const order = await placeLive(seller)
  await page.goto(order.address)
  await page.getByText('I have paid', { exact: true }).click()
  return order
}

/** A browser that opens HEIC, once the test lets it. Chromium has no such decoder; that Safari draws what it opened is Safari's word. */
async function openAsSafari(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const open = window.createImageBitmap.bind(window)
    const opened = new Promise<void>((resolve) => Object.assign(window, { letOpen: resolve }))
    window.createImageBitmap = async () => {
      await opened
      const canvas = document.createElement('canvas')
      canvas.width = 3_000
      canvas.height = 1_500
      canvas.getContext('2d')?.fillRect(0, 0, 1_500, 1_500)
      return await open(canvas)
    }
  })
  return async () => {
    await page.evaluate(() => (window as unknown as { letOpen(): void }).letOpen())
  }
}

test('is sent as a JPEG by a browser that can open it, and the button waits for that', async ({ page }) => {
  const letOpen = await openAsSafari(page)
  const order = await openForm(page)
  await page.getByLabel(/Picture of the receipt/).setInputFiles(HEIC)
  await page.getByRole('button', { name: 'Send: I have paid' }).click()
  await letOpen()
  await expect(page.getByRole('heading', { name: 'Thank you. The shop is checking' })).toBeVisible()
  const [claim] = await query<{ id: string }>('SELECT id FROM payment_claims WHERE order_id = $1 AND file_id IS NOT NULL', [order.id])
  const proof = await fetch(`${origin()}/review/proof/${claim?.id}.jpg`, { headers: { cookie: liveCookie(seller) } })
  expect(await sharp(Buffer.from(await proof.arrayBuffer())).metadata()).toMatchObject({ format: 'jpeg', width: 2_000, height: 1_000 })
})

test('is sent as it is by a browser that cannot, and the page says how to send it', async ({ page }) => {
  const order = await openForm(page)
  await page.getByLabel(/Picture of the receipt/).setInputFiles(HEIC)
  await page.getByRole('button', { name: 'Send: I have paid' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'take a screenshot, and send the screenshot' })).toBeVisible()
  expect(await query('SELECT status FROM orders WHERE id = $1', [order.id])).toEqual([{ status: 'pending' }])
})

test('stays with what was typed where the line breaks, and is sent once when it is tried again', async ({ page }) => {
  const order = await openForm(page)
  await page.getByLabel(/Picture of the receipt/).setInputFiles({ name: 'bukti.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 40, height: 80, channels: 3, background: '#fff' } }).png().toBuffer() })
  await page.getByLabel(/Note for the shop/).fill('From my sister’s account')
  let breakLine = () => {}
  await page.route('**/claim', async (route) => {
    await new Promise<void>((resolve) => (breakLine = resolve))
    await route.abort('connectionreset')
  })
  const send = page.getByRole('button', { name: 'Send: I have paid' })
  await send.click()
  await expect(page.getByRole('status').filter({ hasText: /^Sending…/ })).toBeVisible()
  await expect(send).toBeDisabled()
  breakLine()
  await expect(page.getByRole('alert').filter({ hasText: 'The connection broke, so nothing was sent.' })).toBeVisible()
  await page.unroute('**/claim')
  await send.dblclick()
  await expect(page.getByRole('heading', { name: 'Thank you. The shop is checking' })).toBeVisible()
  expect(await query('SELECT note, version FROM payment_claims WHERE order_id = $1 AND file_id IS NOT NULL', [order.id])).toEqual([{ note: 'From my sister’s account', version: 1 }])
})

test('leaves every other picture as it was chosen', async ({ page }) => {
  await openAsSafari(page)
  await openForm(page)
  const picture = page.getByLabel(/Picture of the receipt/)
  await picture.setInputFiles({ name: 'bukti.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 40, height: 80, channels: 3, background: '#fff' } }).png().toBuffer() })
  await page.getByRole('button', { name: 'Send: I have paid' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. The shop is checking' })).toBeVisible()
})

test('of goods, and of a logo, is taken from a seller’s iPhone too', async ({ page, context }) => {
  const letOpen = await openAsSafari(page)
  await seller.signIn(context)
  await page.goto('/settings')
  await chooseFile(page.getByLabel('Logo', { exact: true }), HEIC)
  await letOpen()
  await expect(page.getByText('Logo saved.')).toBeVisible()
  const { id } = await makeLink(seller)
  await page.goto(`/links/${id}`)
  await chooseFile(page.getByLabel('Product picture'), HEIC)
  await letOpen()
  await expect(page.getByText('Picture saved.')).toBeVisible()
  const [row] = await query<{ jpeg: Buffer }>('SELECT jpeg FROM link_pictures WHERE link_id = $1', [id])
  expect(await sharp(row?.jpeg).metadata()).toMatchObject({ format: 'jpeg' })
})
