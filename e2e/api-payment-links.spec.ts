import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { expect, test } from '@playwright/test'
import { callApi, makeServerKey } from './support/api-key'
import { order } from './support/customer'
import { hostileValues, inBatches, nested, withValueAt } from './support/hostile'
import { makeSeller, origin } from './support/seller'

const unique = (): string => randomUUID().slice(0, 8)

async function makeClient() {
  const { merchantId } = await makeSeller()
  const key = await makeServerKey(merchantId)
  return { merchantId, key, call: (method: string, path: string, body?: unknown) => callApi(key, method, path, body) }
}

/** Midtrans' sample (Payment Link API reference, "Request Sample"), byte for byte. */
const SAMPLE = `{
 "transaction_details": {
   "order_id": "midtrans-order-id-123",
   "gross_amount": 190000,
   "payment_link_id": "for-payment-123"
 },
 "credit_card": {
   "secure": true
 },
 "usage_limit":  1,
 "expiry": {
   "start_time": "2022-04-01 18:00 +0700",
   "duration": 20,
   "unit": "days"
 },
 "enabled_payments": [
   "credit_card",
   "bca_va",
   "indomaret"
 ],
 "item_details": [
   {
     "id": "pil-001",
     "name": "Pillow",
     "price": 95000,
     "quantity": 2,
     "brand": "Midtrans",
     "category": "Furniture",
     "merchant_name": "PT. Midtrans"
   }
 ],
 "customer_details": {
   "first_name": "John",
   "last_name": "Doe",
   "email": "john.doe@midtrans.com",
   "phone": "+62181000000000",
   "notes": "Thank you for your purchase. Please follow the instructions to pay."
 }
}
`

test("Midtrans' own samples run unchanged, and the link's page says that it has expired", async ({ page }) => {
  const { call } = await makeClient()
  const made = await call('POST', '/v1/payment-links', SAMPLE)
  expect([made.status, made.text]).toEqual([200, `{"order_id":"midtrans-order-id-123","payment_url":"${origin()}/p/for-payment-123"}`])
  expect(Object.keys(made.json)).toEqual(['order_id', 'payment_url'])

  await page.goto(String(made.json['payment_url']) + '?lang=en')
  await expect(page.getByRole('main')).toContainText('This has ended')
  // The address that Midtrans' documents print leads to the same page.
  await page.goto('/payment-links/for-payment-123')
  await expect(page).toHaveURL(/\/p\/for-payment-123/)

  expect(await call('POST', '/v1/payment-links', SAMPLE)).toMatchObject({ status: 409, text: `{"error_messages":["The Order ID 'midtrans-order-id-123' has been taken"]}` })
  const other = await makeClient()
  expect(await other.call('POST', '/v1/payment-links', SAMPLE)).toMatchObject({ status: 400, text: `{"error_messages":["This Payment Link ID 'for-payment-123' has been taken"]}` })
  expect(await other.call('POST', '/v1/payment-links', SAMPLE.replace('for-payment-123', 'For Payment'))).toMatchObject({
    status: 400, text: '{"error_messages":["payment_link_id must only contain alphanumeric characters [a-z, 0-9] and hyphens [-]"]}',
  })
  expect(await other.call('POST', '/v1/payment-links', '{"transaction_details":')).toMatchObject({ status: 400, text: '{"error_messages":["Invalid JSON data provided."]}' })
  expect(await other.call('POST', '/v1/payment-links', { transaction_details: { gross_amount: '10000' }, title: 1, expiry: {} })).toMatchObject({
    status: 400,
    json: { error_messages: [
      'transaction_details.order_id is required', 'transaction_details.gross_amount must be a number', 'title must be text', 'expiry.duration is required', 'expiry.unit is required',
    ] },
  })
  for (const key of [null, 'SB-Tautan-server-unknown']) {
    expect(await callApi(key, 'POST', '/v1/payment-links', SAMPLE)).toMatchObject({ status: 401, text: '{"error_messages":"Access denied due to unauthorized request"}' })
  }

  // The sample that deletes carries no body.
  await call('POST', '/v1/payment-links', { transaction_details: { order_id: '1525840754698', gross_amount: 10_000 }, custom_field1: '1525840754698' })
  expect(await call('DELETE', '/v1/payment-links/1525840754698')).toMatchObject({ status: 200, text: '{"message":"Payment Link with Order ID 1525840754698 deleted"}' })
  const gone = { status: 404, text: `{"error_messages":["Payment Link with Order ID '1525840754698' not found"]}` }
  expect(await call('DELETE', '/v1/payment-links/1525840754698')).toMatchObject(gone)
  expect(await call('GET', '/v1/payment-links/1525840754698')).toMatchObject(gone)
})

test('a link that was made over the API is ordered by a customer, changed, listed and drawn', async () => {
  const { call } = await makeClient()
  const id = `a~b.c_D-${unique()}`
  const made = await call('POST', '/v1/payment-links', { transaction_details: { order_id: id, gross_amount: 85_000 }, usage_limit: 2, title: 'Kerudung' })
  const slug = String(made.json['payment_url']).split('/').at(-1) ?? ''

  expect(await call('PATCH', `/v1/payment-links/${id}`, { gross_amount: 90_000, title: 'Kerudung baru' })).toMatchObject({ status: 200, json: { gross_amount: 90_000, title: 'Kerudung baru' } })
  expect((await order(slug)).status).toBe(303)
  expect(await call('PATCH', `/v1/payment-links/${id}`, { gross_amount: 95_000 })).toMatchObject({ status: 409 })
  const details = await call('GET', `/v1/payment-links/${encodeURIComponent(id).replace('~', '%7E')}`)
  expect(details.json).toMatchObject({ order_id: id, status: 'active', purchases: [{ payment_status: 'PENDING', payment_method: 'BANK_TRANSFER' }] })

  expect(await call('PATCH', `/v1/payment-links/${id}`, { status: 'paused' })).toMatchObject({ status: 200, json: { status: 'paused' } })
  expect((await order(slug)).status).toBe(409)
  for (let index = 0; index < 3; index += 1) await call('POST', '/v1/payment-links', { transaction_details: { order_id: `more-${index}`, gross_amount: 10_000 } })
  const first = await call('GET', '/v1/payment-links?limit=3')
  const second = await call('GET', `/v1/payment-links?limit=3&cursor=${String(first.json['next_cursor'])}`)
  expect([first, second].map(({ json }) => (json['payment_links'] as { order_id: string }[]).map((link) => link.order_id))).toEqual([['more-2', 'more-1', 'more-0'], [id]])
  expect(second.json['next_cursor']).toBeNull()

  const png = await call('GET', `/v1/payment-links/${id}/qr.png?size=256`)
  expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await call('GET', `/v1/payment-links/${id}/qr.svg`)).text).toContain('<svg')
})

test('addresses and methods that do not exist are answered in JSON', async () => {
  const { call } = await makeClient()
  for (const path of ['/v1/nothing', '/v1/payment-links/a/b', '/v1/payment-links/a/qr.gif']) {
    const answer = await call('GET', path)
    expect([answer.status, answer.json['error_messages']]).toEqual([404, [`GET ${path} not found`]])
  }
  for (const [method, path, allow] of [['PUT', '/v1/payment-links', 'GET, HEAD, POST'], ['POST', '/v1/payment-links/x', 'GET, HEAD, PATCH, DELETE'], ['DELETE', '/v1/payment-links/x/qr.png', 'GET, HEAD']] as const) {
    const answer = await call(method, path, {})
    expect([answer.status, answer.headers.get('allow'), answer.json['error_messages']]).toEqual([405, allow, [`${method} is not allowed here, but ${allow}`]])
  }
})

/** As written: `fetch` would tidy the address up first. */
async function rawStatus(key: string, path: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin())
    request({ hostname, port, path, headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('garbage is refused, never an error of ours', async () => {
  test.setTimeout(120_000)
  const { call, key } = await makeClient()
  for (const path of ['%00', '%', '%E0%A4%A', '%2F..%2F', '..%2f', '%F0%9F%8C%B8', 'x'.repeat(2_000), '$%7B7*7%7D']) {
    expect(await rawStatus(key, `/v1/payment-links/${path}`), path).toBeGreaterThanOrEqual(400)
    expect(await rawStatus(key, `/v1/payment-links/${path}`), path).toBeLessThan(500)
    expect(await rawStatus(key, `/v1/payment-links?cursor=${path}&search=${path}`), path).toBeLessThan(500)
  }
  const sample = { ...(JSON.parse(SAMPLE) as Record<string, unknown>), callbacks: { finish: 'https://example.com' }, dynamic_amount: { min_amount: 1 }, metadata: { a: 1 }, title: 'x', custom_field1: 'x', customer_required: true, payment_link_type: 'FIXED_AMOUNT' }
  const places = [
    'transaction_details', 'transaction_details.order_id', 'transaction_details.gross_amount', 'transaction_details.payment_link_id', 'credit_card', 'usage_limit', 'expiry',
    'expiry.start_time', 'expiry.duration', 'expiry.unit', 'enabled_payments', 'item_details', 'item_details.0', 'item_details.0.name', 'item_details.0.price', 'item_details.0.quantity',
    'item_details.0.id', 'customer_details', 'customer_details.first_name', 'customer_details.email', 'customer_details.phone', 'customer_details.notes', 'callbacks', 'callbacks.finish',
    'dynamic_amount', 'metadata', 'title', 'custom_field1', 'customer_required', 'payment_link_type', 'unknown',
  ]
  const attacks = places.flatMap((place) => [...hostileValues, ['nested', nested(15)] as [string, unknown]].map(([name, value]) => ({ what: `${place}: ${name}`, place, value })))
  // One key may ask 1,200 times a minute; a refusal for that would hide all others.
  const clients = await Promise.all(Array.from({ length: 4 }, makeClient))
  const turns = attacks.map((attack, index) => ({ ...attack, client: clients[index % clients.length] ?? { call } }))
  const failures: string[] = []
  await inBatches(turns, async ({ what, place, value, client: { call } }) => {
    const body = withValueAt(withValueAt(withValueAt(sample, 'transaction_details.order_id', `g-${unique()}`), 'transaction_details.payment_link_id', `g-${unique()}`), place, value)
    const answer = await call('POST', '/v1/payment-links', body)
    // One check for what a thousand answers have in common: `expect` keeps a step of each.
    const { error_messages: messages } = answer.json
    const isRefused = [400, 409].includes(answer.status) && Array.isArray(messages) && messages.some((message) => typeof message === 'string')
    if (answer.status !== 200 && !isRefused) failures.push(`${what} → ${answer.status} ${answer.text}`)
    if (answer.status !== 200) return
    const read = await call('GET', `/v1/payment-links/${encodeURIComponent(String(answer.json['order_id']))}`)
    if (read.status !== 200) failures.push(`${what} → made, then ${read.status}`)
  })
  expect(failures).toEqual([])
})
