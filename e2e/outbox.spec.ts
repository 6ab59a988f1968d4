import { expect, test } from '@playwright/test'
import { makeLink } from './support/actions'
import { PHONE, watch } from './support/browser-watch'
import { order, submit } from './support/customer'
import { emailOf } from './support/email'
import { makeSeller } from './support/seller'

/** The server under test has no mail server: every message is kept. */

test('a seller reads what was kept, and sees that nothing was sent', async ({ context, page }) => {
  const seller = await makeSeller('Toko Melati')
  const link = await makeLink(seller)
  const { location } = await order(link.slug)
  await emailOf(link.id, 'paymentInstructions')
  await submit(`${location}/simulate`, { news: 'settle' })
  await emailOf(link.id, 'sellerPaid')
  await seller.signIn(context)
  const browser = watch(context)

  await page.goto('/settings')
  await page.getByRole('link', { name: 'E-mails' }).click()
  await expect(page.getByRole('heading', { name: 'E-mails', level: 1 })).toBeVisible()
  await expect(page.getByText('No mail server is set up: nothing is sent')).toBeVisible()
  const table = page.getByRole('table', { name: 'E-mails' })
  await expect(table.getByText('Not sent')).toHaveCount(3)
  await expect(table.getByRole('link', { name: /received from Sari Wulandari/ })).toBeVisible()
  await table.getByRole('link', { name: /Bukti bayar|Receipt/ }).click()

  await expect(page.getByText('This message was not sent: no mail server was set up.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send/ })).toHaveCount(0)
  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', '')
  await expect(frame.contentFrame().getByText('Rp 85.000')).toBeVisible()
  await expect(frame.contentFrame().getByText(/^TEST/)).toBeVisible()
  await page.getByRole('tab', { name: 'Text only' }).click()
  await expect(page.getByRole('tabpanel')).toContainText(location)
  browser.expectClean()
})

test('a link that is made for somebody in the dashboard is told to them', async ({ browser }) => {
  const seller = await makeSeller('Toko Melati')
  const customer = { firstName: 'Budi', lastName: '', email: 'budi@example.com', phone: '', notes: '' }
  const link = await makeLink(seller, { customer })
  const id = await emailOf(link.id, 'linkCreated')
  const context = await browser.newContext({ ...PHONE, locale: 'en-GB' })
  await seller.signIn(context)
  const page = await context.newPage()
  await page.goto('/settings/outbox?state=kept')
  await page.getByRole('link', { name: /payment link/ }).click()
  await expect(page).toHaveURL(new RegExp(`/settings/outbox/${id}$`))
  await expect(page.locator('iframe').contentFrame().getByRole('link', { name: 'See and pay' })).toHaveAttribute('href', new RegExp(`/p/${link.slug}$`))
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await context.close()
})

test('what hostile text says in a message stays text', async ({ context, page }) => {
  const seller = await makeSeller('<script>alert(1)</script>')
  const link = await makeLink(seller, { items: [{ name: '<img src=x onerror=alert(1)>', price: '85.000', quantity: 1 }] })
  await order(link.slug)
  const id = await emailOf(link.id)
  await seller.signIn(context)
  const browser = watch(context)
  await page.goto(`/settings/outbox/${id}`)
  const frame = page.locator('iframe').contentFrame()
  await expect(frame.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible()
  await expect(frame.locator('script, img')).toHaveCount(0)
  browser.expectClean()
})

test('an empty outbox says what will be there', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/settings/outbox')
  await expect(page.getByRole('heading', { name: 'No e-mails yet' })).toBeVisible()
})
