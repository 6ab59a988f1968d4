import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { makeLink } from './support/actions'
import { PHONE } from './support/browser-watch'
import { chooseFile } from './support/choose-file'
import { query } from './support/database'
import { hostileTexts } from './support/hostile'
import { forgetTries } from './support/rate-limits'
import { makeSeller, origin, type Seller } from './support/seller'

/** What a link looks like in a chat, and whether it is genuine. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

let seller: Seller
test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
})
test.beforeEach(async () => {
  await forgetTries('checkByAddress')
})

const photo = (background = '#b04a2a') => sharp({ create: { width: 900, height: 700, channels: 3, background } }).jpeg().toBuffer()
const put = (id: string, body: Buffer, headers: Record<string, string> = {}) =>
  fetch(`${origin()}/api/links/${id}/picture`, { method: 'PUT', body: new Uint8Array(body), headers: { origin: origin(), cookie: seller.cookie, ...headers } })
const headOf = async (slug: string) => {
  const html = await (await fetch(`${origin()}/p/${slug}`, { headers: { 'user-agent': 'WhatsApp/2.23.20' } })).text()
  const tag = (property: string) => new RegExp(`property="${property}" content="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  return { image: tag('og:image'), title: tag('og:title'), description: tag('og:description') }
}

test('a seller sees what a chat will show, hides the price and adds a picture', async ({ context, page }) => {
  const link = await makeLink(seller)
  await seller.signIn(context)
  await page.goto(`/links/${link.id}`)
  const picture = page.getByRole('img', { name: /^Picture for chats/ })
  const isShown = () => expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1200)
  await isShown()
  await expect(page.getByText(/Pay Rp\s85\.000 to Toko Melati/)).toBeVisible()
  const first = await headOf(link.slug)
  expect(origin() + (await picture.getAttribute('src'))).toBe(first.image)

  await page.getByRole('switch', { name: 'Show the price' }).click()
  await expect(page.getByText('See what Toko Melati sells with this link, and pay.')).toBeVisible()
  const hidden = await headOf(link.slug)
  expect(hidden.image).not.toBe(first.image)
  expect(hidden.description).not.toContain('85')

  await chooseFile(page.getByLabel('Product picture'), { name: 'baju.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await expect(page.getByRole('status').filter({ hasText: 'Picture saved.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Replace the picture' })).toBeVisible()
  const pictured = await headOf(link.slug)
  expect(pictured.image).not.toBe(hidden.image)
  await isShown()

  await page.getByLabel('Product picture').setInputFiles({ name: 'baju.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })
  await expect(page.getByRole('alert').filter({ hasText: 'not a JPEG, PNG or WebP' })).toBeVisible()
  expect((await headOf(link.slug)).image).toBe(pictured.image)
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible()
  expect((await headOf(link.slug)).image).toBe(hidden.image)
})

test('the card’s picture is a small JPEG under an address that may be kept for ever', async () => {
  const link = await makeLink(seller)
  expect((await put(link.id, await photo())).status).toBe(204)
  const { image } = await headOf(link.slug)
  const response = await fetch(image)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
  expect(bytes.length).toBeLessThan(250_000)
  await query('UPDATE links SET used_count = 1 WHERE id = $1', [link.id])
  expect((await headOf(link.slug)).image).not.toBe(image)
  expect((await fetch(image)).headers.get('cache-control')).not.toContain('immutable')
})

test('a picture is taken from its seller alone, and never stored as it was sent', async () => {
  const link = await makeLink(seller)
  const jpeg = await photo()
  const stranger = await makeSeller('Toko Mawar')
  expect((await put(link.id, jpeg, { cookie: '' })).status).toBe(401)
  expect((await put(link.id, jpeg, { cookie: stranger.cookie })).status).toBe(404)
  expect((await put(link.id, jpeg, { origin: 'https://jahat.example' })).status).toBe(403)
  for (const [, text] of hostileTexts.filter(([, text]) => text !== '' && text.length < 1_000 && text.isWellFormed())) {
    expect([400, 404]).toContain((await put(encodeURIComponent(text), jpeg)).status)
  }
  const refused: [number, Buffer][] = [
    [415, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    [415, Buffer.from('GIF89a')],
    [422, Buffer.alloc(0)],
    [422, jpeg.subarray(0, 300)],
    [413, Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)])],
  ]
  for (const [status, body] of refused) expect((await put(link.id, body)).status).toBe(status)
  expect(await query('SELECT link_id FROM link_pictures WHERE link_id = $1', [link.id])).toEqual([])
  const polyglot = Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004<script>alert(1)</script>')])
  expect((await put(link.id, polyglot)).status).toBe(204)
  const [row] = await query<{ jpeg: Buffer }>('SELECT jpeg FROM link_pictures WHERE link_id = $1', [link.id])
  expect(row?.jpeg.includes('script')).toBe(false)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('anybody checks whether a link is genuine', async ({ page }) => {
    const link = await makeLink(seller)
    await page.goto(`/p/${link.slug}`)
    const trust = page.getByRole('region', { name: 'Who gets the money' })
    await expect(trust).toContainText('Toko Melati')
    await expect(trust).toContainText(link.slug)
    await trust.getByRole('link', { name: 'Check that this link is genuine' }).click()
    await expect(page.getByRole('heading', { name: 'This is a genuine link' })).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: 'Toko Melati' })).toBeVisible()
    await expect(page.getByText('Test link: no money moves')).toBeVisible()

    const check = async (text: string) => {
      await page.getByLabel('Link or ID').fill(text)
      await page.getByRole('button', { name: 'Check' }).click()
    }
    const own = new URL(origin()).host
    for (const [text, heading] of [
      [`Halo kak: ${origin()}/p/${link.slug}`, 'This is a genuine link'],
      [`http://${own}@jahat.example/p/${link.slug}`, 'Careful: this address pretends'],
      [`http://xn--tutan-4ve.example/p/${link.slug}`, 'Careful: this address pretends'],
      [`https://jahat.example/p/${link.slug}`, 'Careful: this is not ours'],
      ['tidak-ada-link-ini', 'There is no such link here'],
      [`${origin()}/sign-in`, 'This is no payment link'],
      ['halo kak apa kabar', 'That cannot be read as a link'],
    ] as const) {
      await check(text)
      await expect(page.getByRole('heading', { level: 1 }), text).toHaveText(heading)
      await expect(page.getByLabel('Link or ID')).toHaveValue(text)
      await expect(page.getByText('Do not pay there', { exact: false })).toHaveCount(heading.startsWith('Careful') ? 1 : 0)
    }
  })
})

test('the check page tells nothing that the payment page does not, and survives what strangers send', async () => {
  const link = await makeLink(seller, { title: 'Rahasia dapur', description: 'Resep rahasia', customer: { firstName: 'Sari', lastName: 'Rahasia', email: 'rahasia@example.com', phone: '081211112222', notes: 'rahasia' } })
  const genuine = await (await fetch(`${origin()}/check?link=${link.slug}`)).text()
  expect(genuine).toContain('Toko Melati')
  expect(genuine).not.toMatch(/rahasia|Sari|0812|85\.000|@example/i)
  for (const [name, text] of hostileTexts) {
    const response = await fetch(`${origin()}/check?link=${encodeURIComponent(text.toWellFormed())}`)
    expect([200, 429], name).toContain(response.status)
    const body = await response.text()
    expect(body, name).not.toContain('<script>alert')
    expect(body, name).not.toContain('<img src=x')
    expect(response.headers.get('content-security-policy'), name).toContain("default-src 'none'")
  }
  await forgetTries('checkByAddress')
  const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await fetch(`${origin()}/check?link=abc`)).status))
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  expect((await fetch(`${origin()}/check`)).status).toBe(200)
})
