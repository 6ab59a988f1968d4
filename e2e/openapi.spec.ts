import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { call, makeKey, type ApiAnswer } from './support/api'
import { makeApiLink, makeApiShop, makeTransaction, requestOf, someOrderId, type ApiShop } from './support/api-shop'
import { Documented } from './support/openapi'
import { startReceiver } from './support/receiver'
import { origin } from './support/seller'

/** What the document and the reference page say is what the server does. */

let api: Documented
let shop: ApiShop

test.beforeAll(async () => {
  api = await Documented.load()
  shop = await makeApiShop()
})

test('the document names this server, may be kept by anybody, and is not sent twice', async () => {
  const { status, type, headers, body } = await call({ method: 'GET', path: '/openapi.json' })
  expect({ status, type }).toEqual({ status: 200, type: 'application/json; charset=utf-8' })
  expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: origin() }] })
  expect(headers['cache-control']).toBe('public, max-age=300')
  expect((await call({ method: 'GET', path: '/openapi.json', headers: { 'if-none-match': String(headers['etag']) } })).status).toBe(304)
})

test('what every operation answers is what the document says', async () => {
  const { key } = shop
  const ask = async (operationId: string, ids: { link?: string; transaction?: string } = {}, more: { body?: unknown; query?: string; headers?: Record<string, string>; key?: string } = {}): Promise<ApiAnswer> => {
    const request = requestOf(api.operation(operationId), { link: ids.link ?? shop.link.orderId, transaction: ids.transaction ?? shop.transaction.orderId })
    const answer = await call({ key: more.key ?? key, ...request, path: request.path + (more.query ?? ''), ...('body' in more && { body: more.body }), ...(more.headers && { headers: more.headers }) })
    api.expectDocumented(operationId, answer)
    return answer
  }
  const expectStatus = async (expected: number, answered: Promise<ApiAnswer>) => {
    const { status, text } = await answered
    expect({ status, text }).toEqual({ status: expected, text })
  }

  await test.step('making, reading and changing links', async () => {
    const examples = Object.values(api.operation('createPaymentLink').operation.requestBody?.content['application/json']?.examples ?? {})
    expect(examples.length).toBeGreaterThan(1)
    for (const { value } of examples) {
      const body = structuredClone(value) as { transaction_details: Record<string, unknown> }
      const orderId = someOrderId()
      Object.assign(body.transaction_details, { order_id: orderId, payment_link_id: orderId })
      await expectStatus(200, ask('createPaymentLink', {}, { body, headers: { 'idempotency-key': orderId } }))
      await expectStatus(200, ask('createPaymentLink', {}, { body, headers: { 'idempotency-key': orderId } }))
      await expectStatus(409, ask('createPaymentLink', {}, { body: { ...body, title: 'x' }, headers: { 'idempotency-key': orderId } }))
      await expectStatus(409, ask('createPaymentLink', {}, { body }))
      await expectStatus(200, ask('getPaymentLink', { link: orderId }))
    }
    for (const query of ['', '?limit=2', '?status=active&search=api', '?order_id=nobody']) await expectStatus(200, ask('listPaymentLinks', {}, { query }))
    await expectStatus(400, ask('listPaymentLinks', {}, { query: '?limit=0' }))
    const { orderId } = await makeApiLink(key)
    for (const { value } of Object.values(api.operation('updatePaymentLink').operation.requestBody?.content['application/json']?.examples ?? {})) await expectStatus(200, ask('updatePaymentLink', { link: orderId }, { body: value }))
    await expectStatus(200, ask('getPaymentLinkQrPng', { link: orderId }))
    await expectStatus(200, ask('getPaymentLinkQrSvg', { link: orderId }))
    await expectStatus(200, ask('getPaymentLink', { link: shop.link.orderId }))
    await expectStatus(200, ask('deletePaymentLink', { link: orderId }))
    await expectStatus(404, ask('deletePaymentLink', { link: orderId }))
  })

  await test.step('following and ending transactions', async () => {
    const made = async (...options: Parameters<typeof makeTransaction>[1][]) => (await makeTransaction(shop.link, options[0])).orderId
    const pending = await made()
    for (const operationId of ['getTransactionStatus', 'getTransactionStatusB2b']) {
      await ask(operationId, { transaction: pending })
      for (const method of ['bca_va', 'permata_va', 'echannel', 'indomaret']) await ask(operationId, { transaction: await made({ method }) })
    }
    await expectStatus(412, ask('approveTransaction', { transaction: pending }))
    await expectStatus(412, ask('denyTransaction', { transaction: pending }))
    await expectStatus(200, ask('cancelTransaction', { transaction: pending }))
    const expired = await made()
    await expectStatus(200, ask('expireTransaction', { transaction: expired }))
    expect((await ask('getTransactionStatus', { transaction: expired })).body).toMatchObject({ status_code: '407' })
    await expectStatus(412, ask('refundTransaction', { transaction: expired }, { body: {} }))
    const paid = await made({ news: ['settle'] })
    await expectStatus(200, ask('refundTransaction', { transaction: paid }, { body: { amount: 1_000, reason: 'Salah warna' } }))
    await expectStatus(414, ask('refundTransaction', { transaction: paid }, { body: { amount: 85_000 } }))
    await expectStatus(200, ask('refundTransactionDirect', { transaction: paid }, { body: {} }))
    await expectStatus(200, ask('getTransactionStatus', { transaction: paid }))
  })

  await test.step('refusals', async () => {
    for (const { operation } of api.operations) {
      const { operationId } = operation
      await expectStatus(401, ask(operationId, {}, { key: 'nobody' }))
      if (operation['x-scope'] !== 'read') await expectStatus(403, ask(operationId, {}, { key: await makeKey(shop.seller.merchantId, { scopes: ['read'] }) }))
      if (operation.responses['404']) await ask(operationId, { link: 'nobody', transaction: 'nobody-1763614800000' })
      if (operation.requestBody?.required) await expectStatus(400, ask(operationId, {}, { body: '{' }))
      if (operation.responses['413'] && operation.requestBody) await expectStatus(413, ask(operationId, {}, { body: `{"title":"${'x'.repeat(20_000)}"}` }))
    }
  })

  const seen = new Set([...api.seen].map((name) => name.split(' ')[0]))
  expect(api.operations.map(({ operation }) => operation.operationId).filter((name) => !seen.has(name))).toEqual([])
})

test('an authorized card is captured as documented', async () => {
  const { orderId, id } = await makeTransaction(shop.link, { method: 'credit_card', news: ['authorize'] })
  const answer = await call({ key: shop.key, method: 'POST', path: '/v2/capture', body: { transaction_id: id, gross_amount: 85_000 } })
  api.expectDocumented('captureTransaction', answer)
  expect(answer.body).toMatchObject({ status_code: '200', order_id: orderId, transaction_status: 'settlement' })
})

test('a notification is what the webhook of the document says', async () => {
  const receiver = await startReceiver()
  try {
    const link = await makeApiLink(shop.key, { custom_field1: 'a', metadata: { rack: 7 } })
    const { seller } = shop
    const { query } = await import('./support/database')
    await query("UPDATE links SET notification_urls = jsonb_build_object('override', jsonb_build_array($2::text)) WHERE order_id = $1 AND merchant_id = $3", [link.orderId, receiver.url, seller.merchantId])
    await makeTransaction(link, { news: ['settle'] })
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
    const schema = api.document.webhooks['notification']?.post.requestBody?.content['application/json']?.schema ?? {}
    const validate = api.validator({ ...schema })
    for (const { body } of receiver.received) expect(validate(JSON.parse(body)) ? [] : validate.errors).toEqual([])
  } finally {
    await receiver.close()
  }
})

test('the samples of the reference run as they are, once the key and the ID stand in them', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/docs/api')
  const folder = mkdtempSync(join(tmpdir(), 'tautan-samples-'))
  const run = async (program: string, args: string[]) => (await promisify(execFile)(program, args, { cwd: folder, encoding: 'utf8', timeout: 30_000, env: { ...process.env, FORCE_COLOR: '0' } })).stdout
  const hasPython = await run('python3', ['-c', 'import requests']).then(() => true, () => false)
  const runners: Record<string, (code: string) => Promise<string>> = {
    curl: (code) => run('bash', ['-c', `${code.replace('curl ', 'curl --silent --show-error --write-out "\\n%{http_code}" ')}`]),
    node: (code) => run(process.execPath, ['--input-type=module', '-e', code]),
    ...(hasPython && { python: (code: string) => run('python3', ['-c', code]) }),
  }
  const paid = async () => (await makeTransaction(shop.link, { news: ['settle'] })).orderId
  const fresh: Record<string, () => Promise<string>> = {
    captureTransaction: async () => (await makeTransaction(shop.link, { method: 'credit_card', news: ['authorize'] })).id,
    refundTransaction: paid,
    refundTransactionDirect: paid,
  }
  for (const { operation, path } of api.operations) {
    const { operationId } = operation
    for (const [language, runner] of Object.entries(runners)) {
      const code = (await page.locator(`#${operationId} [data-sample=${language}] code`).textContent()) ?? ''
      const link = await makeApiLink(shop.key)
      const transaction = await (fresh[operationId] ?? (async () => (await makeTransaction(shop.link)).orderId))()
      const mine = code
        .replaceAll('YOUR_SERVER_KEY', shop.key)
        .replace(/\/v1\/payment-links\/[^/'"?\s]+/, `/v1/payment-links/${link.orderId}`)
        .replace(/\/v2\/(?!capture)[^/'"?\s]+/, `/v2/${transaction}`)
        .replaceAll(/((?:"|')?(?:order_id|payment_link_id)(?:"|')?(?::| =>) )(["'])[^"']*["']/g, (_, before: string, quote: string) => `${before}${quote}${someOrderId()}${quote}`)
        .replaceAll(/((?:"|')?transaction_id(?:"|')?: )(["'])[^"']*["']/g, `$1$2${transaction}$2`)
      const output = await runner(mine).catch((error: Error) => error.message)
      const isRefusal = ['approveTransaction', 'denyTransaction'].includes(operationId)
      const isFile = path.includes('qr.')
      const status = /(?:^|\n)(2\d\d|4\d\d|5\d\d)\b/.exec(output)?.[1] ?? (isFile ? '200' : output)
      expect(`${operationId} in ${language}: ${status}`, `${mine}\n${output}`).toMatch(isRefusal ? /: 412$/ : /: 20[01]$/)
    }
  }
})
