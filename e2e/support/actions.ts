import { randomBytes, randomUUID } from 'node:crypto'
import { actionIds } from '../../prisma/testing/server-actions'
import { origin } from './seller'

/** Server actions as the public POST endpoints that they are: any name, any input, any headers. */

/** Any of these pages will do: an action is answered before it is looked whose it is. */
const ENDPOINT = '/settings/webhooks/any'

/** A page whose code carries the action; Next answers an action only there or where it is known. */
const PAGES: Record<string, string> = {
  signInAction: '/sign-in', signUpAction: '/sign-up', requestPasswordResetAction: '/forgot-password', resetPasswordAction: '/reset-password',
  setLocaleAction: '/sign-in', confirmEmailAction: '/confirm-email?token=x', saveIdentityAction: '/settings/verification', sendEmailConfirmationAction: '/settings/verification', confirmAccountAction: '/settings/verification', listOrdersAction: '/orders', findOrderAction: '/orders', cancelOrderAction: '/orders', acceptOrderAction: '/orders', captureOrderAction: '/orders', receiveMoneyAction: '/orders', refundOrderAction: '/orders/any', shipOrderAction: '/recap', unshipOrderAction: '/recap', saveMessageAction: '/settings/messages', resetMessageAction: '/settings/messages',
  updateShopAction: '/settings', switchModeAction: '/links', createReceivingAccountAction: '/settings/payments', updateReceivingAccountAction: '/settings/payments', switchReceivingAccountAction: '/settings/payments', deleteReceivingAccountAction: '/settings/payments', listClaimsAction: '/review', countClaimsAction: '/review', confirmClaimAction: '/review', rejectClaimAction: '/review', markClaimToldAction: '/review', updateErasureAction: '/settings', findOrderMoneyAction: '/orders/any', cureDifferenceAction: '/orders/any', noteSecondPaymentAction: '/orders/any',
  editLinkAction: '/links/any/edit', listTemplatesAction: '/links/new', saveTemplateAction: '/links/new', saveTemplateOfLinkAction: '/links/new', renameTemplateAction: '/links/new', updateTemplateAction: '/links/new', deleteTemplateAction: '/links/new', updateLinkDefaultsAction: '/settings/new-links',
  saveProfileAction: '/settings', saveAccentAction: '/settings', removeLogoAction: '/settings', saveCustomFieldLabelsAction: '/settings',
  previewLetterAction: '/settings/letters', saveLetterAction: '/settings/letters', resetLetterAction: '/settings/letters', switchLetterAction: '/settings/letters', saveSenderAction: '/settings/letters',
  updateShopCurrencyAction: '/settings',
  listEmailsAction: '/settings/outbox', findEmailAction: '/settings/outbox', resendEmailAction: '/settings/outbox',
  allowPushAction: '/settings', isPushAllowedAction: '/settings', stopPushAction: '/settings', testPushAction: '/settings',
  findShareAction: '/links/any', renewLinkAction: '/links', changeRenewalAction: '/links', takeRenewalBackAction: '/links', showCardPriceAction: '/links/any', removeCardPictureAction: '/links/any', eraseWaiterAction: '/links/any',
  findHomeAction: '/home', findConversionAction: '/links/any',
  createLinkAction: '/links/new', checkIdsAction: '/links/new',
  listEndpointsAction: '/settings/webhooks', createEndpointAction: '/settings/webhooks/new',
  findEndpointAction: ENDPOINT, updateEndpointAction: ENDPOINT, pauseEndpointAction: ENDPOINT, resumeEndpointAction: ENDPOINT, deleteEndpointAction: ENDPOINT,
  revealSecretAction: ENDPOINT, rotateSecretAction: ENDPOINT, sendTestAction: ENDPOINT, listDeliveriesAction: ENDPOINT, resendSinceAction: ENDPOINT,
  listServerKeysAction: '/settings/developers', createServerKeyAction: '/settings/developers', rollServerKeyAction: '/settings/developers', revokeServerKeyAction: '/settings/developers',
  revealServerKeyAction: '/settings/developers', updateRedirectsAction: '/settings/developers', listApiCallsAction: '/settings/developers/requests', findApiCallAction: '/settings/developers/requests',
  findImportAction: '/links/import/any', cancelImportAction: '/links/import/any', findBulkChangeAction: '/links/bulk/any', cancelBulkChangeAction: '/links/bulk/any', listExportsAction: '/exports', startExportAction: '/exports', cancelExportAction: '/exports',
  listWaitingCreditsAction: '/money', importStatementAction: '/money', matchCreditAction: '/money', ignoreCreditAction: '/money', reopenCreditAction: '/money', listCreditsAction: '/money/credits',
  rotateMoneySecretAction: '/money/endpoint', removeMoneySecretAction: '/money/endpoint',
  findSendingWaysAction: '/links/new', listLinkMessageSignsAction: '/links', listLinkMessagesAction: '/links/any', sendLinkAction: '/links/any', rescheduleLinkMessageAction: '/links/any',
  sendLinkMessageNowAction: '/links/any', cancelLinkMessageAction: '/links/any', saveLinkNotesAction: '/links/any', saveRemindersAction: '/settings/reminders',
  saveSmsProviderAction: '/settings/sms', removeSmsProviderAction: '/settings/sms', testSmsAction: '/settings/sms',
  listOrderDeliveriesAction: '/orders/any', findDeliveryAction: `${ENDPOINT}/deliveries/any`, resendDeliveryAction: `${ENDPOINT}/deliveries/any`,
}

/** Read once: the build stays the same while a server runs, and some tests call thousands of times. */
let ids: Map<string, string> | undefined

export type Answer = { status: number; body: string; result: { ok: boolean; value?: unknown; error?: { kind: string; fields?: Record<string, string> } } | undefined }

export async function callAction(
  name: string,
  input: unknown,
  { cookie = '', headers = {}, body: raw, page = PAGES[name] ?? '/links' }: { cookie?: string; headers?: Record<string, string | undefined>; body?: string; page?: string } = {},
): Promise<Answer> {
  const id = (ids ??= actionIds()).get(name)
  if (!id) throw new Error(`the build has no action ${name}`)
  const sent = { origin: origin(), cookie, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component', ...headers }
  const response = await fetch(`${origin()}${page}`, {
    method: 'POST',
    redirect: 'manual',
    headers: Object.fromEntries(Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    body: raw ?? JSON.stringify([input]),
  })
  const body = await response.text()
  return { status: response.status, body, result: resultIn(body) }
}

/** The action's return value stands in row 1 of React's wire format; a long text comes before it, without a line break between. */
function resultIn(body: string): Answer['result'] {
  const row = /1:(\{"ok":(?:true|false).*)$/m.exec(body)?.[1]
  return row ? (JSON.parse(row) as Answer['result']) : undefined
}

export function linkInput(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    submissionId: randomUUID(),
    orderId: `E2E-${randomBytes(5).toString('hex')}`,
    slug: randomBytes(6).toString('hex'),
    usageLimit: '1',
    items: [{ name: 'Kerudung voal motif', price: '85.000', quantity: 1 }],
    title: '', description: '', startsAt: '',
    expiry: { kind: 'never' },
    customer: null,
    paymentMethods: [],
    ...overrides,
  }
}

/** What the edit form sends besides which link it is of. */
export function linkContent(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(linkInput(overrides)).filter(([field]) => !['submissionId', 'orderId', 'slug'].includes(field)))
}

/** Makes a link through the action, as the form does. */
export async function makeLink(seller: { cookie: string }, overrides: Record<string, unknown> = {}): Promise<{ id: string; slug: string; orderId: string }> {
  const { result, body } = await callAction('createLinkAction', linkInput(overrides), seller)
  if (!result?.ok) throw new Error(`no link: ${body}`)
  return result.value as { id: string; slug: string; orderId: string }
}
