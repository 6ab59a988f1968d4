import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { callAction, linkInput, makeLink, type Answer } from './support/actions'
import { query } from './support/database'
import { hostileTexts, hostileValues, inBatches, withValueAt } from './support/hostile'
import { forgetTries } from './support/rate-limits'
import { makeSeller, origin } from './support/seller'

/** Whatever a stranger sends to an action: a message on a field, or stored exactly as sent. Never a crash. */

const errors = JSON.parse(readFileSync('lib/i18n/messages/en/errors.json', 'utf8')) as Record<string, unknown>
const isMessage = (key: string) => typeof key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], errors) === 'string'

/** Done, or refused with words that exist. Without `expect`, which keeps a step of each of the thousands of checks, and looks through all of them for the next. */
function expectHandled(answer: Answer, what: string): void {
  const problem = problemOf(answer)
  if (problem !== null) throw new Error(`${what}: ${problem}`)
}

function problemOf({ status, result, body }: Answer): string | null {
  if (status !== 200 || result === undefined) return `${status} ${body.slice(0, 300)}`
  if (result.ok) return null
  if (result.error?.kind !== 'invalid') return `refused as ${result.error?.kind}`
  const messages = Object.values(result.error.fields ?? {})
  if (messages.length === 0) return 'refused without a message'
  const unknown = messages.find((message) => !isMessage(message))
  return unknown === undefined ? null : `“${unknown}” is no message`
}

/** Every field, once with every hostile value. */
const attacks = (fields: readonly string[]) => fields.flatMap((field) => hostileValues.map(([name, value]) => ({ field, name, value })))

test('every field of a new link refuses a hostile value beside it or stores it exactly as typed', async () => {
  const seller = await makeSeller()
  const person = { firstName: 'Sari', lastName: '', email: '', phone: '', notes: '' }
  const base = () => linkInput({ customer: person, paymentMethods: ['bca_va'] })
  const fields = ['submissionId', 'orderId', 'slug', 'usageLimit', 'items', 'items.0', 'items.0.name', 'items.0.price', 'items.0.quantity', 'title', 'description', 'startsAt',
    'expiry', 'expiry.kind', 'customer', 'customer.firstName', 'customer.lastName', 'customer.email', 'customer.phone', 'customer.notes', 'paymentMethods', 'paymentMethods.0', 'unknown']
  const columns: Record<string, string> = {
    title: 'title', description: 'description', 'items.0.name': "items->0->>'name'", 'customer.firstName': "customer->>'firstName'", 'customer.lastName': "customer->>'lastName'",
    'customer.notes': "customer->>'notes'", 'customer.email': "customer->>'email'", 'customer.phone': "customer->>'phone'", orderId: 'order_id', slug: 'slug',
    'items.0.price': "items->0->>'price'", 'items.0.quantity': "items->0->>'quantity'", usageLimit: 'usage_limit::text',
  }
  let stored = 0
  await inBatches(attacks(fields), async ({ field, name, value }) => {
    const what = `${field} = ${name}`
    const answer = await callAction('createLinkAction', withValueAt(base(), field, value), seller)
    expectHandled(answer, what)
    if (!answer.result?.ok || !columns[field]) return
    const [row] = await query<{ kept: string | null }>(`SELECT ${columns[field]} AS kept FROM links WHERE id = $1`, [(answer.result.value as { id: string }).id])
    if (typeof value === 'string') expect(row?.kept ?? '', what).toBe(value.trim())
    else expect(row?.kept ?? null, what).toBe(value === null ? null : String(value))
    stored += 1
  })
  expect(stored).toBeGreaterThan(50)
  expect(await query("SELECT to_regclass('links')::text AS links")).toEqual([{ links: 'links' }])
})

test('how a link ends is checked like everything else', async () => {
  const seller = await makeSeller()
  const expiries = hostileValues.flatMap(([name, value]) => [
    { name: `at ${name}`, expiry: { kind: 'at', at: value } },
    { name: `amount ${name}`, expiry: { kind: 'after', amount: value, unit: 'hours' } },
    { name: `unit ${name}`, expiry: { kind: 'after', amount: 1, unit: value } },
  ])
  const strange = ['2026-02-31T10:00', '0000-00-00T00:00', '9999-12-31T23:59', '2200-12-31T24:00', '-000001-01-01T00:00'].map((at) => ({ name: at, expiry: { kind: 'at', at } }))
  await inBatches([...expiries, ...strange], async ({ name, expiry }) => {
    expectHandled(await callAction('createLinkAction', linkInput({ expiry }), seller), name)
    if ('at' in expiry) expectHandled(await callAction('createLinkAction', linkInput({ startsAt: expiry.at }), seller), `starts ${name}`)
  })
})

test("a shop's profile refuses hostile values or keeps them as typed, and its pages show them literally", async () => {
  const profile = { name: 'Toko Melati', phone: '', locale: 'en', timeZone: 'Asia/Jakarta' }
  const columns: Record<string, string> = { name: 'name', phone: 'phone', locale: 'locale', timeZone: 'time_zone' }
  for (const field of [...Object.keys(columns), 'unknown']) {
    const seller = await makeSeller()
    const link = await makeLink(seller)
    for (const [name, value] of hostileValues) {
      const what = `${field} = ${name}`
      const answer = await callAction('updateShopAction', { ...profile, [field]: value }, seller)
      expectHandled(answer, what)
      if (!answer.result?.ok || typeof value !== 'string' || !columns[field]) continue
      const [row] = await query<{ kept: string | null }>(`SELECT ${columns[field]} AS kept FROM merchants WHERE id = $1`, [seller.merchantId])
      expect(row?.kept ?? '', what).toBe(value.trim())
      const pages = [fetch(`${origin()}/p/${link.slug}`), fetch(`${origin()}/settings`, { headers: { cookie: seller.cookie } })]
      for (const page of await Promise.all(pages)) {
        expect(page.status, what).toBe(200)
        expect(await page.text(), what).not.toMatch(/<script>alert|<img src=x/)
      }
    }
  }
})

test('fields of a key and of the redirects refuse a hostile value or keep it as typed', async () => {
  const key = { name: 'Gudang', scopes: ['read'], lastDay: '' }
  const redirects = { finish: '', unfinish: '', error: '' }
  const seller = await makeSeller()
  await inBatches(attacks(['name', 'scopes', 'scopes.0', 'lastDay', 'unknown']), async ({ field, name, value }) => {
    const what = `${field} = ${name}`
    const answer = await callAction('createServerKeyAction', withValueAt(key, field, value), seller)
    expectHandled(answer, what)
    if (!answer.result?.ok) return
    const { id } = answer.result.value as { id: string }
    const [row] = await query<{ name: string }>('SELECT name FROM server_keys WHERE id = $1', [id])
    if (field === 'name') expect(row?.name, what).toBe(String(value).trim())
    // Twenty valid ones are the limit.
    await callAction('revokeServerKeyAction', { id }, seller)
  })
  await inBatches(attacks([...Object.keys(redirects), 'unknown']), async ({ field, name, value }) => expectHandled(await callAction('updateRedirectsAction', { ...redirects, [field]: value }, seller), `${field} = ${name}`))
  const page = await fetch(`${origin()}/settings/developers`, { headers: { cookie: seller.cookie } })
  expect(page.status).toBe(200)
  expect(await page.text()).not.toMatch(/<script>alert|<img src=x|javascript:/)
})

test('decisions about money refuse a hostile value in every field', async () => {
  const seller = await makeSeller()
  const id = '01933b2e-0000-7000-8000-000000000000'
  const inputs: Record<string, Record<string, unknown>> = {
    confirmClaimAction: { id, version: 1, received: '85.000' }, rejectClaimAction: { id, version: 1, reason: 'Belum ada' }, markClaimToldAction: { id, version: 1 }, updateErasureAction: { days: '90' },
    cureDifferenceAction: { id, cure: 'accept' }, noteSecondPaymentAction: { id, received: '85.000', moveTo: null }, findOrderMoneyAction: { id },
  }
  for (const [action, input] of Object.entries(inputs)) {
    await inBatches(attacks([...Object.keys(input), 'unknown']), async ({ field, name, value }) => {
      const answer = await callAction(action, withValueAt(input, field, value), seller)
      // Nothing hostile about it, and nobody's.
      if (answer.result?.error?.kind !== 'notFound') expectHandled(answer, `${action} ${field} = ${name}`)
    })
  }
})

test('filters of the lists take anything, in actions and in addresses', async () => {
  const seller = await makeSeller()
  await makeLink(seller)
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = '01933b2e-0000-7000-8000-000000000000'
  const cursors = [[2 ** 53 - 1, id], [8.64e15, id], [8.64e15 + 1, id], [1, id], [253_402_300_800_000, id], [-1, id], ['1', id], [1, 'x'], {}, null].map((value) => [JSON.stringify(value), cursor(value)] as const)
  const filters = ['q', 'status', 'cursor', 'link', 'method', 'unknown'].flatMap((field) =>
    [...hostileValues, ...(field === 'cursor' ? cursors : [])].map(([name, value]) => ({ field, name, value })),
  )
  await inBatches(filters, async ({ field, name, value }) => {
    for (const action of ['listLinksAction', 'listOrdersAction', 'listApiCallsAction']) expectHandled(await callAction(action, { [field]: value }, seller), `${action} ${field} = ${name}`)
    if (typeof value !== 'string' || value.length > 2_000) return
    for (const page of ['/links', '/orders', '/settings/developers/requests']) {
      const response = await fetch(`${origin()}${page}?${new URLSearchParams({ [field]: value })}`, { headers: { cookie: seller.cookie } })
      expect(response.status, `${page} ${field} = ${name}`).toBe(200)
      expect(await response.text(), `${page} ${field} = ${name}`).not.toMatch(/<script>alert|<img src=x|could not be loaded/)
    }
  })
})

test('signing up refuses hostile values or opens the shop under exactly that name', async () => {
  const wish = () => ({ shopName: 'Toko Melati', email: `${randomBytes(6).toString('hex')}@example.com`, password: 'rahasia-sekali', timeZone: 'Asia/Jakarta' })
  await inBatches(attacks([...Object.keys(wish()), 'unknown']), async ({ field, name, value }) => {
    // So many sign-ups from one address would be refused.
    await forgetTries('signUp')
    const input = withValueAt(wish(), field, value) as ReturnType<typeof wish>
    const answer = await callAction('signUpAction', input)
    expectHandled(answer, `${field} = ${name}`)
    if (!answer.result?.ok) return
    const [row] = await query<{ name: string }>('SELECT m.name FROM merchants m JOIN members b ON b.merchant_id = m.id JOIN users u ON u.id = b.user_id WHERE u.email = $1', [input.email.trim().toLowerCase()])
    expect(row?.name, `${field} = ${name}`).toBe(input.shopName.trim())
  })
})

test('every action survives an input that is no object at all, and rows named by garbage', async () => {
  // Some five thousand calls.
  test.setTimeout(180_000)
  const seller = await makeSeller()
  const byId = ['findLinkAction', 'findOrderAction', 'cancelOrderAction', 'acceptOrderAction', 'captureOrderAction', 'receiveMoneyAction', 'refundOrderAction', 'changeLinkAction', 'closeLinkAndOrdersAction', 'findEndpointAction', 'updateEndpointAction', 'pauseEndpointAction', 'resumeEndpointAction', 'deleteEndpointAction', 'shipOrderAction', 'unshipOrderAction',
    'revealSecretAction', 'rotateSecretAction', 'sendTestAction', 'findDeliveryAction', 'resendDeliveryAction', 'resendSinceAction', 'listDeliveriesAction', 'listOrderDeliveriesAction', 'findEmailAction', 'resendEmailAction', 'findApiCallAction', 'revealServerKeyAction', 'rollServerKeyAction', 'revokeServerKeyAction', 'createServerKeyAction', 'updateRedirectsAction', 'listApiCallsAction',
    'findShareAction', 'showCardPriceAction', 'removeCardPictureAction', 'markClaimToldAction', 'renewLinkAction', 'changeRenewalAction', 'takeRenewalBackAction', 'eraseWaiterAction', 'importStatementAction', 'matchCreditAction', 'ignoreCreditAction', 'reopenCreditAction', 'rotateMoneySecretAction', 'removeMoneySecretAction', 'listWaitingCreditsAction', 'listCreditsAction',
    'markNewsSeenAction', 'checkIdsAction', 'countLinksAction', 'setLocaleAction', 'resetPasswordAction', 'signInAction', 'requestPasswordResetAction']
  const names = [...byId, 'createLinkAction', 'updateShopAction', 'signUpAction', 'listLinksAction', 'listOrdersAction', 'createEndpointAction', 'listEndpointsAction',
    'listServerKeysAction', 'listEmailsAction', 'listNewsAction', 'allowPushAction', 'isPushAllowedAction', 'stopPushAction', 'testPushAction', 'saveMessageAction', 'resetMessageAction', 'createReceivingAccountAction', 'updateReceivingAccountAction', 'switchReceivingAccountAction', 'deleteReceivingAccountAction', 'switchModeAction', 'saveIdentityAction', 'sendEmailConfirmationAction', 'confirmEmailAction', 'confirmAccountAction']
  await inBatches(names.flatMap((action) => hostileValues.map(([name, input]) => ({ action, name, input }))), async ({ action, name, input }) => {
    expectHandled(await callAction(action, input, seller), `${action}(${name})`)
    if (byId.includes(action)) expectHandled(await callAction(action, { id: input, change: input, slug: input, locale: input, token: input, password: input }, seller), `${action}({ … ${name} })`)
  })
})

test('rows and pages named by garbage are not there', async () => {
  const seller = await makeSeller()
  for (const [name, text] of hostileTexts.filter(([, text]) => text !== '' && text.length < 5_000 && text.isWellFormed())) {
    for (const page of ['links', 'orders']) {
      const response = await fetch(`${origin()}/${page}/${encodeURIComponent(text)}`, { headers: { cookie: seller.cookie } })
      expect([400, 404], `${page} ${name}`).toContain(response.status)
    }
  }
})

test('a body that is no call of an action does nothing, and the next caller is answered', async () => {
  const seller = await makeSeller()
  const bodies = ['', '[', 'null', '"$1"', '["$F1"]', '["$Q1"]', '["$Sx"]', '['.repeat(100_000), `["${'x'.repeat(200_000)}"]`]
  for (const name of ['createLinkAction', 'signInAction']) {
    for (const body of bodies) {
      for (const type of ['text/plain;charset=UTF-8', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/json', 'garbage']) {
        const answer = await callAction(name, undefined, { ...seller, body, headers: { 'content-type': type } })
        // Next refuses these itself, with 500 for most; it tells nothing of the code.
        expect(answer.result?.ok, `${type} ${body.slice(0, 20)}`).not.toBe(true)
        expect(answer.body).not.toMatch(/node_modules|at \w+ \(|Error:/)
      }
    }
  }
  for (const action of ['garbage', '0'.repeat(42), '__proto__', '%00']) {
    expect([400, 404, 409]).toContain((await callAction('createLinkAction', {}, { ...seller, headers: { 'next-action': action } })).status)
  }
  expect(await query('SELECT id FROM links WHERE merchant_id = $1', [seller.merchantId])).toEqual([])
  expect((await callAction('createLinkAction', linkInput(), seller)).result?.ok).toBe(true)
  expect((await fetch(`${origin()}/api/health`)).status).toBe(200)
})

test('a form that is posted to a page of the dashboard is refused before it is read', async () => {
  const seller = await makeSeller()
  for (const page of ['/links', '/orders', '/settings', '/sign-in']) {
    for (const type of ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain']) {
      const response = await fetch(origin() + page, { method: 'POST', headers: { origin: origin(), cookie: seller.cookie, 'content-type': type }, body: '--x' })
      expect(response.status, `${page} ${type}`).toBe(405)
    }
  }
})
