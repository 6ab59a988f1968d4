import { expect, test, type Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { callAction } from './support/actions'
import { findingsOf } from './support/axe'
import { query } from './support/database'
import { startReceiver, type Receiver } from './support/receiver'
import { makeSeller, type Seller } from './support/seller'
import { addEndpoint } from './support/webhook'

/** The webhooks of a shop: added, changed, deleted, and for no other shop to see. */

let receiver: Receiver

test.beforeEach(async () => {
  receiver = await startReceiver()
})
test.afterEach(async () => {
  await receiver.close()
})

const countEndpoints = async (seller: Seller) => (await query('SELECT id FROM webhook_endpoints WHERE merchant_id = $1', [seller.merchantId])).length

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
  const id = await addEndpoint(seller, receiver.url, { events: ['order.paid'] })
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

test("another shop's webhooks are the page of something that is not there", async ({ context, page }) => {
  const [owner, stranger] = [await makeSeller(), await makeSeller()]
  const id = await addEndpoint(owner, receiver.url, { description: 'Rahasia' })
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
    const id = await addEndpoint(seller, receiver.url)
    await addEndpoint(seller, receiver.url, { description: 'Kasir', events: ['order.paid'] })
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
      expect.soft(await findingsOf(page), path).toEqual([])
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} fits`).toBe(true)
    }
    await context.close()
  })
}
