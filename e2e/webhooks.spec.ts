import { createHash, randomBytes } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { callAction, makeLink } from './support/actions'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { startReceiver, type Received, type Receiver } from './support/receiver'
import { makeSeller, type Seller } from './support/seller'

/** What a seller sees of webhooks, and what really arrives at a receiver of theirs. */

const PASSWORD = 'rahasia-sekali'
let receiver: Receiver

test.beforeEach(async () => {
  receiver = await startReceiver()
})
test.afterEach(async () => {
  await receiver.close()
})

const notifications = (page: Page) => page.getByRole('list', { name: 'Notifications' }).getByRole('listitem')
const bodyOf = ({ body }: Received) => JSON.parse(body) as Record<string, string>
const types = () => receiver.received.map((one) => bodyOf(one)['event_type'])

async function addEndpoint(seller: Seller, overrides: Record<string, unknown> = {}): Promise<string> {
  const { result, body } = await callAction('createEndpointAction', { url: receiver.url, description: '', events: [], retryPolicy: 'standard', ...overrides }, seller)
  if (!result?.ok) throw new Error(`no endpoint: ${body}`)
  return (result.value as { id: string }).id
}

const countEndpoints = async (seller: Seller) => (await query('SELECT id FROM webhook_endpoints WHERE merchant_id = $1', [seller.merchantId])).length

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
  const id = await addEndpoint(seller, { events: ['order.pending'] })
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
  const id = await addEndpoint(seller)
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

test('a double click adds one webhook, and a mistake keeps what was typed', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/settings/webhooks/new')
  const [url, name] = [page.getByLabel('Address (URL)'), page.getByLabel('Name')]
  await url.fill('http://10.0.0.7/hook')
  await name.fill('Kasir')
  await page.getByRole('switch', { name: 'Everything that happens to an order' }).uncheck()
  const add = page.getByRole('button', { name: 'Add webhook' })
  await add.click()
  await expect(page.getByText('Choose at least one.')).toBeVisible()
  await page.getByRole('checkbox', { name: /Order paid/ }).check()
  await add.click()
  await expect(page.getByText(/inside a private network/)).toBeVisible()
  await expect(url).toBeFocused()
  await expect(name).toHaveValue('Kasir')
  await expect(page.getByRole('checkbox', { name: /Order paid/ })).toBeChecked()
  expect(await countEndpoints(seller)).toBe(0)

  await url.fill(receiver.url)
  // Two clicks in one go: before anything can be drawn in between.
  await add.evaluate((button: HTMLElement) => [button.click(), button.click()])
  await expect(page.getByRole('heading', { name: 'Your webhook is ready' })).toBeVisible()
  expect(await countEndpoints(seller)).toBe(1)
  await expect(page.getByRole('heading', { name: 'Kasir' })).toBeVisible()
})

test('a webhook is changed, paused, turned on, gets a new secret and is deleted', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const id = await addEndpoint(seller, { events: ['order.paid'] })
  await page.goto(`/settings/webhooks/${id}`)

  await page.getByRole('button', { name: 'Edit' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('checkbox', { name: /Order paid/ })).toBeChecked()
  await sheet.getByLabel('Name').fill('Gudang')
  await sheet.getByRole('checkbox', { name: /Order expired/ }).check()
  await sheet.getByRole('radio', { name: /As Midtrans/ }).check()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Gudang' })).toBeVisible()
  expect(await query('SELECT description, events, retry_policy::text FROM webhook_endpoints WHERE id = $1', [id])).toEqual([
    { description: 'Gudang', events: ['order.paid', 'order.expired'], retry_policy: 'midtrans' },
  ])

  const stateOf = async () => (await query<{ state: string }>('SELECT state::text FROM webhook_endpoints WHERE id = $1', [id]))[0]?.state
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  await expect.poll(stateOf).toBe('paused')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
  await expect.poll(stateOf).toBe('enabled')

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const secrets = page.getByText(/^whsec_/)
  await expect(secrets).toHaveCount(1)
  const old = (await secrets.textContent()) ?? ''
  await page.getByRole('button', { name: 'New secret' }).click()
  await page.getByRole('radio', { name: 'One day' }).check()
  await page.getByRole('button', { name: 'Make new secret' }).click()
  await expect(secrets).toHaveCount(2)
  await expect(secrets.nth(1)).toHaveText(old)
  await expect(secrets.first()).not.toHaveText(old)
  await expect(page.getByText(/The old secret is valid too until/)).toBeVisible()
  const fresh = (await secrets.first().textContent()) ?? ''
  await page.getByRole('button', { name: 'Send test' }).click()
  await expect(page.getByText('The test has arrived')).toBeVisible()
  const { headers, body } = receiver.received[0] ?? { headers: {}, body: '' }
  for (const secret of [old, fresh]) expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow()

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete webhook' }).click()
  await expect(page).toHaveURL(/\/settings\/webhooks$/)
  await expect(page.getByRole('heading', { name: 'Let your website or app know by itself' })).toBeVisible()
  expect((await page.goto(`/settings/webhooks/${id}`))?.status()).toBe(404)
})

test('the log is filtered, and everything since a time is sent again', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  const id = await addEndpoint(seller, { events: ['order.pending'] })
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

test("another shop's webhooks are the page of something that is not there", async ({ context, page }) => {
  const [owner, stranger] = [await makeSeller(), await makeSeller()]
  const id = await addEndpoint(owner, { description: 'Rahasia' })
  await callAction('sendTestAction', { id }, owner)
  const [delivery] = await query<{ id: string }>('SELECT id FROM webhook_deliveries WHERE endpoint_id = $1', [id])
  await stranger.signIn(context)
  await page.goto('/settings/webhooks')
  await expect(page.getByRole('heading', { name: 'Let your website or app know by itself' })).toBeVisible()
  await expect(page.getByText('Rahasia')).toHaveCount(0)
  for (const path of [`/settings/webhooks/${id}`, '/settings/webhooks/no-uuid', `/settings/webhooks/${id}/deliveries/${delivery?.id}`]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
  }
})

for (const [colorScheme, viewport] of [['light', { width: 360, height: 740 }], ['dark', { width: 1280, height: 800 }]] as const) {
  test(`axe finds nothing on the pages of webhooks, ${colorScheme}, ${viewport.width} px wide, and nothing sticks out`, async ({ browser }) => {
    test.slow()
    const seller = await makeSeller()
    const id = await addEndpoint(seller)
    await addEndpoint(seller, { description: 'Kasir', events: ['order.paid'] })
    await callAction('sendTestAction', { id }, seller)
    receiver.answer(500)
    await callAction('sendTestAction', { id }, seller)
    await query("UPDATE webhook_endpoints SET failing_since = now() - interval '1 hour' WHERE id = $1", [id])
    const [delivery] = await query<{ id: string }>('SELECT id FROM webhook_deliveries WHERE endpoint_id = $1 LIMIT 1', [id])
    const press = (name: string) => async (page: Page) => await page.getByRole('button', { name, exact: true }).click()
    const withErrors = async (page: Page) => {
      await page.getByRole('switch').uncheck()
      await press('Add webhook')(page)
      await expect(page.getByText('Fill this in.')).toBeVisible()
    }
    const visits: [string, ((page: Page) => Promise<void>)?][] = [
      ['/settings/webhooks'], ['/settings/webhooks/new'], ['/settings/webhooks/new', withErrors],
      [`/settings/webhooks/${id}`], [`/settings/webhooks/${id}`, press('Edit')], [`/settings/webhooks/${id}`, press('New secret')], [`/settings/webhooks/${id}`, press('Show')],
      [`/settings/webhooks/${id}/deliveries/${delivery?.id}`],
    ]
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
    await seller.signIn(context)
    const page = await context.newPage()
    for (const [path, act] of visits) {
      await page.goto(path)
      await expect(page.locator('main').first()).toBeAttached()
      await act?.(page)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect.soft(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), path).toEqual([])
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} fits`).toBe(true)
    }
    await context.close()
  })
}
