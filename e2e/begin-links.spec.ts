import { expect, test, type Page } from '@playwright/test'
import { makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { query } from './support/database'
import { makeSeller, type Seller } from './support/seller'

/** What a new link begins with: a copy, a template, the shop's defaults. */

let seller: Seller
test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

const linkCount = async () => (await query('SELECT id FROM links WHERE merchant_id = $1', [seller.merchantId])).length
const axe = async (page: Page, name: string) => {
  expect.soft(await findingsOf(page), name).toEqual([])
}

test('a copy has everything but IDs, counts and what is past, and nothing is written until it is saved', async ({ page }) => {
  const link = await makeLink(seller, { usageLimit: '5', title: 'Asli', customer: { firstName: 'Sari', lastName: '', email: '', phone: '0812-3456-7890', notes: '' } })
  await query("UPDATE links SET used_count = 2, expires_at = now() - interval '1 day' WHERE id = $1", [link.id])
  await page.goto('/links')
  await page.getByRole('button', { name: 'More actions for Asli' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'A copy of Asli' })).toContainText('expiry')
  await expect(page.getByLabel('Item name')).toHaveValue('Kerudung voal motif')
  await expect(page.getByLabel('Price')).toHaveValue('85.000')
  await expect(page.getByLabel('Usage limit')).toHaveValue('5')
  await expect(page.getByLabel('First name')).toHaveValue('Sari')
  await expect(page.getByLabel('Order ID')).not.toHaveValue(link.orderId)
  expect(await linkCount()).toBe(1)
  await page.getByLabel('Price').fill('95000')
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page).toHaveURL(/created=1/)
  expect(await query('SELECT title, amount::int, usage_limit, used_count, expires_at FROM links WHERE merchant_id = $1 AND id <> $2', [seller.merchantId, link.id])).toEqual([
    { title: 'Asli', amount: 95_000, usage_limit: 5, used_count: 0, expires_at: null },
  ])
})

test('a form is kept as a template, begun from, renamed, replaced, deleted and brought back', async ({ page }) => {
  await page.goto('/links/new')
  await page.getByLabel('Item name').fill('Gamis')
  await page.getByLabel('Price').fill('150000')
  await page.getByRole('button', { name: 'Templates' }).click()
  const sheet = page.getByRole('dialog', { name: 'Templates' })
  await expect(sheet.getByText('No templates yet')).toBeVisible()
  const keep = sheet.getByRole('button', { name: 'Keep as a template' })
  await keep.click()
  await expect(sheet.getByLabel('Name of the template')).toHaveAccessibleDescription(/Fill this in/)
  await sheet.getByLabel('Name of the template').fill('PO gamis')
  await keep.click()
  await expect(sheet.getByRole('button', { name: /^PO gamis/ })).toBeVisible()
  await sheet.getByLabel('Name of the template').fill('PO gamis')
  await keep.click()
  await expect(sheet.getByLabel('Name of the template')).toHaveAccessibleDescription(/of this name already/)
  await axe(page, 'templates')
  expect(await linkCount()).toBe(0)

  // What an older version wrote never breaks the form.
  await query(`UPDATE link_templates SET content = content || '{"usageLimit": "lots", "paymentMethods": ["gone_va"], "colour": "red"}' WHERE merchant_id = $1`, [seller.merchantId])
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByLabel('Item name').fill('')
  await page.getByRole('button', { name: 'Templates' }).click()
  await sheet.getByRole('button', { name: /^PO gamis/ }).click()
  await expect(page.getByLabel('Item name')).toHaveValue('Gamis')
  await expect(page.getByLabel('Price')).toHaveValue('150.000')
  await expect(page.getByRole('status').filter({ hasText: 'template PO gamis' })).toContainText('usage limit, methods that are off, something this version does not know')

  await page.getByRole('button', { name: 'Templates' }).click()
  const choose = async (name: string, action: string) => {
    await sheet.getByRole('button', { name: `More for ${name}` }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }
  await choose('PO gamis', 'Rename')
  await sheet.getByLabel('New name').fill('Gamis Lebaran')
  await sheet.getByRole('button', { name: 'Save', exact: true }).click()
  await choose('Gamis Lebaran', 'Replace with this form')
  await expect.poll(() => query('SELECT name, content FROM link_templates WHERE merchant_id = $1', [seller.merchantId])).toMatchObject([{ name: 'Gamis Lebaran', content: { usageLimit: '1', paymentMethods: [] } }])
  await choose('Gamis Lebaran', 'Delete')
  await expect(sheet.getByText('No templates yet')).toBeVisible()
  await sheet.getByRole('button', { name: 'Undo' }).click()
  await expect(sheet.getByRole('button', { name: /^Gamis Lebaran/ })).toBeVisible()

  // A form that is not right yet is kept without what is wrong; what was said lies on no field.
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('button', { name: 'Templates' }).click()
  await sheet.getByRole('button', { name: /^Gamis Lebaran/ }).click()
  await page.getByLabel('Price').fill('abc')
  await page.getByRole('button', { name: 'Templates' }).click()
  const name = await sheet.getByLabel('Name of the template').boundingBox()
  const toast = await page.locator('[data-sonner-toast]').first().boundingBox()
  expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(name?.y ?? 0)
  await choose('Gamis Lebaran', 'Replace with this form')
  await expect(sheet.getByText('Left out because it is not right yet: items.')).toBeVisible()

  // What can be taken back of the form is not said beside the link that was made of it.
  await page.getByRole('button', { name: /^Gamis Lebaran/ }).click()
  const note = page.getByText('Filled in from “Gamis Lebaran”.')
  await page.getByLabel('Item name').fill('Gamis')
  await page.getByLabel('Price').fill('150000')
  await expect(note).toBeVisible()
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page).toHaveURL(/created=1/)
  await expect(note).toHaveCount(0, { timeout: 1_000 })
})

test('new links begin with the shop’s defaults, which say so and can be changed; links of the API do not', async ({ page }) => {
  await page.goto('/settings/new-links')
  // Until its scripts are there, the form takes back what was typed.
  await expect(async () => {
    await page.getByLabel('Usage limit').fill('0')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByLabel('Usage limit')).toHaveAccessibleDescription(/whole number/, { timeout: 1_000 })
  }).toPass()
  await page.getByLabel('Usage limit').fill('10')
  await page.getByLabel('After some time').check()
  await page.getByLabel('How long').fill('2')
  await page.getByRole('switch', { name: 'As usual' }).uncheck()
  await page.getByRole('checkbox', { name: 'E-mail' }).check()
  await axe(page, 'defaults')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved')).toBeVisible()

  await page.goto('/links/new')
  await expect(page.getByText(/From your defaults: usage limit, expiry, what customers must tell/)).toBeVisible()
  await expect(page.getByLabel('Usage limit')).toHaveValue('10')
  await page.getByLabel('Usage limit').fill('4')
  await expect(page.getByText(/From your defaults: expiry, what customers must tell/)).toBeVisible()
  await page.getByLabel('Item name').fill('Tas')
  await page.getByLabel('Price').fill('5000')
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page).toHaveURL(/created=1/)
  expect(await query('SELECT usage_limit, customer_form, extract(epoch FROM expires_at - created_at)::int AS seconds FROM links WHERE merchant_id = $1', [seller.merchantId])).toEqual([
    { usage_limit: 4, customer_form: { required: ['name', 'phone', 'email'] }, seconds: 2 * 24 * 60 * 60 },
  ])
})
