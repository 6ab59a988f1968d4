import { expect, test } from '@playwright/test'
import { call, makeKey, type ApiAnswer } from './support/api'
import { makeApiShop, requestOf, type ApiShop } from './support/api-shop'
import { Documented } from './support/openapi'

/** Whose key it is decides what is there, on every operation that the document knows. */

let api: Documented
let shop: ApiShop
let stranger: ApiShop

const NOBODY = { link: 'nobody-at-all', transaction: 'nobody-at-all-1763614800000' }

test.beforeAll(async () => {
  api = await Documented.load()
  ;[shop, stranger] = [await makeApiShop(), await makeApiShop()]
})

/** An answer without what differs from call to call and with the asked ID, whichever it was, under one name. */
function comparable({ status, type, text }: ApiAnswer, ids: { link: string; transaction: string }): { status: number; type: string; text: string } {
  const masked = text.replaceAll(ids.transaction, '<id>').replaceAll(ids.link, '<id>').replace(/"id":"[0-9a-f-]{36}"/, '"id":"<random>"')
  return { status, type, text: masked }
}

const about = ({ link, transaction }: ApiShop) => ({ link: link.orderId, transaction: transaction.orderId })

test('what belongs to another merchant answers exactly like what does not exist', async () => {
  let compared = 0
  for (const located of api.operations.filter(({ path, operation }) => path.includes('{') || operation.operationId === 'captureTransaction')) {
    const { operationId } = located.operation
    const byTransactionId = { ...about(shop), transaction: shop.transaction.id }
    const unknown = comparable(await call({ key: stranger.key, ...requestOf(located, NOBODY) }), NOBODY)
    expect({ operationId, status: unknown.status }).toEqual({ operationId, status: 404 })
    for (const ids of [about(shop), byTransactionId]) {
      expect({ operationId, ...comparable(await call({ key: stranger.key, ...requestOf(located, ids) }), ids) }).toEqual({ operationId, ...unknown })
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(20)
  const { body } = await call({ key: shop.key, method: 'GET', path: `/v1/payment-links/${shop.link.orderId}` })
  expect(body).toMatchObject({ status: 'active', usage: 0 })
  expect((await call({ key: shop.key, method: 'GET', path: `/v2/${shop.transaction.orderId}/status` })).body).toMatchObject({ transaction_status: 'pending' })
})

test('what belongs to the other mode answers exactly like what does not exist', async () => {
  const live = await makeKey(shop.seller.merchantId, { mode: 'live' })
  for (const located of api.operations.filter(({ path }) => path.includes('{'))) {
    const unknown = comparable(await call({ key: live, ...requestOf(located, NOBODY) }), NOBODY)
    expect({ id: located.operation.operationId, ...comparable(await call({ key: live, ...requestOf(located, about(shop)) }), about(shop)) }).toEqual({ id: located.operation.operationId, ...unknown, status: 404 })
  }
})

test('a list shows what is one\'s own', async () => {
  const { body } = await call({ key: stranger.key, method: 'GET', path: `/v1/payment-links?search=${shop.link.orderId}` })
  expect(body).toEqual({ payment_links: [], next_cursor: null })
  expect((await call({ key: stranger.key, method: 'GET', path: '/v1/payment-links' })).text).not.toContain(shop.link.orderId)
})

test('without a valid key every operation answers the same 401', async () => {
  const { merchantId } = shop.seller
  const past = new Date(Date.now() - 60_000)
  const invalid = { missing: undefined, unknown: 'SB-Tautan-server-nobody', revoked: await makeKey(merchantId, { revokedAt: past }), expired: await makeKey(merchantId, { expiresAt: past }) }
  for (const located of api.operations) {
    for (const [kind, key] of Object.entries(invalid)) {
      const answer = await call({ key, ...requestOf(located, about(shop)) })
      expect({ id: located.operation.operationId, kind, status: answer.status, header: answer.headers['www-authenticate'] }).toEqual({ id: located.operation.operationId, kind, status: 401, header: 'Basic realm="server key"' })
      api.expectDocumented(located.operation.operationId, answer)
    }
  }
})

test('without its scope a key is refused on every operation, with it on none', async () => {
  const scopes = ['read', 'write', 'refund'] as const
  const keyOf = Object.fromEntries(await Promise.all(scopes.map(async (scope) => [scope, await makeKey(stranger.seller.merchantId, { scopes: [scope] })] as const)))
  for (const located of api.operations) {
    const { operationId, 'x-scope': needed } = located.operation
    for (const scope of scopes) {
      const { status } = await call({ key: keyOf[scope], ...requestOf(located, NOBODY) })
      expect({ operationId, scope, isForbidden: status === 403 }).toEqual({ operationId, scope, isForbidden: scope !== needed })
    }
  }
})
