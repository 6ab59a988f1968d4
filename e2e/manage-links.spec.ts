import { randomBytes } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

let seller: Seller

test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

const item = (name: string) => ({ items: [{ name, price: '85.000', quantity: 1 }] })
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') })
const choose = async (page: Page, name: string, action: string) => {
  await page.getByRole('button', { name: `More actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}
/** What a customer reads who opens the link now. */
const customerSees = async (slug: string) => await (await fetch(`${origin()}/p/${slug}?lang=en`)).text()

test('the list narrows while the seller types, and the address can be shared and goes back', async ({ page }) => {
  for (const name of ['Kerudung voal', 'Bros mutiara 100%', 'Gamis polos']) await makeLink(seller, item(name))
  await makeLink(seller, { ...item('Tas rajut'), orderId: `PO_7-${randomBytes(4).toString('hex')}`, customer: { firstName: 'Dewi', lastName: 'Lestari', email: '', phone: '', notes: '' } })
  await page.goto('/links')
  await expect(rows(page)).toHaveCount(4)
  const search = page.getByRole('searchbox', { name: 'Search links' })
  for (const [typed, found] of [['BROS', 'Bros mutiara'], ['100%', 'Bros mutiara'], ['po_7', 'Tas rajut'], ['lestari', 'Tas rajut']] as const) {
    await search.fill(typed)
    await expect(rows(page)).toHaveCount(1)
    await expect(row(page, found)).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(typed)}`))
  }
  await search.fill('tidak ada')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all links' }).click()
  await expect(rows(page)).toHaveCount(4)
  await expect(search).toHaveValue('')

  await page.goto('/links?q=gamis')
  await expect(search).toHaveValue('gamis')
  await expect(rows(page)).toHaveCount(1)
})

test('a status is filtered by its button or by an address that somebody shared', async ({ page }) => {
  await makeLink(seller, item('Tetap buka'))
  const paused = await makeLink(seller, item('Sedang tutup'))
  await query("UPDATE links SET state = 'paused' WHERE id = $1", [paused.id])
  const ended = await makeLink(seller, item('Sudah lewat'))
  await query("UPDATE links SET expires_at = now() - interval '1 day' WHERE id = $1", [ended.id])

  await page.goto('/links')
  const filters = page.getByRole('group', { name: 'Filter by status' })
  for (const [name, status, found] of [['Paused', 'paused', 'Sedang tutup'], ['Expired', 'expired', 'Sudah lewat'], ['Active', 'active', 'Tetap buka']] as const) {
    await filters.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await expect(page).toHaveURL(new RegExp(`status=${status}`))
    await expect(rows(page)).toHaveCount(1)
    await expect(row(page, found)).toBeVisible()
  }
  await page.goBack()
  await expect(row(page, 'Sudah lewat')).toBeVisible()
  await page.goto('/links?status=paused')
  await expect(filters.getByRole('button', { name: /^Paused/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(rows(page)).toHaveCount(1)
})

test('deleting says what becomes of waiting orders, closes the link at once, and can be undone', async ({ page }) => {
  const link = await makeLink(seller, { ...item('Kerudung voal'), usageLimit: '3' })
  const { location } = await order(link.slug)
  await page.goto('/links')
  await choose(page, 'Kerudung voal', 'Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete this link?' })
  await expect(question).toContainText('1 customer is paying right now')
  await expect(question.getByRole('radio', { name: 'Let them finish' })).toBeChecked()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  expect(await customerSees(link.slug)).toMatch(/Pay Rp/)

  await choose(page, 'Kerudung voal', 'Delete')
  await question.getByRole('button', { name: 'Delete link' }).dblclick()
  await expect(page.getByText('Link deleted.')).toBeVisible()
  await expect(row(page, 'Kerudung voal')).toHaveCount(0)
  await expect(page.getByText('Link deleted.')).toHaveCount(1)
  expect(await customerSees(link.slug)).toMatch(/This link was removed/)
  expect((await order(link.slug)).status).toBe(410)
  expect((await submit(`${location}/simulate`, { news: 'settle' })).status).toBe(303)
  expect(await query('SELECT status FROM orders WHERE link_id = $1', [link.id])).toEqual([{ status: 'paid' }])

  // From another page, whose code knows nothing of links.
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Link restored.')).toBeVisible()
  // Nothing offers any more to take back what was taken back.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Links', exact: true }).first().click()
  await expect(row(page, 'Kerudung voal')).toContainText('1 / 3')
  await expect(row(page, 'Kerudung voal')).toContainText('Active')
  expect(await customerSees(link.slug)).toMatch(/Pay Rp/)
})

test('a deleted link is found under its own filter and can be restored later', async ({ page }) => {
  const link = await makeLink(seller, item('Kerudung voal'))
  await query("UPDATE links SET state = 'deleted', deleted_at = now() WHERE id = $1", [link.id])
  await page.goto('/links?status=deleted')
  await choose(page, 'Kerudung voal', 'Restore')
  await expect(page.getByText('Link restored.')).toBeVisible()
  expect(await customerSees(link.slug)).toMatch(/Pay Rp/)
})

test('a customer who meets a paused link hears it, and can pay once it is resumed', async ({ page }) => {
  const link = await makeLink(seller, item('Kerudung voal'))
  await page.goto(`/links/${link.id}`)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Link paused.', { exact: false })).toBeVisible()
  expect(await customerSees(link.slug)).toMatch(/Paused for now/)
  expect((await order(link.slug)).status).not.toBe(303)
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByText('Link active again.')).toBeVisible()
  await expect(page.getByText('Link resumed')).toBeVisible()
  expect((await order(link.slug)).status).toBe(303)
})

test('120 links come in pages without a gap or a double, also when a new one is made in between', async ({ page }) => {
  // Every five share a moment, so that only the id tells them apart.
  await query(
    `INSERT INTO links (id, merchant_id, mode, order_id, slug, amount, items, usage_limit, search_text, created_at, updated_at)
     SELECT gen_random_uuid(), $1::uuid, 'test', 'PAGE-' || n, $2 || n, 1000, jsonb_build_array(jsonb_build_object('name', 'Barang ' || n, 'price', 1000, 'quantity', 1)),
       1, 'barang ' || n, now() - (n / 5) * interval '1 minute', now() FROM generate_series(1, 120) AS n`,
    [seller.merchantId, `page-${randomBytes(4).toString('hex')}-`],
  )
  await page.goto('/links')
  const names = async (count: number, { unlike = [] }: { unlike?: string[] | undefined } = {}) => {
    await expect(rows(page)).toHaveCount(count)
    // What was shown before has gone.
    if (unlike[0]) await expect(page.getByRole('link', { name: unlike[0], exact: true })).toHaveCount(0)
    return await rows(page).getByRole('link', { name: /^Barang/ }).allTextContents()
  }
  const [newer, older] = [page.getByRole('button', { name: 'Newer' }), page.getByRole('button', { name: 'Older' })]
  const pages = [await names(50)]
  await expect(newer).toBeDisabled()
  await makeLink(seller, item('Baru saja'))
  for (const count of [50, 20]) {
    await older.click()
    pages.push(await names(count, { unlike: pages.at(-1) }))
  }
  await expect(older).toBeDisabled()
  expect(new Set(pages.flat()).size).toBe(120)

  await page.reload()
  expect(await names(20)).toEqual(pages[2])
  await page.goBack()
  expect(await names(50, { unlike: pages[2] })).toEqual(pages[1])
})

test('a page that was open while the server was updated says that it stands still, once, and loads anew when asked', async ({ page }) => {
  await makeLink(seller)
  await page.goto('/links')
  await expect(page.getByRole('link', { name: /^Kerudung/ })).toBeVisible()
  // As Next answers a page of another build.
  await page.route('**/links*', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 409, headers: { 'x-nextjs-action-not-found': '1' } }) : route.continue()))
  const note = page.getByText('There is a new version of Tautan.')
  await expect(note).toBeVisible({ timeout: 30_000 })
  await expect(note).toHaveCount(1)
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(note).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Kerudung/ })).toBeVisible()
})
