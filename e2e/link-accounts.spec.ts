import { expect, test } from '@playwright/test'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { addAccount, inLiveMode } from './support/receiving'
import { makeSeller, origin } from './support/seller'

/** Single accounts, on or off for one link. */

const { isMobile, ...phone } = PHONE
test.use({ ...phone, isMobile, locale: 'en-GB' })

test('a seller leaves one of two bank accounts out of a link, and customers are not offered it', async ({ browser, context, page }) => {
  const seller = inLiveMode(await makeSeller('Toko Melati'))
  for (const [label, bank] of [['BCA Melati', 'BCA'], ['Mandiri Melati', 'Mandiri']] as const) await addAccount(seller, { kind: 'bank', label, ...(bank === 'Mandiri' && { details: { bank, number: '900-00-1234567-8' } }) })
  await addAccount(seller, { kind: 'qris', label: 'QRIS' })
  await seller.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])

  await page.goto('/links/new')
  await page.getByLabel('Item name').fill('Kerudung voal')
  await page.getByLabel('Price').fill('85000')
  await page.getByRole('button', { name: /More options/ }).click()
  const accounts = page.getByRole('group', { name: /which accounts/ })
  await expect(accounts).toHaveCount(1)
  await expect(accounts.getByRole('checkbox')).toHaveCount(2)
  await accounts.getByRole('checkbox', { name: 'Mandiri Melati' }).uncheck()
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page.getByRole('heading', { name: 'Your link is ready to share' })).toBeVisible()

  const [link] = await query<{ id: string; slug: string }>('SELECT id, slug FROM links WHERE merchant_id = $1', [seller.merchantId])
  await page.goto(`/p/${link?.slug}`)
  await expect(page.getByRole('radio', { name: /BCA Melati/ })).toBeVisible()
  await expect(page.getByRole('radio', { name: /QRIS/ })).toBeVisible()
  await expect(page.getByRole('radio', { name: /Mandiri/ })).toHaveCount(0)

  await page.goto(`/links/${link?.id}`)
  await expect(page.getByText('Not to Mandiri Melati')).toBeVisible()
  await page.goto(`/links/new?from=${link?.id}`)
  await expect(page.getByRole('checkbox', { name: 'Mandiri Melati' })).not.toBeChecked()

  // What is left is turned off while a customer is about to choose: there is no field to put right, only the shop to ask.
  const customer = await (await browser.newContext({ ...phone, isMobile, locale: 'en-GB' })).newPage()
  await customer.goto(`/p/${link?.slug}`)
  await customer.getByLabel('Name').fill('Sari')
  await query("UPDATE receiving_accounts SET is_on = false WHERE merchant_id = $1 AND label <> 'Mandiri Melati'", [seller.merchantId])
  await customer.getByRole('button', { name: /^Pay/ }).click()
  await expect(customer.getByText(/Toko Melati cannot be paid through this link/)).toBeVisible()
  await expect(customer.getByRole('alert')).toHaveCount(0)
  await customer.context().close()
  await page.goto(`/links/${link?.id}`)
  await expect(page.getByText('Customers cannot pay this link')).toBeVisible()
})
