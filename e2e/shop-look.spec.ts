import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { animatedWebp, giantPng, photo, polyglot, svg, truncated } from '../prisma/testing/hostile-pictures'
import { callAction, makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE, watch } from './support/browser-watch'
import { query } from './support/database'
import { hostileTexts, hostileValues, inBatches } from './support/hostile'
import { place } from './support/placed-order'
import { makeSeller, origin, type Seller } from './support/seller'

/** How a shop looks to its customers: what it says of itself, its logo, its colour. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile })

const drawing = async (background = '#d6336c') => await sharp({ create: { width: 300, height: 200, channels: 3, background } }).png().toBuffer()
const put = async ({ cookie }: Pick<Seller, 'cookie'>, body: Buffer, headers: Record<string, string> = {}) =>
  await fetch(`${origin()}/api/logo`, { method: 'PUT', body: new Uint8Array(body), headers: { origin: origin(), cookie, ...headers } })
const logoOf = async ({ merchantId }: Seller) => (await query<{ slug: string; logo: string | null }>('SELECT slug, logo FROM merchants WHERE id = $1', [merchantId]))[0]
const addressOf = async (seller: Seller) => {
  const row = await logoOf(seller)
  return `${origin()}/logo/${row?.slug}/${row?.logo?.slice(0, 16)}.png`
}

const WORDS = {
  en: { email: 'E-mail for customers', street: 'Street and number', city: 'City or regency', thanks: 'Thank-you text', save: 'Save', saved: 'Saved', website: 'This is not the address of a website.', postal: 'Postal code', logo: 'Logo', kept: 'Logo saved.', refused: 'This is not a JPEG, PNG or WebP picture.', remove: 'Remove', removed: 'Logo removed.' },
  id: { email: 'Email untuk pelanggan', street: 'Jalan dan nomor', city: 'Kota atau kabupaten', thanks: 'Ucapan terima kasih', save: 'Simpan', saved: 'Tersimpan', website: 'Ini bukan alamat website.', postal: 'Kode pos', logo: 'Logo', kept: 'Logo tersimpan.', refused: 'Ini bukan gambar JPEG, PNG, atau WebP.', remove: 'Hapus', removed: 'Logo dihapus.' },
} as const

for (const locale of ['en', 'id'] as const) {
  test(`a seller says who the shop is and gives it a logo; its customer sees both (${locale})`, async ({ context, page }) => {
    const words = WORDS[locale]
    const seller = await makeSeller('Toko Melati', locale)
    await seller.signIn(context)
    await page.goto('/settings')
    const form = page.locator('form').filter({ has: page.getByLabel('Instagram') })
    await form.getByLabel(words.email).fill('halo@melati.id')
    await form.getByLabel('Website').fill('javascript:alert(1)')
    await form.getByLabel('Instagram').fill('https://instagram.com/Toko.Melati/')
    await form.getByLabel(words.street).fill('Jl. Braga 12')
    await form.getByLabel(words.city).fill('Bandung')
    await form.getByLabel(words.thanks).fill('Makasih banyak, Kak!')
    await form.getByRole('button', { name: words.save }).click()
    await expect(form.getByLabel('Website')).toHaveAccessibleDescription(words.website)
    await expect(form.getByLabel('Website')).toBeFocused()
    await expect(form.getByLabel(words.thanks)).toHaveValue('Makasih banyak, Kak!')
    await form.getByLabel('Website').fill('tokomelati.id')
    await form.getByRole('button', { name: words.save }).click()
    await expect(form.getByRole('status')).toHaveText(words.saved)
    await expect(form.getByLabel('Website')).toHaveValue('https://tokomelati.id/')
    await expect(form.getByLabel('Instagram')).toHaveValue('toko.melati')

    const picker = page.getByLabel(words.logo, { exact: true })
    await picker.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await svg() })
    await expect(page.getByRole('alert').filter({ hasText: words.refused })).toBeVisible()
    await picker.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await drawing() })
    await expect(page.getByText(words.kept)).toBeVisible()

    const { address } = await place(seller, { news: ['settle'] })
    await page.goto(`${address}?lang=${locale}`)
    await expect(page.getByText('Makasih banyak, Kak!')).toBeVisible()
    await expect(page.getByRole('link', { name: '@toko.melati' })).toHaveAttribute('href', 'https://www.instagram.com/toko.melati/')
    await expect(page.getByRole('link', { name: 'halo@melati.id' })).toHaveAttribute('href', 'mailto:halo@melati.id')
    await expect.poll(() => page.locator('header img').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(256)

    await page.goto('/settings')
    await page.getByRole('button', { name: words.remove, exact: true }).click()
    await expect(page.getByText(words.removed)).toBeVisible()
    expect((await logoOf(seller))?.logo).toBeNull()
  })
}

test("a logo may be kept for ever under its address, is our own drawing, and is its own seller's alone", async () => {
  const [seller, stranger] = [await makeSeller(), await makeSeller()]
  const sent = await photo({ width: 600, height: 400, orientation: 6 })
  expect((await put(seller, sent)).status).toBe(204)
  const first = await addressOf(seller)
  const response = await fetch(first)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect([response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual(['image/png', 'nosniff'])
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 256, height: 256 })
  expect(Object.keys(await sharp(bytes).metadata())).not.toContain('exif')
  expect(bytes.includes('Rahasia')).toBe(false)

  expect((await put({ cookie: '' }, sent)).status).toBe(401)
  expect((await put(seller, sent, { origin: 'https://jahat.example' })).status).toBe(403)
  expect((await put(stranger, await drawing('#00f'))).status).toBe(204)
  expect(await addressOf(seller)).toBe(first)

  const refused: [number, Buffer][] = [
    [415, await svg()], [415, Buffer.from('GIF89a-and-so-on-and-on')], [415, Buffer.alloc(0)], [415, Buffer.from('%PDF-1.7 0123456789')],
    [422, await animatedWebp()], [422, await truncated()], [422, giantPng(20_000)], [413, Buffer.concat([sent, Buffer.alloc(5 * 1024 * 1024)])],
  ]
  for (const [status, body] of refused) expect((await put(seller, body)).status).toBe(status)
  expect(await addressOf(seller)).toBe(first)
  expect((await put(seller, await polyglot())).status).toBe(204)
  const second = await addressOf(seller)
  expect(second).not.toBe(first)
  expect(Buffer.from(await (await fetch(second)).arrayBuffer()).includes('script')).toBe(false)
  expect((await fetch(first)).headers.get('cache-control')).toBe('public, max-age=300')
  for (const path of ['/logo/nobody/0123456789abcdef.png', '/logo/a%00b/0123456789abcdef.png', '/logo/x/../../etc.png', `${new URL(first).pathname}.exe`, '/logo/%ff/0123456789abcdef.png']) {
    expect((await fetch(origin() + path)).status, path).toBeGreaterThanOrEqual(400)
    expect((await fetch(origin() + path)).status, path).toBeLessThan(500)
  }
})

test('a colour that is hard to read is not taken; the one that is offered colours the payment page, in both themes', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const watched = watch(context)
  await page.goto('/settings')
  const form = page.locator('form').filter({ has: page.getByLabel('Accent colour', { exact: true }) })
  await form.getByLabel('Accent colour', { exact: true }).fill('#ff8ab0')
  await expect(form.getByText(/Hard to read on the light page: 1\.9 to 1/)).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByLabel('Accent colour', { exact: true })).toHaveAccessibleDescription(/too hard to read/)
  expect((await callAction('saveAccentAction', { color: '#ff8ab0' }, seller)).result?.error?.fields).toEqual({ color: 'colorContrast' })
  await form.getByRole('button', { name: 'Use #db0047 instead' }).click()
  await expect(form.getByText('Easy to read: 4.5 to 1 on the light page.')).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('status')).toHaveText('Saved')

  const link = await makeLink(seller)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(`/p/${link.slug}`)
    const button = page.getByRole('button', { name: /^Pay Rp/ })
    await expect(button).toBeVisible()
    await expect(button).toHaveCSS('background-color', colorScheme === 'light' ? 'rgb(219, 0, 71)' : 'rgb(255, 62, 125)')
    await page.getByRole('radio').first().check()
    expect(await findingsOf(page)).toEqual([])
  }
  // The policy lets these styles be applied and no others.
  watched.expectClean()
  const policy = (await fetch(`${origin()}/p/${link.slug}`)).headers.get('content-security-policy') ?? ''
  expect(policy.match(/sha256-/g)).toHaveLength(3)
  expect(policy).not.toContain('unsafe-inline')
})

test('whatever a shop says of itself is refused with words or kept, and shown literally', async () => {
  const seller = await makeSeller()
  const { address } = await place(seller, { news: ['settle'] })
  const profile = { supportEmail: '', website: '', instagram: '', thankYou: '', address: { street: '', city: '', province: '', postalCode: '' } }
  for (const [name, text] of hostileTexts) {
    for (const typed of [{ ...profile, thankYou: text }, { ...profile, website: text }, { ...profile, instagram: text }, { ...profile, supportEmail: text }, { ...profile, address: { ...profile.address, street: text } }]) {
      const { result, status } = await callAction('saveProfileAction', typed, seller)
      expect(status, name).toBeLessThan(500)
      expect(result?.ok === true || result?.error?.kind === 'invalid', name).toBe(true)
    }
    const { result } = await callAction('saveProfileAction', { ...profile, thankYou: text }, seller)
    if (!result?.ok) continue
    const shown = await fetch(origin() + address)
    expect(shown.status, name).toBe(200)
    expect(await shown.text(), name).not.toMatch(/<script>alert|<img src=x/)
  }
})

test('every action of these settings survives an input that is no object at all', async () => {
  const seller = await makeSeller()
  const actions = ['saveProfileAction', 'saveAccentAction', 'removeLogoAction', 'saveCustomFieldLabelsAction', 'previewLetterAction', 'saveLetterAction', 'resetLetterAction', 'switchLetterAction', 'saveSenderAction']
  await inBatches(actions.flatMap((action) => hostileValues.map(([name, input]) => ({ action, name, input }))), async ({ action, name, input }) => {
    const { result, status } = await callAction(action, input, seller)
    expect(status, `${action} ${name}`).toBeLessThan(500)
    expect(result === undefined || result.ok || result.error?.kind === 'invalid', `${action} ${name}`).toBe(true)
  })
})

test("a seller keeps the language of their own screen when the shop's is saved", async ({ context, page }) => {
  const seller = await makeSeller('Toko Melati', 'id')
  await seller.signIn(context, 'en')
  await page.goto('/settings')
  const form = page.locator('form').filter({ has: page.getByLabel('Language of the shop') })
  await expect(form.getByLabel('Language of the shop')).toHaveValue('id')
  await expect(form.getByLabel('Shop name')).toHaveValue('Toko Melati')
  await form.getByLabel('Shop name').fill('Toko Mawar')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('status')).toHaveText('Saved')
  await expect(page.getByText('Toko Mawar').filter({ visible: true })).toHaveCount(1)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('main').getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  expect(await query('SELECT name, locale FROM merchants WHERE id = $1', [seller.merchantId])).toEqual([{ name: 'Toko Mawar', locale: 'id' }])
})

test('where customers go after paying is one press from the shop, and comes into sight', async ({ context, page }) => {
  await (await makeSeller()).signIn(context)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/settings')
  const link = page.getByRole('link', { name: 'Change where customers go' })
  // Once its skeleton is at hand the page comes at once, and the card after it.
  const skeleton = page.waitForResponse(/\/settings\/developers\?.*_rsc=/)
  await link.scrollIntoViewIfNeeded()
  await skeleton
  await link.click()
  await expect(page.getByRole('heading', { name: 'Where customers go after paying' })).toBeInViewport()
})

test('the custom fields are called what the seller calls them', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const placed = await place(seller)
  await query('UPDATE links SET custom_fields = $2 WHERE id = $1', [placed.linkId, { custom_field1: 'Meja 4', custom_field3: 'x' }])
  await page.goto('/settings')
  await page.getByLabel('Custom field 1').fill('Nomor meja')
  const form = page.locator('form').filter({ has: page.getByLabel('Custom field 1') })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('status')).toHaveText('Saved')
  for (const path of [`/links/${placed.linkId}`, `/orders/${placed.id}`]) {
    await page.goto(path)
    await expect(page.getByText('Nomor meja')).toBeVisible()
    await expect(page.getByText('Meja 4')).toBeVisible()
    await expect(page.getByText('Custom field 3')).toBeVisible()
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in these settings (${colorScheme})`, async ({ context, page }) => {
    const seller = await makeSeller()
    expect((await put(seller, await drawing())).status).toBe(204)
    await seller.signIn(context)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/settings')
    await page.getByLabel('Accent colour', { exact: true }).fill('#ffd400')
    await expect(page.getByText(/Hard to read/)).toBeVisible()
    await expectNoViolations(page)
    await page.goto('/settings/letters')
    // The letter itself is shut away without scripts, where axe would wait for ever: everything around it.
    await page.getByTitle(/^Preview: /).evaluate((frame) => frame.remove())
    await expectNoViolations(page)
  })
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await findingsOf(page)).toEqual([])
}
