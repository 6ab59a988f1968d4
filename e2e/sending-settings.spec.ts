import { expect, test, type Page } from '@playwright/test'
import { callAction, linkInput, makeLink } from './support/actions'
import { findingsOf } from './support/axe'
import { PHONE } from './support/browser-watch'
import { query } from './support/database'
import { makeSeller, origin } from './support/seller'
import { inDays } from './support/sending'

/** What sending needs: a provider, input that makes sense, pages that everybody can use. */

test('in live mode without a provider the option explains itself and leads to the settings', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
  await page.goto('/links/new')
  await page.getByRole('button', { name: /More options/ }).click()
  await page.getByRole('switch', { name: 'A specific customer' }).check()
  await page.getByRole('textbox', { name: 'WhatsApp number' }).fill('0812-3456-7890')
  await expect(page.getByText('No SMS provider is set up yet, so nothing can be sent.')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Send by SMS' })).toBeDisabled()
  await page.getByRole('link', { name: 'Set up SMS' }).click()
  await expect(page.getByRole('heading', { name: 'SMS', level: 1 })).toBeVisible()
})

test('a provider that cannot work is refused beside its fields, and keeps what was typed', async ({ context, page }) => {
  const seller = await makeSeller()
  await seller.signIn(context)
  await page.goto('/settings/sms')
  const [address, body] = [page.getByLabel('Address'), page.getByRole('textbox', { name: 'Body' })]
  await address.fill('sms.example.com')
  await body.fill('{"to":"{to}"}')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(address).toHaveAccessibleDescription(/not an address that we can send to/)
  await expect(address).toBeFocused()
  await address.fill('https://sms.example.com/send')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(body).toHaveAccessibleDescription(/The message is missing: write {text} where it belongs/)
  await body.fill('{"to":"{to}","text":{text}}')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(body).toHaveAccessibleDescription(/not JSON/)
  await body.fill('{"to":"{to}","text":"{text}"}')
  await page.getByLabel('Name of header 1').fill('Host')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Name of header 1')).toHaveAccessibleDescription(/set by us/)
  await page.getByLabel('Name of header 1').fill('X-Key')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Secret', { exact: true })).toHaveAccessibleDescription(/there is no secret yet/)
  expect(await query('SELECT 1 FROM sms_providers WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
  await expect(address).toHaveValue('https://sms.example.com/send')
})

test('hostile input never gets further than a sentence', async () => {
  const seller = await makeSeller()
  const provider = { method: 'POST', url: 'https://sms.example.com/', contentType: 'json', headers: [], body: '{"to":"{to}","text":"{text}"}', sender: '', secret: '', successStatuses: '' }
  const note = { key: 'a', value: 'b' }
  const link = await makeLink(seller)
  const tries: [string, unknown][] = [
    ['saveSmsProviderAction', { ...provider, headers: [{ name: 'X-A', value: 'a\r\nHost: evil.example' }] }],
    ['saveSmsProviderAction', { ...provider, headers: [{ name: 'X-A\r\nY', value: 'a' }] }],
    ['saveSmsProviderAction', { ...provider, url: `https://sms.example.com/${'x'.repeat(5_000)}` }],
    ['saveSmsProviderAction', { ...provider, body: '{'.repeat(4_000) }],
    ['saveSmsProviderAction', { ...provider, isAdmin: true }],
    ['testSmsAction', { to: '0812-3456-7890\u0000' }],
    ['saveRemindersAction', { linkEndingHours: '1e3', unpaidOrderHours: null, warnsOrders: true }],
    ['saveLinkNotesAction', { linkId: link.id, notes: Array.from({ length: 21 }, (_, index) => ({ key: String(index), value: 'x' })) }],
    ['saveLinkNotesAction', { linkId: link.id, notes: [note, { key: 'A', value: 'c' }] }],
    ['saveLinkNotesAction', { linkId: link.id, notes: [{ key: 'a\u0000', value: 'b' }] }],
    ['saveLinkNotesAction', { linkId: link.id, notes: [{ key: 'a', value: '🌸'.repeat(256) }] }],
    ['sendLinkAction', { linkId: link.id, channel: 'pigeon', at: '' }],
    ['sendLinkAction', { linkId: link.id, channel: 'email', at: 'tomorrow' }],
    ['listLinkMessageSignsAction', { linkIds: Array.from({ length: 101 }, () => link.id) }],
    ['createLinkAction', linkInput({ sending: { email: true, sms: true, at: '9999-99-99T99:99' } })],
    ['createLinkAction', linkInput({ sending: { email: true, sms: false, at: null } })],
    ['createLinkAction', linkInput({ internalNotes: [{ key: '', value: 'b' }] })],
  ]
  for (const [name, input] of tries) {
    const { status, result } = await callAction(name, input, seller)
    expect([status, result?.error?.kind], `${name} ${JSON.stringify(input).slice(0, 200)}`).toEqual([200, 'invalid'])
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on what is new (${colorScheme})`, async ({ browser }) => {
    const seller = await makeSeller()
    const customer = { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '0812-3456-7890', notes: '' }
    const link = await makeLink(seller, { customer, sending: { email: true, sms: true, at: inDays(1) }, internalNotes: [{ key: 'Kelas', value: 'XII B' }], expiry: { kind: 'after', amount: '30', unit: 'hours' } })
    const context = await browser.newContext({ colorScheme, ...(colorScheme === 'dark' && PHONE) })
    await seller.signIn(context)
    const page = await context.newPage()
    await page.goto('/settings/sms')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Fill this in.')).toBeVisible()
    await expectNothing(page, 'SMS')
    await page.goto('/settings/reminders')
    await page.getByRole('switch', { name: 'Before a link ends' }).check()
    await page.getByLabel('Hours before the end').fill('0')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('A whole number of hours from 1 to 168.')).toBeVisible()
    await expectNothing(page, 'reminders')
    await page.goto(`/links/${link.id}`)
    await expect(page.getByText('Not paid yet, and it ends soon.')).toBeVisible()
    await page.getByRole('button', { name: 'Edit notes' }).click()
    await page.getByRole('button', { name: 'Change time' }).first().click()
    await expectNothing(page, 'time')
    await page.keyboard.press('Escape')
    await expectNothing(page, 'details')
    await page.goto('/links/new')
    await page.getByLabel('Item name').fill('Kerudung')
    await page.getByLabel('Price').fill('85000')
    await page.getByRole('button', { name: /More options/ }).click()
    await page.getByRole('switch', { name: 'A specific customer' }).check()
    await page.getByLabel('E-mail', { exact: true }).fill('sari@example.com')
    await page.getByLabel('At a chosen time').check()
    await page.getByRole('button', { name: 'Check and create' }).click()
    await expect(page.getByText('Fill this in.').first()).toBeVisible()
    await expectNothing(page, 'form')
    await page.getByLabel('Send on').fill(inDays(1))
    await page.getByRole('button', { name: 'Check and create' }).click()
    await expect(page.getByRole('dialog', { name: 'Is everything right?' })).toBeVisible()
    await expectNothing(page, 'review')
    await context.close()
  })
}

async function expectNothing(page: Page, name: string): Promise<void> {
  expect.soft(await findingsOf(page), name).toEqual([])
}
