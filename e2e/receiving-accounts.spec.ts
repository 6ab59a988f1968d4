import { expect, test, type Browser } from '@playwright/test'
import { callAction, linkInput } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { landscape, nightOf, qrisCode, screenshotOf } from './support/qris'
import { bankOf, live } from './support/receiving'
import { makeSeller, origin } from './support/seller'

/** The settings of a shop's own ways to be paid. */

test('codes that nobody could be paid by are refused with the reason, pictures too', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/settings/payments')
  await page.getByRole('button', { name: /^Your QRIS code/ }).click()
  const dialog = page.getByRole('dialog')
  const paste = dialog.getByLabel('Or paste the text of the code')
  const good = qrisCode()
  const flipped = good.replace('BANDUNG', 'BANDUNC')
  for (const [code, reason] of [
    ['https://toko.example', /This is not a QRIS code/], [good.slice(0, -9), /This is not a QRIS code/], [flipped, /its checksum does not fit/],
    [qrisCode({ country: 'TH', currency: '764' }), /not for rupiah in Indonesia/], [qrisCode({ currency: '840' }), /not for rupiah in Indonesia/], [qrisCode({ nmid: null }), /names no QRIS merchant/],
    [qrisCode({ initiation: '12' }), /for one single payment/], [qrisCode({ amount: '15000' }), /for one single payment/],
  ] as const) {
    await paste.fill(code)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog.getByRole('alert').filter({ hasText: reason }), code).toBeVisible()
    await expect(dialog.getByText('Check that this is you')).toHaveCount(0)
  }
  const picture = dialog.getByLabel(/Choose a(nother)? picture/)
  await picture.setInputFiles({ name: 'tulisan.png', mimeType: 'image/png', buffer: Buffer.from('bukan gambar') })
  await expect(dialog.getByText(/cannot open this picture/)).toBeVisible()
  await picture.setInputFiles(await landscape())
  await expect(dialog.getByText(/No QR code was found/)).toBeVisible({ timeout: 30_000 })
  await picture.setInputFiles(await screenshotOf(flipped))
  await expect(dialog.getByRole('alert').filter({ hasText: /its checksum does not fit/ })).toBeVisible({ timeout: 30_000 })
  for (const taken of [await screenshotOf(good), await nightOf(good)]) {
    await paste.fill('')
    await picture.setInputFiles(taken)
    await expect(paste, taken.name).toHaveValue(good, { timeout: 30_000 })
    await expect(dialog.getByRole('region', { name: 'Check that this is you' })).toContainText('TOKO MELATI JAYA')
  }
  expect(await query('SELECT id FROM receiving_accounts WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
})

test('on a low phone the first thing that is missing has the focus', async ({ browser }) => {
  const { dialog, add, context } = await qrisDialogOf(browser)
  await add.click()
  await expect(dialog.getByLabel('This is my code')).toBeFocused()
  await context.close()
})

test('on a low phone what the server finds wrong stands in view above the button', async ({ browser }) => {
  const { dialog, add, context } = await qrisDialogOf(browser)
  await dialog.getByLabel('This is my code').check()
  await dialog.getByLabel('Your password').fill('salah-sekali')
  await add.click()
  const wrong = dialog.getByRole('alert')
  await expect(wrong).toBeVisible()
  const [error, button] = [await wrong.boundingBox(), await add.boundingBox()]
  expect((error?.y ?? 0) + (error?.height ?? 0)).toBeLessThan(button?.y ?? 0)
  await context.close()
})

/** The form of a QRIS code on a phone, filled but for what a person has to answer. */
async function qrisDialogOf(browser: Browser) {
  const context = await browser.newContext({ ...PHONE, viewport: { width: 360, height: 640 }, locale: 'en-GB' })
  const page = await context.newPage()
  await (await makeSeller()).signIn(context)
  await page.goto('/settings/payments')
  await page.getByRole('button', { name: /^Your QRIS code/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Or paste the text of the code').fill(qrisCode())
  return { context, dialog, add: dialog.getByRole('button', { name: 'Add', exact: true }) }
}

test('an account is switched off and on and deleted by its shop alone, which keeps its history', async ({ context, page }) => {
  const [owner, stranger] = [await makeSeller(), await makeSeller()]
  const id = await bankOf(owner.merchantId)
  await stranger.signIn(context)
  await page.goto('/settings/payments')
  await expect(page.getByText('No way to be paid yet')).toBeVisible()
  await expect(page.getByText('1234567890')).toHaveCount(0)
  for (const [action, input] of [['switchReceivingAccountAction', { id, isOn: false }], ['deleteReceivingAccountAction', { id }]] as const) {
    expect((await callAction(action, input, stranger)).result).toEqual({ ok: false, error: { kind: 'notFound' } })
  }
  // A page that stays open notices that nobody is signed in, and leaves by itself.
  await page.goto('about:blank')
  await context.clearCookies()
  await owner.signIn(context)
  await page.goto('/settings/payments')
  const offered = page.getByRole('switch', { name: 'Offer BCA 1234567890 to customers' })
  await offered.uncheck()
  await expect(offered).not.toBeChecked()
  await expect(page.getByText(/Switched off by/)).toHaveCount(1)
  expect((await callAction('createLinkAction', linkInput(), live(owner.cookie))).result).toEqual({ ok: false, error: { kind: 'invalid', fields: { '': 'noWayToBePaid' } } })
  await offered.check()
  await expect(page.getByText(/Switched on by/)).toHaveCount(1)
  expect((await callAction('createLinkAction', linkInput(), live(owner.cookie))).result?.ok).toBe(true)
  await page.getByRole('button', { name: 'More actions for BCA 1234567890' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No way to be paid yet')).toBeVisible()
  const events = await query<{ type: string }>('SELECT type FROM receiving_account_events WHERE account_id = $1 ORDER BY id', [id])
  expect(events.map(({ type }) => type)).toEqual(['turned_off', 'turned_on', 'deleted'])
})

for (const { language, colorScheme, size } of [
  { language: 'en', colorScheme: 'light', size: { viewport: { width: 360, height: 740 } } },
  { language: 'id', colorScheme: 'dark', size: { viewport: { width: 1280, height: 800 } } },
] as const) {
  test(`axe finds nothing in live mode and the settings of payments (${language}, ${colorScheme})`, async ({ browser }) => {
    const context = await browser.newContext({ ...size, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
    const seller = await makeSeller('Toko Melati', language)
    await seller.signIn(context)
    await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
    const page = await context.newPage()
    const expectNothing = async (name: string) => {
      expect.soft(await findingsOf(page), name).toEqual([])
    }
    for (const path of ['/links', '/links/new', '/settings/payments']) {
      await page.goto(path)
      await expect(page.locator('main h1')).toBeVisible()
      await expectNothing(`${path}, nothing set up`)
    }
    await bankOf(seller.merchantId)
    for (const kind of [0, 1, 2, 3]) {
      await page.goto('/settings/payments')
      await page.getByRole('region', { name: /Add a way to be paid|Tambah cara dibayar/ }).getByRole('button').nth(kind).click()
      const dialog = page.getByRole('dialog')
      if (kind === 1) await dialog.locator('textarea').fill(qrisCode())
      await dialog.locator('button[type=submit]').click()
      await expect(dialog.getByRole('alert').first()).toBeVisible()
      await expectNothing(`dialog ${kind}`)
    }
    await page.goto('/settings/payments')
    await page.getByText(/^(History|Riwayat)$/).click()
    await expectNothing('an account')
    await page.goto('/links/new')
    await page.getByRole('button', { name: /More options|Pilihan lain/ }).click()
    await page.getByRole('switch', { name: /All methods|Semua metode/ }).uncheck()
    await expectNothing('create')
    await context.close()
  })
}
