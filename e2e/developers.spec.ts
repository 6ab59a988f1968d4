import { expect, test, type Page } from '@playwright/test'
import { callAction } from './support/actions'
import { findingsOf } from './support/axe'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

/** What a seller's developer sees: keys, addresses, requests. */

const row = (page: Page, name: string) => page.getByRole('list', { name: 'Server keys' }).getByRole('listitem').filter({ hasText: name })

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}` }).first().click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function makeKey(seller: Seller, name: string, overrides: Record<string, unknown> = {}): Promise<string> {
  const { result, body } = await callAction('createServerKeyAction', { name, scopes: ['read', 'write'], lastDay: '', ...overrides }, seller)
  if (!result?.ok) throw new Error(`no key: ${body}`)
  return (result.value as { id: string }).id
}

/** Lines of the request log, as calls of the API leave them. */
async function insertCalls(seller: Seller, keyId: string, count: number): Promise<void> {
  await query(
    `INSERT INTO api_calls (id, merchant_id, mode, key_id, method, path, status, duration_ms, idempotency_key, user_agent, request_body, response_body, at)
     SELECT gen_random_uuid(), $1, 'test', $2, CASE WHEN n % 2 = 0 THEN 'POST' ELSE 'GET' END, '/v1/payment-links/INV-' || n || CASE WHEN n = 3 THEN repeat('-very-long', 30) ELSE '' END,
       CASE n % 5 WHEN 0 THEN 404 WHEN 1 THEN 500 ELSE 200 END, n * 40, CASE WHEN n % 2 = 0 THEN 'order-' || n END, 'toko/1.0', '{"customer_details": {"email": "[removed]"}}', '{"order_id": "INV"}', now() - n * interval '1 second'
     FROM generate_series(1, $3) n`,
    [seller.merchantId, keyId, count],
  )
}

test('a seller makes a key, copies it once, replaces it with an overlap and revokes it', async ({ page, context }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Developers' }).click()
  await expect(page.getByText('No key is valid.')).toBeVisible()

  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByRole('button', { name: 'Make key' }).click()
  await expect(page.getByText('Fill this in.')).toBeVisible()
  await page.getByLabel('Name').fill('Shop website')
  await page.getByLabel('Last day').fill('2020-01-01')
  await page.getByRole('button', { name: 'Make key' }).click()
  await expect(page.getByText('This time has already passed.')).toBeVisible()
  await page.getByLabel('Last day').fill('')
  await page.getByRole('button', { name: 'Make key' }).click()
  await expect(page.getByRole('heading', { name: 'Your new key' })).toBeVisible()
  const key = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
  expect(key).toMatch(/^SB-Tautan-server-[a-z2-9]{32}$/)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(row(page, 'Shop website')).toContainText(`${key.slice(0, 21)}…${key.slice(-4)}`)
  await expect(row(page, 'Shop website')).toContainText('Signs notifications')
  await expect(row(page, 'Shop website')).toContainText('Read, Write · never used')
  expect(await page.content()).not.toContain(key)

  await choose(page, 'Shop website', 'Replace with a new key')
  await page.getByRole('radio', { name: 'One hour' }).check()
  await page.getByRole('button', { name: 'Make new key' }).click()
  await expect(page.getByRole('heading', { name: 'Your new key' })).toBeVisible()
  const next = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(row(page, 'Shop website')).toHaveCount(2)
  const old = row(page, key.slice(-4))
  await expect(old).toContainText('Ends soon')
  await expect(old).toContainText('Signs notifications')
  await expect(old).toContainText('Replaced by a new key. Still valid until')

  await old.getByRole('button').click()
  await expect(page.getByRole('menuitem', { name: 'Replace with a new key' })).toHaveCount(0)
  await page.getByRole('menuitem', { name: 'Revoke' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('your next oldest key')
  await page.getByRole('button', { name: 'Revoke key' }).click()
  await expect(row(page, 'Shop website')).toHaveCount(1)
  await expect(row(page, next.slice(-4))).toContainText('Signs notifications')
  await page.getByText('One key that has ended').click()
  const ended = page.getByRole('list', { name: 'One key that has ended' }).getByRole('listitem').first()
  await expect(ended).toContainText('Revoked')
  await ended.getByText('History').click()
  await expect(ended).toContainText(`Revoked by ${seller.email}`)
  await expect(ended).toContainText(`Replaced by ${seller.email}`)
})

test("what customers' redirects may be is told at once, and what was saved is there again", async ({ page, context }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/settings/developers')
  await page.getByLabel('Paid, or order placed').fill('http://toko.example/selesai')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This is not an address that customers can be sent to.')).toBeVisible()
  await page.getByLabel('Paid, or order placed').fill('https://toko.example/selesai?a=1')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Paid, or order placed')).toHaveValue('https://toko.example/selesai?a=1')
  expect(await query('SELECT redirects FROM merchants WHERE id = $1', [seller.merchantId])).toEqual([{ redirects: { finish: 'https://toko.example/selesai?a=1' } }])
  await page.getByLabel('Paid, or order placed').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(await query('SELECT redirects FROM merchants WHERE id = $1', [seller.merchantId])).toEqual([{ redirects: null }])
})

test('requests appear by themselves, are filtered and searched, and show what was asked and answered', async ({ page, context }) => {
  const seller = await makeSeller()
  const keyId = await makeKey(seller, 'Gudang')
  await seller.signIn(context)
  await page.goto('/settings/developers')
  await page.getByRole('link', { name: /^Requests/ }).click()
  await expect(page.getByRole('heading', { name: 'No requests yet' })).toBeVisible()
  await insertCalls(seller, keyId, 60)
  const calls = page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
  await expect(calls).toHaveCount(50)
  await expect(calls.first()).toContainText('GET /v1/payment-links/INV-1')
  await expect(calls.first()).toContainText('500 · Failed')
  await expect(calls.first()).toContainText('40 ms · Gudang')
  await page.getByRole('button', { name: 'Older' }).click()
  await expect(calls).toHaveCount(10)
  await page.getByRole('button', { name: 'Refused (4xx)' }).click()
  await expect(calls).toHaveCount(12)
  await page.getByRole('searchbox').fill('inv-55')
  await expect(calls).toHaveCount(1)
  await page.goto('/settings/developers/requests?q=INV-2')
  await expect(calls).toHaveCount(11)
  await page.goto('/settings/developers/requests?q=%25')
  await expect(page.getByRole('heading', { name: 'None of these' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await calls.nth(1).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'POST /v1/payment-links/INV-2' })).toBeVisible()
  for (const text of ['order-2', 'toko/1.0', '"email": "[removed]"', '"order_id": "INV"']) await expect(page.getByText(text)).toBeVisible()
})

for (const [colorScheme, viewport, locale] of [['light', { width: 360, height: 740 }, 'id'], ['dark', { width: 1280, height: 800 }, 'en']] as const) {
  test(`axe finds nothing on the pages of developers, ${colorScheme}, ${viewport.width} px wide, and nothing sticks out`, async ({ browser }) => {
    test.slow()
    const seller = await makeSeller('Toko Melati', locale)
    const keyId = await makeKey(seller, 'Website toko dengan nama yang panjang sekali ya', { scopes: ['read', 'write', 'refund'] })
    const ended = await makeKey(seller, 'Kasir')
    await makeKey(seller, 'Gudang', { lastDay: new Date(Date.now() + 3 * 24 * 60 * 60_000).toISOString().slice(0, 10) })
    await callAction('rollServerKeyAction', { id: keyId, overlapHours: 24, lastDay: '' }, seller)
    await callAction('revokeServerKeyAction', { id: ended }, seller)
    await insertCalls(seller, keyId, 12)
    const [call] = await query<{ id: string }>("SELECT id FROM api_calls WHERE merchant_id = $1 AND path LIKE '%INV-3%'", [seller.merchantId])
    const id = locale === 'id'
    const menu = async (page: Page, item: string) => {
      await page.getByRole('button', { name: id ? 'Pilihan untuk Gudang' : 'What to do with Gudang' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    const visits: [string, string, ((page: Page) => Promise<void>)?][] = [
      ['keys', '/settings/developers'],
      ['create', '/settings/developers', (page) => page.getByRole('button', { name: id ? 'Key baru' : 'New key' }).click()],
      ['roll', '/settings/developers', (page) => menu(page, id ? 'Ganti dengan key baru' : 'Replace with a new key')],
      ['reveal', '/settings/developers', (page) => menu(page, id ? 'Tampilkan key' : 'Show key')],
      ['revoke', '/settings/developers', (page) => menu(page, id ? 'Cabut' : 'Revoke')],
      ['requests', '/settings/developers/requests'],
      ['request', `/settings/developers/requests/${call?.id}`],
      ['webhooks', '/settings/webhooks'],
    ]
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB', baseURL: origin() })
    await seller.signIn(context, locale)
    const page = await context.newPage()
    for (const [name, path, act] of visits) {
      await page.goto(path)
      await expect(page.locator('main').first()).toBeAttached()
      await act?.(page)
      expect.soft(await findingsOf(page), name).toEqual([])
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} fits`).toBe(true)
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${viewport.width}-${name}.png`, fullPage: !act })
    }
    await context.close()
  })
}
