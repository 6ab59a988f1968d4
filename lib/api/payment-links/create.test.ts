import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { serve } from '@/lib/api/serve'
import { apiCall, makeApiKey } from '@/prisma/testing/api'
import { makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { createPaymentLink } from './create'
import { createExamples } from './examples'
import { getPaymentLink } from './get'

useTestDatabase()

const create = serve(createPaymentLink)
const get = serve(getPaymentLink)

type Shop = { scope: MerchantScope; key: string; send: (body: unknown, headers?: Record<string, string>) => ReturnType<typeof apiCall<Record<string, unknown>>>; read: (orderId: string) => Promise<Record<string, unknown>> }

async function makeClient(): Promise<Shop> {
  const scope = await makeShop()
  const key = await makeApiKey(scope)
  return {
    scope, key,
    send: (body, headers = {}) => apiCall(create, { key, method: 'POST', path: '/v1/payment-links', body, headers }),
    read: async (orderId) => (await apiCall(get, { key, path: `/v1/payment-links/${orderId}`, params: { order_id: orderId } })).body,
  }
}

const details = (fields: Record<string, unknown> = {}) => ({ transaction_details: { order_id: 'INV-1', gross_amount: 10_000, ...fields } })
const fixed = (fields: Record<string, unknown> = {}) => ({ ...details(), ...fields })

describe('POST /v1/payment-links', () => {
  it("answers Midtrans' sample with its two keys, and gives everything back", async () => {
    const { send, read } = await makeClient()
    const sample = { ...createExamples["Midtrans' sample"], custom_field1: 'custom field 1 content', custom_field2: 'custom field 2 content', custom_field3: 'custom field 3 content' }
    const made = await send(sample)
    expect(made.status).toBe(200)
    expect(made.text).toBe('{"order_id":"midtrans-order-id-123","payment_url":"http://localhost:3000/p/for-payment-123"}')
    expect(await read('midtrans-order-id-123')).toMatchObject({
      order_id: 'midtrans-order-id-123', payment_link_id: 'for-payment-123', payment_link_type: 'FIXED_AMOUNT', status: 'expired', gross_amount: 190_000,
      usage_limit: 1, usage: 0, credit_card: { secure: true }, credit_card_3d_secure: true, whitelist_bins: [],
      enabled_payments: ['credit_card', 'bca_va', 'indomaret'],
      expiry_start: '2022-04-01 18:00:00 +0700', expiry_duration: 20, expiry_unit: 'days', expires_at: '2022-04-21T11:00:00.000Z',
      item_details: [{ item_id: 'pil-001', name: 'Pillow', price: 95_000, quantity: 2, brand: 'Midtrans', category: 'Furniture', merchant_name: 'PT. Midtrans' }],
      customer_details: sample.customer_details,
      custom_field1: 'custom field 1 content', custom_field2: 'custom field 2 content', custom_field3: 'custom field 3 content',
      purchases: [], last_snap_transaction_status: null,
    })
    expect(await prisma.emailMessage.count({ where: { to: 'john.doe@midtrans.com' } })).toBe(1)
  })

  it('makes one item, an unguessable address and one use where nothing was said', async () => {
    const { send, read } = await makeClient()
    const { body } = await send(details({ order_id: 'a~b.c_D-1' }))
    expect(body).toMatchObject({ payment_url: expect.stringMatching(/\/p\/[a-z0-9]{16}$/) })
    expect(await read('a~b.c_D-1')).toMatchObject({
      usage_limit: 1, item_details: [{ name: 'a~b.c_D-1', price: 10_000, quantity: 1 }], expiry_start: null, expiry_duration: null, expires_at: null, title: null,
      status: 'active', customer_details: {}, metadata: null, callbacks: null, notification_urls: null,
    })
  })

  it('refuses a taken order ID with 409, a taken link ID with 400, and says the order ID when both are', async () => {
    const [ours, other] = [await makeClient(), await makeClient()]
    const body = details({ order_id: '1525840754698', payment_link_id: 'taken-112' })
    expect((await ours.send(body)).status).toBe(200)
    expect(await ours.send(details({ order_id: '1525840754698' }))).toMatchObject({ status: 409, text: `{"error_messages":["The Order ID '1525840754698' has been taken"]}` })
    expect(await ours.send(body)).toMatchObject({ status: 409, text: `{"error_messages":["The Order ID '1525840754698' has been taken"]}` })
    expect(await other.send(body)).toMatchObject({ status: 400, text: `{"error_messages":["This Payment Link ID 'taken-112' has been taken"]}` })
  })

  it('refuses both IDs in the same words when the request carries an Idempotency-Key', async () => {
    const ours = await makeClient()
    const body = { ...details({ payment_link_id: 'twice-used' }), customer_details: { email: 'sari@example.com' } }
    const first = await ours.send(body, { 'Idempotency-Key': 'one' })
    expect(await ours.send(body, { 'Idempotency-Key': 'one' })).toMatchObject({ status: 200, text: first.text })
    expect(await ours.send(body, { 'Idempotency-Key': 'two' })).toMatchObject({ status: 409, body: { error_messages: ["The Order ID 'INV-1' has been taken"] } })
    expect(await prisma.emailMessage.count({ where: { merchantId: ours.scope.merchantId } })).toBe(1)
  })

  it('lets exactly one of twenty racing requests have an order ID', async () => {
    const { send } = await makeClient()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(details({ payment_link_id: 'racing' }))))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)])
  })

  it('says everything that is wrong at once, each message naming its field', async () => {
    const { send } = await makeClient()
    const answer = await send({
      transaction_details: { order_id: 'a b', gross_amount: '10000', payment_link_id: 'For Payment' },
      usage_limit: 0, title: 'x'.repeat(41), expiry: { start_time: '2022-02-31 18:00 +0700', duration: 0, unit: 'weeks' },
      customer_details: { email: 'nobody', phone: '1'.repeat(21) }, item_details: [{ name: 'x', price: 1.5, quantity: 0 }], custom_field1: 7, metadata: [],
      callbacks: { finish: 'javascript:alert(1)' }, enabled_payments: 'bca_va',
    })
    expect(answer.status).toBe(400)
    expect(answer.body['error_messages']).toEqual(expect.arrayContaining([
      'transaction_details.order_id must only contain letters, digits and the symbols - _ ~ .',
      'transaction_details.gross_amount must be a number',
      'payment_link_id must only contain alphanumeric characters [a-z, 0-9] and hyphens [-]',
      'usage_limit must be at least 1', 'title must be at most 40 characters', 'expiry.duration must be at least 1',
      'expiry.unit must be one of minute, minutes, hour, hours, day, days', 'customer_details.phone must be at most 20 characters',
      'item_details.0.price must be a whole number', 'item_details.0.quantity must be at least 1', 'custom_field1 must be text', 'metadata must be an object', 'enabled_payments must be a list',
    ]))
    const said = (answer.body['error_messages'] as string[]).join('\n')
    for (const field of ['expiry.start_time', 'customer_details.email', 'callbacks.finish']) expect(said).toContain(`${field} must be`)
  })

  it.each([
    ['an order ID of 51 characters', details({ order_id: 'x'.repeat(51) }), 'transaction_details.order_id must be at most 50 characters'],
    ['no order ID', { transaction_details: { gross_amount: 1 } }, 'transaction_details.order_id is required'],
    ['a dot segment', details({ order_id: '..' }), 'transaction_details.order_id must be more than dots'],
    ['a link ID of 51 characters', details({ payment_link_id: 'x'.repeat(51) }), 'transaction_details.payment_link_id must be at most 50 characters'],
    ['no amount', { transaction_details: { order_id: 'x' } }, 'transaction_details.gross_amount is required'],
    ['an amount of nothing', details({ gross_amount: 0 }), 'transaction_details.gross_amount must be at least 1'],
    ['an amount that no method carries', details({ gross_amount: 50_000_000_001 }), 'transaction_details.gross_amount is more than any payment method can carry'],
    ['items of another sum', fixed({ item_details: [{ name: 'x', price: 9_999, quantity: 1 }] }), 'transaction_details.gross_amount must be equal to the sum of item_details (price × quantity): it is 10000, the sum is 9999'],
    ['no usable method', fixed({ enabled_payments: ['akulaku', 'kredivo'] }), 'enabled_payments has no payment method that can be used here'],
    ['methods that cannot carry it', fixed({ transaction_details: { order_id: 'x', gross_amount: 9_999 }, enabled_payments: ['credit_card', 'akulaku'] }), 'enabled_payments has no payment method that can carry this amount'],
    ['a customer without anything', fixed({ customer_details: { last_name: 'Doe' } }), 'customer_details must have at least one of first_name, email and phone'],
    ['a usage limit beyond a million', fixed({ usage_limit: 1_000_001 }), 'usage_limit must be at most 1000000'],
    ['plain http for customers', fixed({ callbacks: { finish: 'http://example.com/' } }), 'callbacks.finish must begin with https://'],
    ['a password in an address', fixed({ callbacks: { error: 'https://a:b@example.com/' } }), 'callbacks.error must be an address such as https://example.com/thanks, without user name and password'],
    ['an end after the year 2200', fixed({ expiry: { duration: 100_000_000, unit: 'days' } }), 'expiry.duration is too long: the link would end after the year 2200'],
    ['a preset outside', { ...details(), payment_link_type: 'DYNAMIC_AMOUNT', dynamic_amount: { min_amount: 5_000, preset_amount: 4_999 } }, 'dynamic_amount.preset_amount must be between 5000 and 50000000000'],
    ['limits that cross', { ...details(), payment_link_type: 'DYNAMIC_AMOUNT', dynamic_amount: { min_amount: 2, max_amount: 1 } }, 'dynamic_amount.min_amount must be at most dynamic_amount.max_amount: 2 is more than 1'],
  ])('refuses %s', async (_what, body, message) => {
    const { send } = await makeClient()
    expect(await send(body)).toMatchObject({ status: 400, body: { error_messages: [message] } })
    expect(await prisma.link.count({ where: { orderId: 'x' } })).toBe(0)
  })

  it('takes discounts, and adds up exactly', async () => {
    const { send, read } = await makeClient()
    const item_details = [{ item_id: 'A', name: 'Shirt', price: 7_500, quantity: 2, color: 'blue' }, { name: 'Voucher', price: -5_000, quantity: 1 }]
    expect((await send(fixed({ item_details }))).status).toBe(200)
    expect(await read('INV-1')).toMatchObject({ gross_amount: 10_000, item_details: [{ id: 1, item_id: 'A', color: 'blue' }, { id: 2, item_id: null, price: -5_000 }] })
  })

  it('lets the customer decide the amount, ignoring what fixes it, whatever that is', async () => {
    const { send, read } = await makeClient()
    const body = {
      transaction_details: { order_id: 'open', gross_amount: 'ten' }, item_details: [{ nonsense: true }], payment_link_type: 'DYNAMIC_AMOUNT',
      dynamic_amount: { min_amount: 10_000, max_amount: 10_000, preset_amount: 10_000 },
    }
    expect((await send(body)).status).toBe(200)
    expect(await read('open')).toMatchObject({ payment_link_type: 'DYNAMIC_AMOUNT', gross_amount: 10_000, dynamic_amount: body.dynamic_amount })
    expect((await send({ transaction_details: { order_id: 'wide' }, payment_link_type: 'DYNAMIC_AMOUNT', enabled_payments: ['bca_va', 'indomaret'] })).status).toBe(200)
    expect(await read('wide')).toMatchObject({ dynamic_amount: { min_amount: 10_000, max_amount: 20_000_000_000, preset_amount: null }, gross_amount: 10_000 })
  })

  it('keeps and gives back what it does not know, and treats null as absent', async () => {
    const { send, read } = await makeClient()
    const extras = {
      bca_va: { va_number: '12345678911' }, cimb_va: { va_number: '1' }, page_expiry: { duration: 3, unit: 'hours' }, payment_settings: { x: [1, null] },
      credit_card: { secure: false, bank: 'bca', whitelist_bins: ['48111111', 'bni'], installment: { required: true, terms: { bni: [3, 6] } } },
      metadata: { cart: 'A-17', nested: { deep: null } },
    }
    const customer_details = { first_name: 'Sari', user_id: 77, customer_details_required_fields: ['first_name'] }
    const nothing = { expiry: null, title: null, usage_limit: null, item_details: null, callbacks: null, custom_field1: null, dynamic_amount: null, bni_va: null }
    expect((await send(fixed({ ...extras, ...nothing, customer_details, enabled_payments: ['qris', 'akulaku'] }))).status).toBe(200)
    const link = await read('INV-1')
    expect(link).toMatchObject({ ...extras, customer_details, enabled_payments: ['qris', 'akulaku'], whitelist_bins: ['48111111', 'bni'], usage_limit: 1, expires_at: null })
    expect((await prisma.link.findFirstOrThrow({ where: { orderId: 'INV-1', apiDetails: { path: ['page_expiry', 'duration'], equals: 3 } } })).paymentMethods).toEqual(['other_qris'])
  })

  it.each([
    ['not at all', {}, null, true],
    ['true, with fields', { customer_required: true, customer_details: { customer_details_required_fields: ['first_name', 'email'] } }, { required: ['name', 'email'] }, true],
    ['true, without', { customer_required: true }, { required: ['name', 'phone'] }, true],
    ['false', { customer_required: false }, { required: [] }, false],
  ])('asks customers who they are: %s', async (_what, fields, stored, told) => {
    const { send, read, scope } = await makeClient()
    expect((await send(fixed(fields))).status).toBe(200)
    expect((await prisma.link.findFirstOrThrow({ where: { merchantId: scope.merchantId } })).customerForm).toEqual(stored)
    expect((await read('INV-1'))['customer_required']).toBe(told)
  })

  it('takes addresses for notifications from its headers', async () => {
    const { send, read } = await makeClient()
    expect((await send(details(), { 'X-Append-Notification': 'https://a.example/x, https://b.example', 'X-Override-Notification': 'http://c.example/' })).status).toBe(200)
    expect((await read('INV-1'))['notification_urls']).toEqual({ append: ['https://a.example/x', 'https://b.example/'], override: ['http://c.example/'] })
    const four = Array.from({ length: 4 }, (_, index) => `https://example.com/${index}`).join()
    expect(await send(details({ order_id: 'y' }), { 'X-Append-Notification': four, 'X-Override-Notification': 'ftp://x' })).toMatchObject({
      status: 400,
      body: { error_messages: ['The header X-Append-Notification must have at most 3 addresses.', expect.stringContaining('X-Override-Notification must only have addresses')] },
    })
  })

  it('makes no link when its e-mail cannot be written', async () => {
    const { send, scope } = await makeClient()
    await prisma.$executeRaw`ALTER TABLE email_messages ADD CONSTRAINT no_mail CHECK (subject = '') NOT VALID`
    try {
      const answer = await send(fixed({ customer_details: { email: 'sari@example.com' } }))
      expect(answer).toMatchObject({ status: 500, body: { error_messages: [expect.not.stringContaining('constraint')] } })
      expect(await prisma.link.count({ where: { merchantId: scope.merchantId } })).toBe(0)
    } finally {
      await prisma.$executeRaw`ALTER TABLE email_messages DROP CONSTRAINT no_mail`
    }
  })

  it('opens nothing without a key, and says so as a text', async () => {
    expect(await apiCall(create, { method: 'POST', path: '/v1/payment-links', body: details() })).toMatchObject({ status: 401, text: '{"error_messages":"Access denied due to unauthorized request"}' })
    const scope = await makeShop()
    expect(await apiCall(create, { key: await makeApiKey(scope, ['read']), method: 'POST', path: '/v1/payment-links', body: details() })).toMatchObject({ status: 403 })
  })
})
