import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { submit } from './support/customer'
import { query } from './support/database'
import { countersOf, place, placeOn, statusOf } from './support/placed-order'
import { makeSeller, type Seller } from './support/seller'

/** A link that is paused or deleted while customers pay. */

let seller: Seller

test.beforeEach(async ({ context }) => {
  seller = await makeSeller()
  await seller.signIn(context)
})

test('a link is deleted while somebody pays: left alone, they can still pay and are not lured away', async ({ page, browser }) => {
  const placed = await place(seller)
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
