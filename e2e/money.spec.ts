import { createHmac, randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { callAction } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE, watch } from './support/browser-watch'
import { chooseFile } from './support/choose-file'
import { query } from './support/database'
import { bankToday, expectMoney, klikBca, makeMoneyShop } from './support/money'
import { makeSeller, origin } from './support/seller'

/** Money that came in, from the bank's statement to the order. */

const statusOf = async (id: string) => (await query<{ status: string }>('SELECT status FROM orders WHERE id = $1', [id]))[0]?.status
const expectAccessible = async (page: Page) => expect(await findingsOf(page)).toEqual([])

test('a seller pastes a statement, sees what was understood, and decides about the rest', async ({ context, page }) => {
  const shop = await makeMoneyShop()
  // The account that stands first is not the statement's: it is found by the bank's layout.
  await query(
    `INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, changed_at, created_at) VALUES ($1, $2, 'bank', 'Mandiri', $3, now(), now() - interval '1 day')`,
    [randomUUID(), shop.merchantId, { kind: 'bank', bank: 'Mandiri', number: '1230000000000', holder: 'Sari' }],
  )
  const [sari, budi] = [await expectMoney(shop, 85_003, 'Sari Wulandari'), await expectMoney(shop, 85_004, 'Budi Santoso')]
  await shop.signInLive(context, 'en')
  const browser = watch(context)
  await page.goto('/links')
  await page.getByRole('link', { name: 'Money' }).first().click()
  await expect(page.getByRole('heading', { name: 'Money in', level: 1 })).toBeVisible()
  await expect(page.getByText('Nothing to decide')).toBeVisible()
  await page.getByLabel('Or paste the rows').fill(klikBca(['TRSF E-BANKING CR SARI WULANDARI', '85,003.00'], ['TRSF E-BANKING CR BUDI SANTOSO', '84,000.00'], ['BIAYA ADM', '6,500.00', 'DB']))
  await expect(page.getByText('Looks like BCA. 2 credits, 1 going out, 1 line not read.')).toBeVisible()
  await page.getByText('1 line not read', { exact: true }).click()
  await expect(page.getByText(/still pending at the bank/)).toBeVisible()
  await expectAccessible(page)
  expect(await query('SELECT id FROM bank_credits WHERE account_id = $1', [shop.accountId])).toEqual([])

  await page.getByRole('button', { name: 'Match 2 credits' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 order confirmed by itself' })).toContainText('1 is for you to decide.')
  expect([await statusOf(sari), await statusOf(budi)]).toEqual(['paid', 'pending'])
  await expect(page.getByText('No order expects this amount')).toBeVisible()
  await expect(page.getByText('Rp 1.004 less than expected')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ask Budi Santoso on WhatsApp' })).toHaveAttribute('href', /^https:\/\/wa\.me\/6281234567890\?text=/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'This is it: Budi Santoso' }).click()
  await expect(page.getByText('Nothing to decide')).toBeVisible()
  expect(await statusOf(budi)).toBe('paid')
  // What came is not what was asked: its cures are one tap away.
  await expect(page.getByText(/^Confirmed\. Rp\s1\.004 less came in\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Settle it' }).click()
  await expect(page.getByRole('heading', { name: /Rp\s1\.004 less came in than asked/ })).toBeVisible()
  await page.goBack()

  await page.getByRole('link', { name: 'All money in' }).click()
  await expect(page.getByRole('list', { name: 'All money in' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Ignored' }).click()
  await expect(page.getByText('No money here yet')).toBeVisible()
  browser.expectClean()
})

test('the price without its unique code is all of the money, once the seller says whose it is', async ({ context, page }) => {
  const shop = await makeMoneyShop()
  const budi = await expectMoney(shop, 85_004, 'Budi Santoso')
  await shop.signInLive(context, 'en')
  await page.goto('/money')
  await page.getByLabel('Or paste the rows').fill(klikBca(['TRSF E-BANKING CR BUDI SANTOSO', '85,000.00']))
  await page.getByRole('button', { name: 'Match 1 credit' }).click()
  await expect(page.getByText('amount without the unique code, same name', { exact: true })).toBeVisible()
  expect(await statusOf(budi)).toBe('pending')
  await page.getByRole('button', { name: 'This is it: Budi Santoso' }).click()
  await expect(page.getByText('Confirmed. The order is paid.')).toBeVisible()
  await page.goto(`/orders/${budi}`)
  await expect(page.getByText(/85\.000/).first()).toBeVisible()
  await expect(page.getByText(/less came in|of Rp.85\.004 asked/)).toHaveCount(0)
  expect(await query('SELECT status, amount::int, unique_code FROM orders WHERE id = $1', [budi])).toEqual([{ status: 'paid', amount: 85_000, unique_code: 0 }])
})

test('penjual mengunggah mutasi dari HP, dalam bahasa Indonesia', async ({ browser: chromium }) => {
  const context = await chromium.newContext(PHONE)
  const page = await context.newPage()
  const shop = await makeMoneyShop('Toko Mawar')
  const sari = await expectMoney(shop, 85_007, 'Sari')
  await shop.signInLive(context, 'id')
  await page.goto('/money')
  const text = klikBca(['TRSF E-BANKING CR SARI', '85,007.00'], ['TRSF E-BANKING CR ENTAH', '12,345.00'])
  await chooseFile(page.getByLabel('File mutasi'), { name: 'mutasi.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`, 'utf16le') })
  await page.getByRole('button', { name: 'Cocokkan 2 uang masuk' }).click()
  await expect(page.getByText('1 pesanan terkonfirmasi sendiri')).toBeVisible()
  expect(await statusOf(sari)).toBe('paid')
  await expect(page.getByText('Tidak ada pesanan dengan nominal ini')).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('button', { name: 'Abaikan' }).click()
  await expect(page.getByText('Tidak ada yang perlu diputuskan')).toBeVisible()
  await context.close()
})

test('a bank that nobody knows is read once the seller says which column is which, and again without', async ({ context, page }) => {
  const shop = await makeMoneyShop()
  const id = await expectMoney(shop, 85_003, 'Sari')
  await shop.signInLive(context, 'en')
  await page.goto('/money')
  const { today } = bankToday()
  const text = `BANK ACEH|||\nNama|SARI||\nWann|Wer|Raus|Rein\n${today}|Sari||85.003\n${today}|Biaya|5.000|\n${today}|Tono||75.000\n${today}|KOREKSI Tono|75.000|`
  await page.getByLabel('Or paste the rows').fill(text)
  await expect(page.getByText('We do not know this layout.')).toBeVisible()
  const tell = async (column: string, is: string) => await page.getByLabel(column, { exact: true }).selectOption({ label: is })
  // At first wrongly: it is said, and the columns stay open to be put right.
  for (const [column, is] of [['Date', '2: Wer'], ['Description', '1: Wann'], ['Money in', '4: Rein']] as const) await tell(column, is)
  await expect(page.getByRole('alert').filter({ hasText: 'No row reads as money in or out.' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Match/ })).toHaveCount(0)
  for (const [column, is] of [['Date', '1: Wann'], ['Description', '2: Wer'], ['Money out', '3: Raus']] as const) await tell(column, is)
  await expect(page.getByText('2 credits, 2 going out, 0 lines not read.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Match 2 credits' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 order confirmed by itself' })).toContainText('1 was taken back by the bank.')
  expect(await statusOf(id)).toBe('paid')
  await page.reload()
  await page.getByLabel('Or paste the rows').fill(text)
  await page.getByRole('button', { name: 'Match 2 credits' }).click()
  await expect(page.getByText('2 were known already.')).toBeVisible()
})

test('that the bank took money back is said at its order and where it would be packed, until the seller has seen it', async ({ browser }) => {
  const shop = await makeMoneyShop()
  const id = await expectMoney(shop, 85_003, 'Sari')
  const context = await browser.newContext(PHONE)
  await shop.signInLive(context, 'en')
  const page = await context.newPage()
  await page.goto('/money')
  await page.getByLabel('Or paste the rows').fill(klikBca(['TRSF E-BANKING CR SARI', '85,003.00']))
  await page.getByRole('button', { name: 'Match 1 credit' }).click()
  await expect(page.getByText('1 order confirmed by itself')).toBeVisible()
  await query("UPDATE bank_credits SET state = 'reversed', doubt = 'reversedPaid', reversed_by = repeat('a', 64) WHERE order_id = $1::uuid", [id])

  await page.goto('/recap')
  const toPack = page.getByRole('region', { name: /To pack/ })
  await expect(toPack.getByText('Taken back')).toBeVisible()
  await page.goto('/orders?status=to_do')
  await expect(page.getByText('Taken back').filter({ visible: true })).toHaveCount(1)
  await page.goto(`/orders/${id}`)
  await expect(page.getByText('The bank took this money back')).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

  await page.getByRole('link', { name: 'See it in Money in' }).click()
  await page.getByRole('button', { name: 'I have seen it' }).click()
  await expect(page.getByText('Nothing to decide')).toBeVisible()
  await page.goto(`/orders/${id}`)
  await expect(page.getByText('You have seen that, and the order still counts as paid.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'See it in Money in' })).toHaveCount(0)
  await expectAccessible(page)

  // The same money once more, which waits for the seller.
  await query("UPDATE bank_credits SET state = 'open', doubt = 'paidTwice', order_id = NULL, reversed_by = NULL WHERE account_id = $1::uuid", [shop.accountId])
  await page.reload()
  await expect(page.getByText('The money came again')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Settle it in Money in' })).toBeVisible()
  await context.close()
})

test('a robot posts with the secret that the seller made, over HTTP', async ({ context, page }) => {
  const shop = await makeMoneyShop()
  const id = await expectMoney(shop, 85_003, 'Sari')
  await shop.signInLive(context, 'en')
  await page.goto('/money/endpoint')
  await page.getByRole('button', { name: 'Make a secret' }).click()
  const secret = (await page.getByText(/^mnsec_[\w-]{43}$/).textContent()) ?? ''
  await expectAccessible(page)
  const body = JSON.stringify({ id: randomUUID(), amount: 85_003, description: 'SARI' })
  const time = String(Math.floor(Date.now() / 1_000))
  const send = async (key: string) => {
    const response = await fetch(`${origin()}/api/money-in/${shop.accountId}`, { method: 'POST', body, headers: { 'x-tautan-timestamp': time, 'x-tautan-signature': createHmac('sha256', key).update(`${time}.${body}`).digest('hex') } })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  expect(await send('wrong')).toMatchObject({ status: 401 })
  expect(await send(secret)).toMatchObject({ status: 200, body: { confirmed: 1 } })
  expect(await send(secret)).toMatchObject({ status: 200, body: { added: 0, confirmed: 0 } })
  expect(await statusOf(id)).toBe('paid')
  expect((await fetch(`${origin()}/api/money-in/${shop.accountId}`)).status).toBe(405)
  await page.reload()
  await expect(page.getByText(secret)).toHaveCount(0)

  await page.getByRole('button', { name: 'Turn off' }).click()
  const question = page.getByRole('alertdialog', { name: 'Turn off sending for this account?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(await send(secret)).toMatchObject({ status: 200 })
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('Off: nobody can send.')).toBeVisible()
  expect(await send(secret)).toMatchObject({ status: 401 })
})

test("another shop's money and accounts look like missing ones, and in test mode there is none", async ({ context, page }) => {
  const [owner, stranger] = [await makeMoneyShop('Toko Melati'), await makeMoneyShop('Toko Mawar')]
  const orderId = await expectMoney(owner, 85_003, 'Rahasia')
  const text = klikBca(['TRSF E-BANKING CR RAHASIA', '85,000.00'])
  expect((await callAction('importStatementAction', { accountId: owner.accountId, text, mapping: null }, { cookie: owner.liveCookie })).result).toMatchObject({ ok: true, value: { waiting: 1 } })
  const [credit] = await query<{ id: string }>('SELECT id FROM bank_credits WHERE account_id = $1', [owner.accountId])
  const id = credit?.id ?? ''
  const calls: [string, unknown][] = [
    ['importStatementAction', { accountId: owner.accountId, text, mapping: null }], ['matchCreditAction', { id, orderId }], ['ignoreCreditAction', { id }], ['reopenCreditAction', { id }],
    ['rotateMoneySecretAction', { accountId: owner.accountId }], ['removeMoneySecretAction', { accountId: owner.accountId }],
  ]
  for (const cookie of [stranger.liveCookie, owner.cookie]) {
    for (const [name, input] of calls) expect((await callAction(name, input, { cookie })).result, name).toEqual({ ok: false, error: { kind: 'notFound' } })
    for (const name of ['listWaitingCreditsAction', 'listCreditsAction']) expect((await callAction(name, {}, { cookie })).body, name).not.toContain('RAHASIA')
  }
  expect((await callAction('listWaitingCreditsAction', {}, { cookie: owner.liveCookie })).body).toContain('RAHASIA')
  expect(await statusOf(orderId)).toBe('pending')
  const newcomer = await makeSeller()
  await newcomer.signIn(context, 'en')
  await page.goto('/money')
  await expect(page.getByText('No real money in test mode')).toBeVisible()
  await expectAccessible(page)
})
