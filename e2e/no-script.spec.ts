import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { order } from './support/customer'
import { makeSeller, type Seller } from './support/seller'

/** The payment page in an old in-app browser: no JavaScript at all. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB', javaScriptEnabled: false })

let seller: Seller
test.beforeAll(async () => {
  seller = await makeSeller('Toko Melati')
})

test('a customer fixes the form, orders, reads how to pay, pays and sees the receipt', async ({ page }) => {
  const link = await makeLink(seller)
  await page.goto(`/p/${link.slug}`)
  const pay = page.getByRole('button', { name: /^Pay Rp\s85\.000/ })
  await page.getByLabel('E-mail').fill('sari@example')
  await page.getByLabel('WhatsApp number').fill('0812-3456-7890')
  await page.getByRole('radio', { name: /BCA virtual account/ }).check()
  await pay.click()

  await expect(page.getByRole('alert')).toContainText('needs fixing')
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Fill this in.')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription('This is not an e-mail address.')
  await expect(page.getByLabel('E-mail')).toHaveValue('sari@example')
  await expect(page.getByLabel('WhatsApp number')).toHaveValue('0812-3456-7890')
  await expect(page.getByRole('radio', { name: /BCA/ })).toBeChecked()

  await page.getByLabel('Name', { exact: true }).fill('Sari Wulandari')
  await page.getByLabel('E-mail').fill('sari@example.com')
  await pay.click()
  await expect(page.getByText('Virtual account number', { exact: true })).toBeVisible()
  await expect(page.getByText('Pay exactly')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'BCA virtual account' })).toBeVisible()
  await expect(page.getByText('Open BCA mobile')).toBeVisible()

  await page.getByRole('button', { name: 'Pay now' }).click()
  await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
  await expect(page.getByText('Kerudung voal motif')).toBeVisible()
  expect(await query('SELECT customer_name, customer_email, status FROM orders WHERE link_id = $1', [link.id])).toEqual([
    { customer_name: 'Sari Wulandari', customer_email: 'sari@example.com', status: 'paid' },
  ])
})

const CODES = {
  bca_va: ['Virtual account number'], bni_va: ['Virtual account number'], bri_va: ['Virtual account number'], permata_va: ['Virtual account number'],
  echannel: ['Company code', 'Bill key'], indomaret: ['Payment code'], alfamart: ['Payment code'],
}

test('every method shows its own code, the same after a reload', async ({ page }) => {
  const link = await makeLink(seller, { usageLimit: '20' })
  for (const [method, labels] of Object.entries(CODES)) {
    await page.goto((await order(link.slug, { method })).location)
    const shown = async () => {
      const rows = await Promise.all(labels.map((label) => page.getByRole('paragraph').filter({ hasText: label }).getByRole('strong').textContent()))
      return rows.map((text) => text?.replaceAll(/\s/g, ''))
    }
    const codes = await shown()
    for (const code of codes) expect(code, method).toMatch(/^[0-9A-Z]{5,20}$/)
    await page.reload()
    expect(await shown(), method).toEqual(codes)
  }
  for (const method of ['other_qris', 'gopay', 'shopeepay']) {
    await page.goto((await order(link.slug, { method })).location)
    await expect(page.getByRole('img', { name: /QR code to pay Rp\s85\.000/ }), method).toBeVisible()
    await expect(page.getByRole('link', { name: 'Save QR' }), method).toBeVisible()
  }
})

test('a card is accepted or declined as published, and any other number is refused and forgotten', async ({ page }) => {
  const link = await makeLink(seller, { usageLimit: '2' })
  const payWith = async (number: string) => {
    await page.getByLabel('Card number').fill(number)
    await page.getByLabel('Valid until').fill('12/30')
    await page.getByLabel('CVV').fill('123')
    await page.getByRole('button', { name: /^Pay Rp/ }).click()
  }
  const first = (await order(link.slug, { method: 'credit_card' })).location
  await page.goto(first)
  await payWith('4539 1488 0343 6467')
  await expect(page.getByLabel('Card number')).toHaveAccessibleDescription(/not a test card number/)
  await expect(page.getByLabel('Card number')).toHaveValue('')
  const [row] = await query<{ text: string }>('SELECT o::text AS text FROM orders o WHERE link_id = $1', [link.id])
  // Four digits alone may stand in any random id.
  expect(row?.text).not.toMatch(/4539.{0,3}1488|0343.{0,3}6467/)
  await payWith('4911 1111 1111 1113')
  await expect(page.getByRole('heading', { name: 'Payment declined' })).toBeVisible()
  await page.goto((await order(link.slug, { method: 'credit_card' })).location)
  await payWith('4811111111111114')
  await expect(page.getByRole('heading', { name: 'Payment received' })).toBeAttached()
})

test('the customer can choose another method, and the simulator can decline or let expire', async ({ page }) => {
  const link = await makeLink(seller)
  await page.goto((await order(link.slug)).location)
  await page.getByRole('button', { name: 'Choose another method' }).click()
  await expect(page.getByRole('button', { name: /^Pay Rp/ })).toBeVisible()
  for (const [button, heading] of [['Decline', 'Payment declined'], ['Let it expire', 'The time to pay is over']] as const) {
    await page.goto((await order(link.slug)).location)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await page.getByRole('link', { name: 'Try again' }).click()
    await expect(page.getByRole('button', { name: /^Pay Rp/ })).toBeVisible()
  }
})
