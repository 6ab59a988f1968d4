import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { actionIds } from '../prisma/testing/server-actions'
import { callAction, linkInput, makeLink } from './support/actions'
import { order } from './support/customer'
import { query } from './support/database'
import { makeSeller, origin, type Seller } from './support/seller'

/** Actions that stand open to strangers, and those that know no one's rows but the caller's own. */
const PUBLIC = ['signUpAction', 'signInAction', 'signOutAction', 'requestPasswordResetAction', 'resetPasswordAction', 'setLocaleAction']
const OWN_ROWS_ONLY = ['createLinkAction', 'listLinksAction', 'countLinksAction', 'listOrdersAction', 'updateShopAction', 'checkIdsAction',
  'listEndpointsAction', 'createEndpointAction', 'revealServerKeyAction']

type Ids = { link: string; order: string; endpoint: string; delivery: string }

/** Actions that take the id of a row; last what takes a row away from those before it. */
const BY_ID: Record<string, (ids: Ids) => unknown> = {
  findLinkAction: ({ link }) => ({ id: link }),
  findOrderAction: ({ order: id }) => ({ id }),
  cancelOrderAction: ({ order: id }) => ({ id }),
  changeLinkAction: ({ link }) => ({ id: link, change: 'delete' }),
  findEndpointAction: ({ endpoint }) => ({ id: endpoint }),
  updateEndpointAction: ({ endpoint }) => ({ id: endpoint, ...endpointInput, description: 'Lain' }),
  pauseEndpointAction: ({ endpoint }) => ({ id: endpoint }),
  resumeEndpointAction: ({ endpoint }) => ({ id: endpoint }),
  revealSecretAction: ({ endpoint }) => ({ id: endpoint }),
  rotateSecretAction: ({ endpoint }) => ({ id: endpoint, keepHours: 24 }),
  sendTestAction: ({ endpoint }) => ({ id: endpoint }),
  listDeliveriesAction: ({ endpoint }) => ({ endpointId: endpoint }),
  resendSinceAction: ({ endpoint }) => ({ endpointId: endpoint, since: '2026-01-01T00:00', onlyFailed: false }),
  findDeliveryAction: ({ delivery }) => ({ id: delivery }),
  resendDeliveryAction: ({ delivery }) => ({ id: delivery }),
  deleteEndpointAction: ({ endpoint }) => ({ id: endpoint }),
}

/** Nobody listens there: what is sent fails at once. */
const endpointInput = { url: 'http://127.0.0.1:9/hook', description: 'Rahasia', events: [], retryPolicy: 'standard' }

const valid: Record<string, unknown> = {
  createLinkAction: linkInput(), listLinksAction: {}, countLinksAction: {}, listOrdersAction: {}, checkIdsAction: { slug: 'abc' },
  updateShopAction: { name: 'Toko', phone: '', locale: 'id', timeZone: 'Asia/Jakarta' },
  listEndpointsAction: {}, createEndpointAction: endpointInput, revealServerKeyAction: { password: 'rahasia-sekali' },
}

const missing = '01933b2e-0000-7000-8000-000000000000'
const NOTHING: Ids = { link: missing, order: missing, endpoint: missing, delivery: missing }

/** A webhook, and the test that was sent to it. */
async function makeEndpoint(seller: Seller): Promise<Pick<Ids, 'endpoint' | 'delivery'>> {
  const made = await callAction('createEndpointAction', endpointInput, seller)
  const endpoint = (made.result?.value as { id: string }).id
  const sent = await callAction('sendTestAction', { id: endpoint }, seller)
  return { endpoint, delivery: (sent.result?.value as { id: string }).id }
}

test('every server action of the build is in one of the lists of this test', () => {
  expect([...actionIds().keys()].sort()).toEqual([...PUBLIC, ...OWN_ROWS_ONLY, ...Object.keys(BY_ID)].sort())
})

test("another merchant's rows look exactly like missing ones to every action, and stay as they are", async () => {
  const [owner, stranger] = [await makeSeller('Toko Melati'), await makeSeller('Toko Mawar')]
  const link = await makeLink(owner)
  await order(link.slug)
  const [placed] = await query<{ id: string }>('SELECT id FROM orders WHERE link_id = $1', [link.id])
  const own: Ids = { link: link.id, order: placed?.id ?? '', ...(await makeEndpoint(owner)) }
  const rows = () =>
    Promise.all([
      query('SELECT * FROM links WHERE id = $1', [link.id]), query('SELECT * FROM orders WHERE link_id = $1', [link.id]),
      query('SELECT * FROM webhook_endpoints WHERE id = $1', [own.endpoint]),
      query('SELECT * FROM webhook_deliveries WHERE id = $1', [own.delivery]), query('SELECT * FROM webhook_attempts WHERE delivery_id = $1', [own.delivery]),
    ])
  const before = await rows()

  for (const [name, input] of Object.entries(BY_ID)) {
    const foreign = await callAction(name, input(own), stranger)
    const absent = await callAction(name, input(NOTHING), stranger)
    expect(foreign.result, name).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect({ status: foreign.status, result: foreign.result }, name).toEqual({ status: absent.status, result: absent.result })
  }
  expect(await rows()).toEqual(before)
  for (const [name, input] of Object.entries(BY_ID)) {
    const answer = await callAction(name, input(own), owner)
    expect(answer.result?.ok, name).toBe(true)
  }
})

test('lists, searches and filters show one shop its own rows only', async () => {
  const [owner, stranger] = [await makeSeller(), await makeSeller()]
  const link = await makeLink(owner, { orderId: `RAHASIA-${randomUUID().slice(0, 8)}` })
  await order(link.slug, { name: 'Pelanggan Rahasia' })
  await callAction('createEndpointAction', endpointInput, owner)
  for (const [name, input] of [
    ['listLinksAction', {}], ['listLinksAction', { q: 'rahasia' }], ['listLinksAction', { status: 'active' }],
    ['listOrdersAction', {}], ['listOrdersAction', { q: 'rahasia' }], ['listOrdersAction', { link: link.id }],
    ['listEndpointsAction', {}],
  ] as const) {
    expect((await callAction(name, input, owner)).body, name).toMatch(/RAHASIA|Rahasia/)
    const foreign = await callAction(name, input, stranger)
    expect(foreign.result?.ok, name).toBe(true)
    expect(foreign.body, name).not.toMatch(/RAHASIA|Rahasia/i)
  }
})

test('every action of a seller refuses strangers, foreign pages, missing origins and forged sessions', async () => {
  const seller = await makeSeller()
  const inputs = { ...valid, ...Object.fromEntries(Object.entries(BY_ID).map(([name, input]) => [name, input(NOTHING)])) }
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

test("another merchant's pages are the page of something that is not there", async ({ context, page }) => {
  const [owner, stranger] = [await makeSeller(), await makeSeller()]
  const link = await makeLink(owner)
  const { endpoint, delivery } = await makeEndpoint(owner)
  await stranger.signIn(context)
  for (const path of [
    `/links/${link.id}`, `/links/${missing}`, `/links/no-uuid`, `/orders/${missing}`,
    `/settings/webhooks/${endpoint}`, `/settings/webhooks/${missing}`, `/settings/webhooks/no-uuid`, `/settings/webhooks/${endpoint}/deliveries/${delivery}`,
  ]) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
  }
})

test('pages of the dashboard send strangers to sign in', async () => {
  for (const path of ['/', '/links', '/links/new', `/links/${missing}`, '/orders', `/orders/${missing}`, '/settings', '/settings/webhooks', '/settings/webhooks/new', `/settings/webhooks/${missing}`, `/settings/webhooks/${missing}/deliveries/${missing}`]) {
    const response = await fetch(origin() + path, { redirect: 'manual' })
    expect(`${response.status} ${response.headers.get('location')}`, path).toMatch(/^307 .*\/sign-in/)
  }
})
