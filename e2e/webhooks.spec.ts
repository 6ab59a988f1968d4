import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { makeLink } from './support/actions'
import { order, submit } from './support/customer'
import { startReceiver, type Received, type Receiver } from './support/receiver'
import { makeSeller } from './support/seller'
import { addEndpoint, notifications } from './support/webhook'

/** What really arrives at a receiver of a seller, and what they see of it. */

const PASSWORD = 'rahasia-sekali'
let receiver: Receiver

test.beforeEach(async () => {
  receiver = await startReceiver()
})
test.afterEach(async () => {
  await receiver.close()
})

const bodyOf = ({ body }: Received) => JSON.parse(body) as Record<string, string>
const types = () => receiver.received.map((one) => bodyOf(one)['event_type'])

test('a seller adds a webhook, tests it, and their website hears of every change of an order, signed', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Shop name').fill('Toko Melati')
  await page.getByLabel('E-mail').fill(`${randomBytes(6).toString('hex')}@example.com`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Open shop' }).click()
  await expect(page.getByRole('heading', { name: 'Make your first link' })).toBeVisible()

  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Webhooks' }).click()
  await expect(page.getByRole('heading', { name: 'Let your website or app know by itself' })).toBeVisible()
  await page.getByRole('link', { name: 'Add a webhook' }).click()
  await page.getByLabel('Address (URL)').fill(receiver.url)
  await page.getByLabel('Name').fill('Stock list')
  await page.getByRole('button', { name: 'Add webhook' }).click()
  await expect(page.getByRole('heading', { name: 'Your webhook is ready' })).toBeVisible()
  const secret = (await page.getByText(/^whsec_/).first().textContent()) ?? ''

  await page.getByRole('button', { name: 'Send test' }).click()
  await expect(page.getByText('The test has arrived')).toBeVisible()
  await expect(page.getByText(/Your server answered 200/)).toBeVisible()
  await expect(notifications(page).filter({ hasText: 'Test' })).toContainText('Delivered')
  expect(types()).toEqual(['webhook.test'])

  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: 'Webhooks' }).click()
  await page.getByRole('link', { name: 'Manage server keys' }).click()
  // The test notification needed a key, so there is one.
  await page.getByRole('button', { name: 'What to do with default' }).click()
  await page.getByRole('menuitem', { name: 'Show key' }).click()
  await page.getByLabel('Password').fill('salah-sekali')
  await page.getByRole('button', { name: 'Show key' }).click()
  await expect(page.getByText('That is not your password.')).toBeVisible()
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Show key' }).click()
  const shownKey = page.getByRole('dialog').locator('code')
  await expect(shownKey).toBeVisible()
  const serverKey = (await shownKey.textContent()) ?? ''
  await page.goto('/settings/webhooks')

  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const link = await makeLink({ cookie }, { usageLimit: null })
  const { location } = await order(link.slug)
  await expect.poll(types).toEqual(['webhook.test', 'order.pending'])
  await submit(`${location}/simulate`, { news: 'settle' })
  await expect.poll(types).toEqual(['webhook.test', 'order.pending', 'order.paid'])

  const verifier = new Webhook(secret)
  for (const { headers, body } of receiver.received) {
    expect(() => verifier.verify(body, headers as Record<string, string>)).not.toThrow()
    expect(() => verifier.verify(body.replace('IDR', 'USD'), headers as Record<string, string>)).toThrow('No matching signature found')
    const { order_id = '', status_code = '', gross_amount = '', signature_key } = JSON.parse(body) as Record<string, string>
    expect(signature_key).toBe(createHash('sha512').update(order_id + status_code + gross_amount + serverKey).digest('hex'))
  }
  const [, pending, paid] = receiver.received.map(bodyOf)
  expect(pending).toMatchObject({ transaction_status: 'pending', status_code: '201', gross_amount: '85000.00', payment_type: 'bank_transfer' })
  expect(paid).toMatchObject({ transaction_status: 'settlement', status_code: '200', gross_amount: '85000.00', order_id: pending?.['order_id'] })

  await page.getByRole('link', { name: /Stock list/ }).click()
  await expect(notifications(page)).toHaveCount(3)
  await expect(notifications(page).first()).toContainText('Order paid')
  await expect(notifications(page).nth(1)).toContainText('Order placed')
  await expect(notifications(page).nth(1)).toContainText(paid?.['order_id'] ?? 'nothing')
  await notifications(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Order paid' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Content' })).toContainText('"transaction_status": "settlement"')
  const paidId = String(receiver.received[2]?.headers['webhook-id'])
  expect(paidId).toMatch(/^msg_/)
  await expect(page.getByText(paidId, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Answer' })).toHaveText('noted')
  await page.getByRole('link', { name: paid?.['order_id'] ?? 'nothing' }).click()
  await expect(page.getByRole('heading', { name: 'Order of Sari Wulandari' })).toBeVisible()
})

test('what a receiver did not take is sent again by hand, under the same id', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  receiver.answer(500, 'Out of order')
  const id = await addEndpoint(seller, receiver.url, { events: ['order.pending'] })
  await page.goto(`/settings/webhooks/${id}`)
  await expect(page.getByRole('heading', { name: 'Nothing has been sent yet' })).toBeVisible()

  await order((await makeLink(seller)).slug)
  const row = notifications(page).filter({ hasText: 'Order placed' })
  await expect(row).toContainText('Waiting')
  await expect(row).toContainText('answered 500')
  await expect(row).toContainText('next try')
  await page.reload()
  await expect(page.getByText('Failing', { exact: true })).toBeVisible()
  await expect(page.getByText(/Nothing has got through since/)).toBeVisible()
  await row.getByRole('link').click()
  await expect(page.getByText(/Your server answered 500 .* Only 200 to 299 counts as received/).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Answer' }).first()).toHaveText('Out of order')

  receiver.answer(200)
  await page.getByRole('button', { name: 'Resend' }).click()
  await expect(page.getByText('Resent: it has arrived.')).toBeVisible()
  await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('by hand')).toBeVisible()
  await expect(page.getByText(/Your server answered 200/)).toBeVisible()

  expect(receiver.received.length).toBeGreaterThanOrEqual(2)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link').click()
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
})

test('a test tells the truth about a receiver that refuses and about one that is not there', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const id = await addEndpoint(seller, receiver.url)
  await page.goto(`/settings/webhooks/${id}`)
  receiver.answer(404)
  await page.getByRole('button', { name: 'Send test' }).click()
  await expect(page.getByText('The test did not arrive')).toBeVisible()
  await expect(page.getByText(/Your server answered 404/)).toBeVisible()
  await receiver.close()
  await page.getByRole('button', { name: 'Send test' }).click()
  await expect(page.getByText('Your server could not be reached, or broke the connection off.').first()).toBeVisible()
  receiver = await startReceiver()
})

test('the log is filtered, and everything since a time is sent again', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const id = await addEndpoint(seller, receiver.url, { events: ['order.pending'] })
  const link = await makeLink(seller, { usageLimit: null })
  await order(link.slug)
  await expect.poll(types).toEqual(['order.pending'])
  await page.goto(`/settings/webhooks/${id}`)
  await expect(notifications(page)).toHaveCount(1)
  const states = page.getByRole('group', { name: 'State' })
  await states.getByRole('button', { name: 'Failed' }).click()
  await expect(page.getByText('None of these')).toBeVisible()
  await expect(page).toHaveURL(/state=failed/)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(notifications(page)).toHaveCount(1)

  const resend = async (everything: boolean) => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /Resend since/ }).click()
    if (everything) await page.getByRole('checkbox', { name: /Only what did not arrive/ }).uncheck()
    await page.getByRole('dialog').getByRole('button', { name: 'Resend', exact: true }).click()
  }
  await resend(false)
  await expect(page.getByText('Nothing to resend since then.')).toBeVisible()
  await resend(true)
  await expect(page.getByText('One notification is on its way again.')).toBeVisible()
  await expect.poll(types).toEqual(['order.pending', 'order.pending'])
  await expect(notifications(page).first()).toContainText('2 tries')
})
