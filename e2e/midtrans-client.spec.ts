import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { callAction } from './support/actions'
import { order, submit } from './support/customer'
import { query } from './support/database'
import { coreApi, refusalOf, type Core } from './support/midtrans'
import { sendRaw } from './support/raw-http'
import { startReceiver } from './support/receiver'
import { makeSeller, origin, type Seller } from './support/seller'
import { makeServerKey } from './support/server-key'

/** Midtrans' own client, unchanged, against this server: only its base URL and its key are others. */

let seller: Seller
let key: string
let core: Core

test.beforeEach(async () => {
  seller = await makeSeller()
  key = await makeServerKey(seller.merchantId)
  core = coreApi(key)
})

type Placed = { linkOrderId: string; orderId: string; transactionId: string; address: string }

/** The shop's server makes a link, a customer orders through it, and the simulator's panel plays the bank. The client has no call for links, but one for any address. */
async function placed(method: string, ...news: string[]): Promise<Placed> {
  const linkOrderId = `INV-${randomUUID()}`.slice(0, 36)
  const { payment_url } = await core.httpClient.request('post', key, `${origin()}/v1/payment-links`, {
    transaction_details: { order_id: linkOrderId, gross_amount: 85_000 },
    item_details: [{ id: 'ker-1', name: 'Kerudung voal motif', price: 85_000, quantity: 1 }],
    custom_field1: linkOrderId,
    usage_limit: 3,
  })
  const { location: address } = await order(String(payment_url).split('/').at(-1) ?? '', { method })
  for (const what of news) await submit(`${address}/simulate`, { news: what })
  const [row] = await query<{ id: string; order_id: string }>('SELECT id, order_id FROM orders WHERE token = $1', [address.split('/').at(-1)])
  return { linkOrderId, orderId: row?.order_id ?? '', transactionId: row?.id ?? '', address }
}

const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')

test('a shop’s server sells something, is told that it was paid, looks it up and gives the money back', async () => {
  const receiver = await startReceiver()
  try {
    await callAction('createEndpointAction', { url: receiver.url, description: '', events: ['order.paid'], retryPolicy: 'midtrans' }, seller)
    const { linkOrderId, orderId, transactionId, address } = await placed('gopay')
    expect(orderId.replace(/-\d{13}$/, '')).toBe(linkOrderId)
    expect(await core.transaction.status(orderId)).toMatchObject({ status_code: '201', transaction_status: 'pending', payment_type: 'gopay', gross_amount: '85000.00' })

    await submit(`${address}/simulate`, { news: 'settle' })
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1)
    const notification = receiver.received[0]?.body ?? ''
    const told = await core.transaction.notification(notification)
    expect(told).toMatchObject({ order_id: orderId, transaction_id: transactionId, transaction_status: 'settlement', fraud_status: 'accept', status_code: '200', custom_field1: linkOrderId })
    expect(told['signature_key']).toBe(sha512(`${orderId}20085000.00${key}`))
    expect(told['signature_key']).toBe((JSON.parse(notification) as Record<string, string>)['signature_key'])
    expect(await core.transaction.notification(JSON.parse(notification) as Record<string, unknown>)).toEqual(told)
    expect(await core.transaction.statusb2b(orderId)).toMatchObject({ status_code: '200', transactions: [told] })

    expect(await core.httpClient.request('get', key, `${origin()}/v1/payment-links/${linkOrderId}`, {})).toMatchObject({ order_id: linkOrderId, usage: 1, purchases: [{ order_id: orderId, payment_status: 'SETTLEMENT' }] })

    const part = await core.transaction.refund(orderId, { refund_key: 'part-1', amount: 25_000, reason: 'Barang habis' })
    expect(part).toMatchObject({ status_code: '200', status_message: 'Success, refund request is approved', transaction_status: 'partial_refund', refund_amount: '25000.00', refund_key: 'part-1' })
    expect(Number.isInteger(part['refund_chargeback_id'])).toBe(true)
    expect(await core.transaction.refundDirect(transactionId, {})).toMatchObject({ status_message: 'Success, refund request is approved by the bank', transaction_status: 'refund', refund_amount: '60000.00' })
    expect(await core.transaction.status(orderId)).toMatchObject({ transaction_status: 'refund', refund_amount: '85000.00', refunds: [{ reason: 'Barang habis' }, {}] })
    expect((await refusalOf(core.transaction.refund(orderId, { amount: 1 }))).httpStatusCode).toBe(412)
  } finally {
    await receiver.close()
  }
})

test('a pending transaction is cancelled, another expires, and its page says so', async () => {
  const cancelled = await placed('bca_va')
  expect(await core.transaction.cancel(cancelled.orderId)).toMatchObject({ status_code: '200', status_message: 'Success, transaction is canceled', transaction_status: 'cancel' })
  expect(await core.transaction.cancel(cancelled.transactionId)).toMatchObject({ transaction_status: 'cancel' })
  expect(await core.transaction.status(cancelled.orderId)).toMatchObject({ status_code: '202', transaction_status: 'cancel' })
  expect((await refusalOf(core.transaction.expire(cancelled.orderId))).ApiResponse).toMatchObject({ status_code: '412' })

  const expired = await placed('indomaret')
  expect(await core.transaction.expire(expired.orderId)).toMatchObject({ status_code: '407', status_message: 'Success, transaction has expired', transaction_status: 'expire', store: 'indomaret' })
  expect(await core.transaction.status(expired.orderId)).toMatchObject({ status_code: '407', transaction_status: 'expire' })
  expect(await (await fetch(`${origin()}${expired.address}?lang=en`)).text()).toContain('expired')
})

test('a card that was reserved is charged once', async () => {
  const { transactionId, orderId } = await placed('credit_card', 'authorize')
  expect(await core.transaction.status(orderId)).toMatchObject({ status_code: '200', transaction_status: 'authorize' })
  expect((await refusalOf(core.capture({ transaction_id: transactionId, gross_amount: 1 }))).ApiResponse).toMatchObject({ status_code: '400', validation_messages: [expect.stringContaining('gross_amount')] })
  expect(await core.capture({ transaction_id: transactionId, gross_amount: 85_000 })).toMatchObject({ status_code: '200', status_message: 'Success, Credit Card capture transaction is successful', transaction_status: 'settlement' })
  expect((await refusalOf(core.capture({ transaction_id: transactionId }))).httpStatusCode).toBe(412)
})

test('a bank that refuses a refund resolves with 202, and an Idempotency-Key gives the same answer again', async () => {
  const { orderId } = await placed('other_qris', 'settle')
  expect(await core.transaction.refundDirect(orderId, { amount: 13 })).toMatchObject({ status_code: '202', status_message: 'Refund denied by the bank', refund_amount: '0.00', transaction_status: 'settlement' })
  const once = coreApi(key, { idempotencyKey: randomUUID() })
  const first = await once.transaction.refund(orderId, { amount: 10_000 })
  expect(await once.transaction.refund(orderId, { amount: 10_000 })).toEqual(first)
  expect(await core.transaction.status(orderId)).toMatchObject({ refund_amount: '10000.00' })
})

test('what cannot be done is an error of the client with Midtrans’ code', async () => {
  const { orderId } = await placed('bca_va', 'settle')
  for (const action of ['approve', 'deny', 'cancel', 'expire', 'refund', 'refundDirect'] as const) {
    expect(await refusalOf(core.transaction[action](orderId)), action).toMatchObject({ httpStatusCode: 412, ApiResponse: { status_code: '412', status_message: 'Merchant cannot modify the status of the transaction' } })
  }
  for (const action of ['status', 'statusb2b', 'approve', 'deny', 'cancel', 'expire', 'refund', 'refundDirect'] as const) {
    expect(await refusalOf(core.transaction[action](`nothing-${Date.now()}`)), action).toMatchObject({ httpStatusCode: 404, ApiResponse: { status_code: '404', status_message: "Transaction doesn't exist." } })
    expect(await refusalOf(coreApi('SB-Tautan-server-wrong').transaction[action](orderId)), action).toMatchObject({ httpStatusCode: 401, ApiResponse: { status_code: '401' } })
  }
  const stranger = coreApi(await makeServerKey((await makeSeller('Toko Lain')).merchantId))
  expect(await refusalOf(stranger.transaction.status(orderId))).toMatchObject({ httpStatusCode: 404, ApiResponse: { status_message: "Transaction doesn't exist." } })
})

/** The bytes that the official libraries send with an action, and their GET; `Connection: close` so that the end of the answer is seen. */
const CLIENTS: Record<string, { post: string; get: string }> = {
  PHP: { post: 'User-Agent: midtrans-php-v2.5.1\r\nContent-Length: 0\r\n\r\n', get: 'User-Agent: midtrans-php-v2.5.1\r\n\r\n' },
  Python: { post: 'accept-encoding: gzip, deflate\r\nuser-agent: midtransclient-python/1.2.0\r\nContent-Length: 2\r\n\r\n{}', get: 'user-agent: midtransclient-python/1.2.0\r\n\r\n' },
  Go: { post: 'User-Agent: Midtrans-Go_v1.3.8\r\nContent-Length: 0\r\nAccept-Encoding: gzip\r\n\r\n', get: 'User-Agent: Midtrans-Go_v1.3.8\r\nAccept-Encoding: gzip\r\n\r\n' },
  Node: { post: 'User-Agent: midtransclient-nodejs/1.4.3\r\nContent-Length: 4\r\n\r\nnull', get: 'User-Agent: midtransclient-nodejs/1.4.3\r\nContent-Length: 2\r\n\r\n{}' },
  'a client that sends no length': { post: '\r\n', get: '\r\n' },
  'a client that sends in pieces': { post: 'Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n', get: '\r\n' },
}

for (const [name, { post, get }] of Object.entries(CLIENTS)) {
  test(`the bytes of ${name} are understood`, async () => {
    const [cancelled, expired, refunded] = [await placed('bca_va'), await placed('bca_va'), await placed('gopay', 'settle')]
    const head = `Host: localhost:${process.env['E2E_PORT']}\r\nConnection: close\r\nContent-Type: application/json\r\nAccept: application/json\r\nAuthorization: Basic ${Buffer.from(`${key}:`).toString('base64')}\r\n`
    const send = (line: string, rest: string) => sendRaw(`${line} HTTP/1.1\r\n${head}${rest}`)
    expect(await send(`GET /v2/${cancelled.orderId}/status`, get)).toMatchObject({ status: 201, body: { status_code: '201', transaction_status: 'pending' } })
    expect(await send(`POST /v2/${cancelled.orderId}/cancel`, post)).toMatchObject({ status: 200, body: { status_code: '200', transaction_status: 'cancel' } })
    expect(await send(`POST /v2/${expired.transactionId}/expire`, post)).toMatchObject({ status: 200, body: { status_code: '407', transaction_status: 'expire' } })
    expect(await send(`POST /v2/${expired.orderId}/approve`, post)).toMatchObject({ status: 412, body: { status_code: '412' } })
    expect(await send(`POST /v2/${expired.orderId}/deny`, post)).toMatchObject({ status: 412, body: { status_code: '412' } })
    expect(await send(`POST /v2/${refunded.orderId}/refund`, post)).toMatchObject({ status: 200, body: { status_code: '200', transaction_status: 'refund', refund_amount: '85000.00' } })
  })
}

test('an address or a method that is none of the API’s is told in JSON', async () => {
  const { orderId } = await placed('bca_va')
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
  for (const [method, path, status] of [
    ['GET', '/v2', 404], ['GET', '/v2/', 404], ['POST', '/v2/charge', 404], ['GET', `/v2/${orderId}`, 404], ['DELETE', `/v2/${orderId}/nothing/at/all`, 404],
    ['POST', `/v2/${orderId}/status`, 405], ['GET', `/v2/${orderId}/cancel`, 405], ['PUT', `/v2/${orderId}/refund`, 405], ['GET', '/v2/capture', 405], ['PATCH', `/v2/${orderId}/refund/online/direct`, 405],
  ] as const) {
    const response = await fetch(origin() + path, { method, headers: { authorization } })
    const body = (await response.json()) as Record<string, unknown>
    expect([method, path, response.status, body['status_code'], typeof body['status_message']]).toEqual([method, path, status, String(status), 'string'])
    expect(response.headers.get('allow'), path).toBe(status === 405 ? (path.endsWith('/status') ? 'GET, HEAD' : 'POST') : null)
  }
  expect((await fetch(`${origin()}/v2/${orderId}/status`, { method: 'HEAD', headers: { authorization } })).status).toBe(201)
})

test('hostile identifiers and bodies never break the server', async () => {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
  for (const id of ['%00', 'a%00b', '%ff', '%2F', "'%20OR%201=1--", 'x'.repeat(3_000), '%F0%9F%8C%B8']) {
    for (const [method, action] of [['GET', 'status'], ['POST', 'cancel'], ['POST', 'refund']] as const) {
      const response = await fetch(`${origin()}/v2/${id}/${action}`, { method, headers: { authorization, 'content-type': 'application/json' } })
      expect([400, 404], `${action} ${id}`).toContain(response.status)
    }
  }
  const { orderId } = await placed('gopay', 'settle')
  for (const body of ['{', '[', '"x"', '{"amount":1e400}', '{"amount":"1e3"}', '{"refund_key":"\\u0000"}', '{"reason":"\\ud800"}', `{"a":${'['.repeat(5_000)}`, new Uint8Array([0x22, 0xff, 0x22])]) {
    const response = await fetch(`${origin()}/v2/${orderId}/refund`, { method: 'POST', headers: { authorization }, body })
    expect([response.status, (await response.json() as { status_code: string }).status_code], String(body).slice(0, 40)).toEqual([400, '400'])
  }
  expect((await fetch(`${origin()}/v2/${orderId}/refund`, { method: 'POST', headers: { authorization }, body: 'x'.repeat(1_000_000) })).status).toBe(413)
  expect(await core.transaction.status(orderId)).toMatchObject({ transaction_status: 'settlement' })
})
