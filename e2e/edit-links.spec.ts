import { expect, test, type Page } from '@playwright/test'
import { callAction, linkContent, makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

/** Links that are changed, and left to the customer's amount. */

let seller: Seller
test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

const rowOf = async (id: string) => (await query('SELECT *, amount::int AS price FROM links WHERE id = $1', [id]))[0] ?? {}
const customerSees = async (slug: string) => await (await fetch(`${origin()}/p/${slug}?lang=en`)).text()
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' }).click()
const axe = async (page: Page, name: string) => {
  expect.soft(await findingsOf(page), name).toEqual([])
}

test('everything of a link that nobody has ordered can be changed, the customer sees it, and the history says from what to what', async ({ page }) => {
  const link = await makeLink(seller, { description: 'Lama' })
  const pictureOf = async () => /og:image" content="([^"]+)"/.exec(await customerSees(link.slug))?.[1]
  const picture = await pictureOf()
  await page.goto(`/links/${link.id}`)
  await page.getByRole('main').getByRole('link', { name: 'Edit' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  await expect(page.getByLabel('Price')).toHaveValue('85.000')
  await page.getByLabel('Price').fill('')
  await save(page)
  await expect(page.getByLabel('Price')).toHaveAccessibleDescription(/Fill this in/)
  await page.getByLabel('Price').fill('90000')
  await page.getByLabel('Usage limit').fill('7')
  await page.getByLabel('Title').fill('Paket Lebaran')
  await page.getByLabel('Description').fill('Baru')
  await page.getByLabel('After some time').check()
  await page.getByLabel('How long').fill('3')
  await page.getByRole('switch', { name: 'All methods' }).uncheck()
  await page.getByRole('checkbox', { name: 'GoPay' }).check()
  await save(page)
  await expect(page).toHaveURL(new RegExp(`/links/${link.id}$`))
  expect(await rowOf(link.id)).toMatchObject({ price: 90_000, usage_limit: 7, title: 'Paket Lebaran', description: 'Baru', payment_methods: ['gopay'], order_id: link.orderId, slug: link.slug, version: 2 })
  expect(await customerSees(link.slug)).toMatch(/Paket Lebaran[\s\S]*90\.000/)
  expect(await pictureOf()).not.toBe(picture)
  const history = page.getByRole('listitem').filter({ hasText: 'Toko Melati changed the link' })
  for (const line of [/Title: none → Paket Lebaran/, /Price: Rp\s85\.000 → Rp\s90\.000/, /Usage limit: 1 → 7/, /Expires: never → /, /Methods: all → GoPay/, /Description changed/]) await expect(history).toContainText(line)
  await expect(history).not.toContainText('Items')
})

test('once somebody pays, items and price stay and say why, the limit cannot fall below, and the open order keeps its price', async ({ page }) => {
  const link = await makeLink(seller, { usageLimit: '3' })
  await page.goto(`/links/${link.id}/edit`)
  await page.getByLabel('Price').fill('1000')
  // Ordered while the seller types: the database has the last word.
  const placed = await order(link.slug)
  await order(link.slug)
  await save(page)
  await expect(page.getByRole('alert').filter({ hasText: 'A customer has ordered meanwhile' })).toBeVisible()
  await expect(page.getByText(/can no longer change, because 2 orders have this price/)).toBeVisible()
  await expect(page.getByText(/2 customers are paying right now/)).toBeVisible()
  await page.getByLabel('Usage limit').fill('1')
  await save(page)
  await expect(page.getByLabel('Usage limit')).toHaveAccessibleDescription(/Not below what is already paid.*0 paid and 2 being paid/)
  await page.getByLabel('Usage limit').fill('9')
  await page.getByLabel('Title').fill('Diperbarui')
  await save(page)
  await expect(page).toHaveURL(new RegExp(`/links/${link.id}$`))
  expect(await rowOf(link.id)).toMatchObject({ price: 85_000, usage_limit: 9, title: 'Diperbarui', held_count: 2 })
  await submit(`${placed.location}/simulate`, { news: 'settle' })
  expect(await query('SELECT amount::int, status FROM orders WHERE link_id = $1 ORDER BY created_at LIMIT 1', [link.id])).toEqual([{ amount: 85_000, status: 'paid' }])
})

for (const [locale, said] of [
  ['en', { price: 'Price', title: 'Title', save: 'Save changes', conflict: 'It was changed meanwhile', line: /Price: Rp\s85\.000 → Rp\s70\.000/, look: 'Look at the new version', mine: 'Keep what I typed' }],
  ['id', { price: 'Harga', title: 'Judul', save: 'Simpan perubahan', conflict: 'Link ini baru saja diubah', line: /Harga: Rp\s85\.000 → Rp\s70\.000/, look: 'Lihat versi terbaru', mine: 'Pakai isianku' }],
] as const) {
  test(`of two tabs the second is told what changed meanwhile and loses nothing of what was typed, ${locale}`, async ({ page, context }) => {
    await seller.signIn(context, locale)
    const link = await makeLink(seller)
    await page.goto(`/links/${link.id}/edit`)
    const second = await context.newPage()
    await second.goto(`/links/${link.id}/edit`)
    await page.getByLabel(said.price).fill('70000')
    await page.getByRole('button', { name: said.save }).click()
    await expect(page).toHaveURL(new RegExp(`/links/${link.id}$`))

    await second.getByLabel(said.title).fill('Milikku')
    await second.getByRole('button', { name: said.save }).click()
    const note = second.getByRole('alert', { name: said.conflict })
    await expect(note).toContainText(said.line)
    await expect(note.getByRole('link', { name: said.look })).toHaveAttribute('href', `/links/${link.id}`)
    await expect(second.getByLabel(said.title)).toHaveValue('Milikku')
    expect(await rowOf(link.id)).toMatchObject({ title: null, price: 70_000, version: 2 })

    await note.getByRole('button', { name: said.mine }).click()
    await expect(note).toBeHidden()
    await expect(second.getByLabel(said.title)).toHaveValue('Milikku')
    await expect(second.getByLabel(said.price)).toHaveValue('70.000')
    await second.getByRole('button', { name: said.save }).click()
    await expect(second).toHaveURL(new RegExp(`/links/${link.id}$`))
    expect(await rowOf(link.id)).toMatchObject({ title: 'Milikku', price: 70_000, version: 3 })
  })
}

for (const [colorScheme, viewport] of [['light', { width: 360, height: 740 }], ['dark', { width: 1280, height: 800 }]] as const) {
  test(`the customer decides the amount between what the seller set, and the pages have nothing for axe, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
    const page = await context.newPage()
    await seller.signIn(context, 'id')
    await page.goto('/links/new')
    await page.getByRole('button', { name: 'Pelanggan yang menentukan' }).click()
    await page.getByLabel('Untuk apa').fill('Donasi banjir')
    await page.getByLabel('Minimal', { exact: true }).fill('50000')
    await page.getByLabel('Maksimal', { exact: true }).fill('5000')
    await page.getByRole('button', { name: 'Buat link' }).click()
    await expect(page.getByLabel('Maksimal', { exact: true })).toHaveAccessibleDescription(/lebih kecil/)
    await axe(page, 'open amount')
    await page.getByLabel('Maksimal', { exact: true }).fill('500000')
    await page.getByLabel('Saran').fill('100000')
    await page.getByRole('button', { name: 'Buat link' }).click()
    await expect(page).toHaveURL(/created=1/)
    const [link] = await query<{ id: string; slug: string }>('SELECT id, slug FROM links WHERE merchant_id = $1', [seller.merchantId])
    await page.goto(`/links/${link?.id}/edit`)
    await expect(page.getByLabel('Minimal', { exact: true })).toHaveValue('50.000')
    await axe(page, 'edit')

    await page.goto(`/p/${link?.slug}?lang=en`)
    const amount = page.getByLabel('How much would you like to pay?')
    await expect(amount).toHaveValue('100.000')
    await amount.fill('75000')
    await page.getByLabel('Name', { exact: true }).fill('Sari')
    await page.getByLabel('WhatsApp number').fill('0812-3456-7890')
    await page.getByRole('radio', { name: /BCA virtual account/ }).check()
    await page.getByRole('button', { name: 'Go on to pay' }).click()
    await page.getByRole('button', { name: 'Pay now' }).click()
    await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
    expect(await query('SELECT amount::int, status FROM orders WHERE link_id = $1', [link?.id])).toEqual([{ amount: 75_000, status: 'paid' }])
    await seller.signIn(context, 'id')
    await page.goto(`/links/${link?.id}/edit`)
    await expect(page.getByText(/tidak bisa diubah lagi, karena 1 pesanan/)).toBeVisible()
    await axe(page, 'edit, locked')
    await context.close()
  })
}

test('whatever is sent to these actions is refused in words, and nothing changes', async () => {
  const link = await makeLink(seller)
  const long = 'a'.repeat(100_000)
  const attempts: [string, unknown][] = [
    ['editLinkAction', { ...linkContent(), id: link.id, version: '1' }], ['editLinkAction', { ...linkContent(), id: link.id, version: 1, orderId: 'OTHER' }],
    ['editLinkAction', { ...linkContent({ title: long }), id: link.id, version: 1 }], ['editLinkAction', { ...linkContent({ openAmount: { minimum: '-1', maximum: '', preset: '' } }), id: link.id, version: 1 }],
    ['editLinkAction', { ...linkContent({ openAmount: { minimum: '10', maximum: '20', preset: '30' } }), id: link.id, version: 1 }], ['editLinkAction', { ...linkContent({ questions: ['address'] }), id: link.id, version: 1 }],
    ['editLinkAction', { ...linkContent({ expiry: { kind: 'at', at: '2020-01-01T00:00' } }), id: link.id, version: 1 }],
    ['editLinkAction', null], ['saveTemplateAction', { name: ' ', content: {} }], ['saveTemplateAction', { name: 'A', content: [] }], ['saveTemplateAction', { name: 'a\u0000b', content: {} }],
    ['saveTemplateAction', { name: long, content: {} }], ['updateTemplateAction', { id: 'no-uuid', content: {} }], ['updateLinkDefaultsAction', { usageLimit: '5' }],
    ['updateLinkDefaultsAction', { usageLimit: null, title: '', description: '', expiry: { kind: 'at', at: '2030-01-01T00:00' }, paymentMethods: [], questions: null }],
  ]
  for (const [name, input] of attempts) expect((await callAction(name, input, seller)).result?.error?.kind, `${name} ${JSON.stringify(input).slice(0, 200)}`).toBe('invalid')
  expect(await rowOf(link.id)).toMatchObject({ version: 1, price: 85_000 })
  // What cannot be understood is left out of a template, however much of it there is.
  const junk = await callAction('saveTemplateAction', { name: 'Junk', content: { items: [{ name: long, price: {} }, null, 7], title: 5, description: long, constructor: long, colour: [[[]]] } }, seller)
  expect(junk.result).toMatchObject({ ok: true, value: { dropped: expect.arrayContaining(['items', 'title', 'description', 'other']) } })
})

test('on a phone the edit page has the screen to itself: nothing lies over its button', async ({ page }) => {
  const link = await makeLink(seller)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/links/${link.id}/edit`)
  const button = page.getByRole('button', { name: 'Save changes' })
  await expect(button).toBeInViewport({ ratio: 1 })
  expect(await button.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
