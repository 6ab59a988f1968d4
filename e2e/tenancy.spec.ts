import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { actionIds } from '../prisma/testing/server-actions'
import { callAction, linkContent, linkInput, makeLink } from './support/actions'
import { order } from './support/customer'
import { query } from './support/database'
import { emailOf } from './support/email'
import { makeAccount, makeCall, makeClaim, makeEndpoint, makeKey, makeLinkMessage, makeManyAtOnce, makeTemplate, makeView, newKey, savedView, webhook } from './support/owned-rows'
import { makeSeller } from './support/seller'

/** Actions that stand open to strangers, and those that know no one's rows but the caller's own. */
const PUBLIC = ['signUpAction', 'signInAction', 'signOutAction', 'requestPasswordResetAction', 'resetPasswordAction', 'setLocaleAction', 'confirmEmailAction']
const OWN_ROWS_ONLY = [
  'createLinkAction', 'listLinksAction', 'countLinksAction', 'listOrdersAction', 'updateShopAction', 'checkIdsAction', 'listEndpointsAction',
  'createEndpointAction', 'listEmailsAction', 'listServerKeysAction', 'createServerKeyAction', 'listApiCallsAction', 'updateRedirectsAction',
  'listNewsAction', 'allowPushAction', 'isPushAllowedAction', 'stopPushAction', 'testPushAction', 'saveMessageAction', 'resetMessageAction',
  'listWaitingCreditsAction', 'listCreditsAction', 'createReceivingAccountAction', 'switchModeAction', 'listClaimsAction', 'countClaimsAction',
  'updateErasureAction', 'listTemplatesAction', 'saveTemplateAction', 'updateLinkDefaultsAction',
  'saveProfileAction', 'saveAccentAction', 'removeLogoAction', 'saveCustomFieldLabelsAction',
  'previewLetterAction', 'saveLetterAction', 'resetLetterAction', 'switchLetterAction', 'saveSenderAction',
  'findSendingWaysAction', 'listLinkMessageSignsAction', 'saveSmsProviderAction', 'removeSmsProviderAction', 'testSmsAction', 'saveRemindersAction',
  'saveIdentityAction', 'sendEmailConfirmationAction',
  'findHomeAction', 'listViewsAction', 'saveViewAction', 'findAnythingAction',
  'updateShopCurrencyAction',
  'measureTargetAction', 'listExportsAction', 'startExportAction',
]

/** Tables whose rows no job changes meanwhile. */
const OWN_TABLES = ['link_imports', 'bulk_changes', 'data_exports', 'link_templates', 'saved_views', 'link_events', 'receiving_accounts', 'receiving_account_events', 'payment_claims', 'server_keys', 'server_key_events']

const missing = '01933b2e-0000-7000-8000-000000000000'
const allMissing = { link: missing, order: missing, endpoint: missing, delivery: missing, email: missing, news: '999999999999', waiter: missing, key: missing, call: missing, account: missing, claim: missing, template: missing, message: missing, view: missing, importing: missing, deletion: missing, exporting: missing }

const PASSWORD = 'rahasia-sekali'
const newAccount = { label: '', details: { kind: 'bank', bank: 'BRI', number: '123456789012345', holder: 'Rahasia' }, minimumAmount: '', maximumAmount: '', password: PASSWORD }

/** Wall clock of a shop in Jakarta. */
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
const smsProvider = { method: 'POST', url: 'https://rahasia.invalid/', contentType: 'json', headers: [], body: '{"to":"{to}","text":"{text}"}', sender: '', secret: '', successStatuses: '' }

/** Actions that take the id of a row. */
const BY_ID: Record<string, (ids: typeof allMissing) => unknown> = {
  findLinkAction: ({ link }) => ({ id: link }),
  findOrderAction: ({ order: id }) => ({ id }),
  cancelOrderAction: ({ order: id }) => ({ id }),
  markNewsSeenAction: ({ news }) => ({ id: news }),
  acceptOrderAction: ({ order: id }) => ({ id }),
  captureOrderAction: ({ order: id }) => ({ id }),
  receiveMoneyAction: ({ order: id }) => ({ id }),
  shipOrderAction: ({ order: id }) => ({ id }),
  unshipOrderAction: ({ order: id }) => ({ id }),
  refundOrderAction: ({ order: orderId }) => ({ orderId, refundKey: 'R-1', amount: '5.000', reason: 'Barang habis', channel: 'manual' }),
  confirmClaimAction: ({ claim: id }) => ({ id, version: 1, received: '85.000' }),
  rejectClaimAction: ({ claim: id }) => ({ id, version: 1, reason: 'notArrived' }),
  markClaimToldAction: ({ claim: id }) => ({ id, version: 1 }),
  findOrderMoneyAction: ({ order: id }) => ({ id }),
  cureDifferenceAction: ({ order: id }) => ({ id, cure: 'accept' }),
  noteSecondPaymentAction: ({ order: id }) => ({ id, received: '85.000', moveTo: null }),
  findEndpointAction: ({ endpoint: id }) => ({ id }),
  updateEndpointAction: ({ endpoint: id }) => ({ id, ...webhook }),
  pauseEndpointAction: ({ endpoint: id }) => ({ id }),
  resumeEndpointAction: ({ endpoint: id }) => ({ id }),
  revealSecretAction: ({ endpoint: id }) => ({ id }),
  rotateSecretAction: ({ endpoint: id }) => ({ id, keepHours: 24 }),
  sendTestAction: ({ endpoint: id }) => ({ id }),
  listDeliveriesAction: ({ endpoint }) => ({ endpointId: endpoint }),
  listOrderDeliveriesAction: ({ order: id }) => ({ id }),
  findDeliveryAction: ({ delivery: id }) => ({ id }),
  resendDeliveryAction: ({ delivery: id }) => ({ id }),
  resendSinceAction: ({ endpoint }) => ({ endpointId: endpoint, since: '2026-01-01T00:00', onlyFailed: false }),
  deleteEndpointAction: ({ endpoint: id }) => ({ id }),
  editLinkAction: ({ link }) => ({ ...linkContent(), id: link, version: 1 }),
  saveTemplateOfLinkAction: ({ link }) => ({ linkId: link, name: 'Rahasia' }),
  renameTemplateAction: ({ template: id }) => ({ id, name: 'Rahasia lain' }),
  updateTemplateAction: ({ template: id }) => ({ id, content: {} }),
  deleteTemplateAction: ({ template: id }) => ({ id }),
  changeLinkAction: ({ link }) => ({ id: link, change: 'pause' }),
  findImportAction: ({ importing: id }) => ({ id }),
  cancelImportAction: ({ importing: id }) => ({ id }),
  findBulkChangeAction: ({ deletion: id }) => ({ id }),
  cancelBulkChangeAction: ({ deletion: id }) => ({ id }),
  undoBulkDeleteAction: ({ deletion: id }) => ({ id, submissionId: randomUUID() }),
  cancelExportAction: ({ exporting: id }) => ({ id }),
  changeLinksAction: ({ link }) => ({ submissionId: randomUUID(), change: 'pause', target: { ids: [link] }, cancelsOrders: false }),
  closeLinkAndOrdersAction: ({ link }) => ({ id: link, change: 'delete' }),
  findShareAction: ({ link }) => ({ id: link }),
  showCardPriceAction: ({ link }) => ({ id: link, showsPrice: false }),
  removeCardPictureAction: ({ link }) => ({ id: link }),
  renewLinkAction: ({ link }) => ({ id: link }),
  changeRenewalAction: ({ link }) => ({ id: link, version: 1, places: 1, minutes: null }),
  takeRenewalBackAction: ({ link }) => ({ id: link, version: 1 }),
  eraseWaiterAction: ({ waiter: id }) => ({ id }),
  listLinkMessagesAction: ({ link: linkId }) => ({ linkId }),
  saveLinkNotesAction: ({ link: linkId }) => ({ linkId, notes: [{ key: 'Rahasia', value: 'Rahasia' }] }),
  sendLinkAction: ({ link: linkId }) => ({ linkId, channel: 'email', at: '' }),
  rescheduleLinkMessageAction: ({ message: id }) => ({ id, at: tomorrow }),
  sendLinkMessageNowAction: ({ message: id }) => ({ id }),
  cancelLinkMessageAction: ({ message: id }) => ({ id }),
  findEmailAction: ({ email: id }) => ({ id }),
  resendEmailAction: ({ email: id }) => ({ id }),
  findApiCallAction: ({ call: id }) => ({ id }),
  revealServerKeyAction: ({ key: id }) => ({ id, password: PASSWORD }),
  rollServerKeyAction: ({ key: id }) => ({ id, overlapHours: 24, lastDay: '' }),
  revokeServerKeyAction: ({ key: id }) => ({ id }),
  updateReceivingAccountAction: ({ account: id }) => ({ id, ...newAccount }),
  switchReceivingAccountAction: ({ account: id }) => ({ id, isOn: false }),
  confirmAccountAction: ({ account: id }) => ({ id, explanation: 'Rahasia', password: PASSWORD }),
  deleteReceivingAccountAction: ({ account: id }) => ({ id }),
  findConversionAction: ({ link }) => ({ id: link }),
  renameViewAction: ({ view: id }) => ({ id, name: 'Rahasia' }),
  deleteViewAction: ({ view: id }) => ({ id }),
}

/** Those of live mode's money, where test mode has none: tried in e2e/money.spec.ts. */
const MONEY: Record<string, unknown> = {
  importStatementAction: { accountId: missing, text: 'a', mapping: null }, matchCreditAction: { id: missing, orderId: missing }, ignoreCreditAction: { id: missing }, reopenCreditAction: { id: missing },
  rotateMoneySecretAction: { accountId: missing }, removeMoneySecretAction: { accountId: missing },
}

const pushEndpoint = { endpoint: 'https://push.example.com/a' }

const letter = { letter: 'receipt', locale: 'id', subject: '', greeting: 'Halo', closing: '' }

const valid: Record<string, unknown> = {
  saveProfileAction: { supportEmail: '', website: '', instagram: '', thankYou: '', address: { street: '', city: '', province: '', postalCode: '' } },
  saveAccentAction: { color: '' }, removeLogoAction: {}, saveCustomFieldLabelsAction: { custom_field1: '', custom_field2: '', custom_field3: '' },
  previewLetterAction: letter, saveLetterAction: letter, resetLetterAction: { letter: 'receipt', locale: 'id' }, switchLetterAction: { letter: 'receipt', isOn: true },
  saveSenderAction: { senderName: '', replyTo: '' },
  createLinkAction: linkInput(), listLinksAction: {}, countLinksAction: {}, listOrdersAction: {}, listEmailsAction: {}, checkIdsAction: { slug: 'abc' },
  listWaitingCreditsAction: {}, listCreditsAction: {},
  listNewsAction: {}, isPushAllowedAction: pushEndpoint, stopPushAction: pushEndpoint, testPushAction: pushEndpoint,
  allowPushAction: { ...pushEndpoint, p256dh: 'B'.repeat(87), auth: 'a'.repeat(22), locale: 'id' },
  updateShopAction: { name: 'Toko', phone: '', locale: 'id', timeZone: 'Asia/Jakarta' },
  listEndpointsAction: {}, createEndpointAction: webhook, updateRedirectsAction: { finish: 'https://rahasia.example/', unfinish: '', error: '' },
  listServerKeysAction: {}, createServerKeyAction: newKey, listApiCallsAction: {}, createReceivingAccountAction: newAccount, switchModeAction: { mode: 'live' },
  listTemplatesAction: {}, saveTemplateAction: { name: 'Rahasia', content: {} }, updateLinkDefaultsAction: { usageLimit: null, title: '', description: '', expiry: { kind: 'never' }, paymentMethods: [], questions: null },
  listClaimsAction: {}, countClaimsAction: {}, updateErasureAction: { days: '90' },
  findSendingWaysAction: {}, listLinkMessageSignsAction: { linkIds: [missing] }, saveSmsProviderAction: smsProvider, removeSmsProviderAction: {}, testSmsAction: { to: '0812-3456-7890' },
  saveRemindersAction: { linkEndingHours: '24', unpaidOrderHours: null, warnsOrders: true },
  saveIdentityAction: { legalName: 'Sari', address: 'Jl. Kenanga 5', city: 'Bandung', postcode: '40123' }, sendEmailConfirmationAction: {},
  findHomeAction: {}, listViewsAction: { list: 'links' }, saveViewAction: savedView, findAnythingAction: { q: 'sari' },
  updateShopCurrencyAction: { currency: 'USD' },
  measureTargetAction: { target: {} }, listExportsAction: {}, startExportAction: { kind: 'links', filter: {}, format: 'csv', submissionId: missing, columns: ['orderId'] },
  saveMessageAction: { kind: 'remind', locale: 'id', body: 'Halo' }, resetMessageAction: { kind: 'remind', locale: 'id' },
}

test('every server action of the build is in one of the lists of this test', () => {
  expect([...actionIds().keys()].sort()).toEqual([...PUBLIC, ...OWN_ROWS_ONLY, ...Object.keys(BY_ID), ...Object.keys(MONEY)].sort())
})

test("another merchant's rows look exactly like missing ones to every action, and stay as they are", async () => {
  const [owner, stranger] = [await makeSeller('Toko Melati'), await makeSeller('Toko Mawar')]
  const link = await makeLink(owner)
  await order(link.slug)
  const [placed] = await query<{ id: string }>('SELECT id FROM orders WHERE link_id = $1', [link.id])
  const email = await emailOf(link.id)
  const endpoint = await makeEndpoint(owner)
  const sent = await callAction('sendTestAction', { id: endpoint }, owner)
  const [news] = await query<{ id: string }>(
    "INSERT INTO news (merchant_id, mode, type, order_id, data, dedupe_key, at) VALUES ($1, 'test', 'order.paid', $2, $3, 'tenancy', now()) RETURNING id",
    [owner.merchantId, placed?.id, { amount: 85_000, currency: 'IDR', customer: 'Sari' }],
  )
  const [waiter] = await query<{ id: string }>("INSERT INTO slot_waiters (id, merchant_id, mode, link_id, phone, at) VALUES (gen_random_uuid(), $1, 'test', $2, '6281234567890', now()) RETURNING id", [owner.merchantId, link.id])
  const ids = {
    link: link.id, order: placed?.id ?? '', endpoint, delivery: (sent.result?.value as { id: string }).id, email, waiter: waiter?.id ?? '', news: news?.id ?? '',
    key: await makeKey(owner), call: await makeCall(owner), account: await makeAccount(owner), claim: await makeClaim(owner, placed?.id ?? ''),
    template: await makeTemplate(owner), message: await makeLinkMessage(owner, link.id), view: await makeView(owner), ...(await makeManyAtOnce(owner, link.id)),
  }
  const watched: [table: string, column: string, value: string][] = [
    ...OWN_TABLES.map((table): [string, string, string] => [table, 'merchant_id', owner.merchantId]),
    ['links', 'id', link.id], ['orders', 'link_id', link.id], ['slot_waiters', 'link_id', link.id], ['link_messages', 'link_id', link.id],
    ['email_messages', 'id', email], ['webhook_endpoints', 'id', endpoint], ['webhook_deliveries', 'endpoint_id', endpoint],
  ]
  const rows = () => Promise.all(watched.map(([table, column, value]) => query(`SELECT * FROM ${table} WHERE ${column} = $1 ORDER BY 1`, [value])))
  const before = await rows()

  for (const [name, input] of Object.entries(BY_ID)) {
    const foreign = await callAction(name, input(ids), stranger)
    const absent = await callAction(name, input(allMissing), stranger)
    expect(foreign.result, name).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect({ status: foreign.status, result: foreign.result }, name).toEqual({ status: absent.status, result: absent.result })
  }
  expect(await rows()).toEqual(before)
  for (const [name, input] of Object.entries(BY_ID)) {
    const own = await callAction(name, input(ids), owner)
    // Found: done, not possible for where it stands, or the password (which these sellers have none of) is asked.
    expect(own.result?.ok === true || own.result?.error?.kind === 'conflict' || own.result?.error?.fields?.['password'] === 'passwordWrong', `${name}: ${JSON.stringify(own.result)}`).toBe(true)
  }
})

test('lists, searches and filters show one shop its own rows only', async () => {
  const [owner, stranger] = [await makeSeller(), await makeSeller()]
  const link = await makeLink(owner, { orderId: `RAHASIA-${randomUUID().slice(0, 8)}` })
  await order(link.slug, { name: 'Pelanggan Rahasia', email: 'Rahasia@example.com' })
  await emailOf(link.id)
  await makeEndpoint(owner)
  await makeKey(owner)
  await makeCall(owner)
  await makeTemplate(owner)
  for (const [name, input] of [
    ['listLinksAction', {}], ['listLinksAction', { q: 'rahasia' }], ['listLinksAction', { status: 'active' }],
    ['listOrdersAction', {}], ['listOrdersAction', { q: 'rahasia' }], ['listOrdersAction', { link: link.id }],
    ['listEndpointsAction', {}], ['listTemplatesAction', {}], ['listEmailsAction', {}], ['listServerKeysAction', {}], ['listApiCallsAction', {}], ['listApiCallsAction', { q: 'rahasia' }],
  ] as const) {
    expect((await callAction(name, input, owner)).body, name).toMatch(/RAHASIA|Rahasia|rahasia\.invalid/)
    const foreign = await callAction(name, input, stranger)
    expect(foreign.result?.ok, name).toBe(true)
    expect(foreign.body, name).not.toMatch(/RAHASIA|Rahasia/i)
  }
})

test('every action of a seller refuses strangers, foreign pages, missing origins and forged sessions', async () => {
  const seller = await makeSeller()
  const inputs = { ...valid, ...MONEY, ...Object.fromEntries(Object.entries(BY_ID).map(([name, input]) => [name, input(allMissing)])) }
  for (const [name, input] of Object.entries(inputs)) {
    const refused = async (cookie: string, headers: Record<string, string | undefined> = {}) => {
      const answer = await callAction(name, input, { cookie, headers })
      return answer.result?.error?.kind ?? `status ${answer.status}`
    }
    expect(await refused(''), name).toBe('unauthenticated')
    expect(await refused(seller.cookie.slice(0, -8)), name).toBe('unauthenticated')
    expect(await refused(`tautan.session_token=${randomUUID()}`), name).toBe('unauthenticated')
    expect(await refused(seller.cookie, { origin: undefined }), name).toBe('forbidden')
    // Next itself turns a foreign origin away before our code runs.
    expect(await refused(seller.cookie, { origin: 'https://evil.example' }), name).toMatch(/forbidden|status [45]\d\d/)
    expect(await refused(seller.cookie, { origin: 'null' }), name).toMatch(/forbidden|status [45]\d\d/)
  }
})

test('an action that comes to a page without its code, whose seller has gone on, is done all the same', async () => {
  const seller = await makeSeller()
  const { id } = await makeLink(seller)
  const { result } = await callAction('changeLinkAction', { id, change: 'pause' }, { ...seller, page: '/reset-password' })
  expect(result).toMatchObject({ ok: true })
  expect(await query('SELECT state FROM links WHERE id = $1', [id])).toEqual([{ state: 'paused' }])
})
