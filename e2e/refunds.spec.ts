import { expect, test } from '@playwright/test'
import { query } from './support/database'
import { badge, countersOf, place } from './support/placed-order'
import { makeSeller, type Seller } from './support/seller'

/** Money that goes back, as both sides see it. */

let seller: Seller

test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

test('money goes back in parts until nothing is left, and the page of the customer adds it up in both languages', async ({ page }) => {
  const placed = await place(seller, { method: 'gopay', news: ['settle'] })
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
  const placed = await place(seller, { method: 'gopay', news: ['settle'] })
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
  const placed = await place(seller, { method: 'gopay', news: ['settle'] })
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
