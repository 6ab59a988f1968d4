import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { serve } from '@/lib/api/serve'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { applyLinkChange } from '@/lib/link/change-link-state'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { apiCall, makeApiKey } from '@/prisma/testing/api'
import { makeShop, orderWish } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { createPaymentLink } from './create'
import { deletePaymentLink } from './delete'
import { getPaymentLink } from './get'
import { listPaymentLinks } from './list'
import { getPaymentLinkQrPng, getPaymentLinkQrSvg } from './qr'
import { updatePaymentLink } from './update'

useTestDatabase()

const handlers = {
  create: serve(createPaymentLink), get: serve(getPaymentLink), remove: serve(deletePaymentLink), list: serve(listPaymentLinks), update: serve(updatePaymentLink),
  png: serve(getPaymentLinkQrPng), svg: serve(getPaymentLinkQrSvg),
}

async function makeClient(scope?: MerchantScope) {
  const shop = scope ?? (await makeShop())
  const key = await makeApiKey(shop)
  const at = (orderId: string, rest = '') => ({ key, path: `/v1/payment-links/${orderId}${rest}`, params: { order_id: orderId } })
  return {
    scope: shop,
    key,
    create: async (orderId: string, fields: Record<string, unknown> = {}) => {
      const made = await apiCall(handlers.create, { key, method: 'POST', path: '/v1/payment-links', body: { transaction_details: { order_id: orderId, gross_amount: 85_000 }, ...fields } })
      if (made.status !== 200) throw new Error(made.text)
      return String(made.body['payment_url']).split('/').at(-1) ?? ''
    },
    get: (orderId: string) => apiCall(handlers.get, at(orderId)),
    remove: (orderId: string) => apiCall(handlers.remove, { ...at(orderId), method: 'DELETE', body: {} }),
    update: (orderId: string, body: unknown) => apiCall(handlers.update, { ...at(orderId), method: 'PATCH', body }),
    list: (query = '') => apiCall<{ payment_links: Record<string, unknown>[]; next_cursor: string | null; error_messages?: string[] }>(handlers.list, { key, path: `/v1/payment-links${query}` }),
    png: (orderId: string, query = '') => apiCall(handlers.png, at(orderId, `/qr.png${query}`)),
    svg: (orderId: string) => apiCall(handlers.svg, at(orderId, '/qr.svg')),
  }
}

async function order(slug: string, wish: Partial<Parameters<typeof placeOrder>[0]> = {}): Promise<string> {
  const placed = await placeOrder(orderWish(slug, wish), new Date())
  if (placed.kind !== 'placed') throw new Error(placed.kind)
  return (await prisma.order.findUniqueOrThrow({ where: { token: placed.token } })).id
}

describe('GET /v1/payment-links/{order_id}', () => {
  it("tells a link's orders in Midtrans' words, newest first", async () => {
    const { create, get } = await makeClient()
    const slug = await create('shop-1', { usage_limit: 5 })
    const ids = [await order(slug), await order(slug, { method: 'other_qris' }), await order(slug)]
    await announce({ orderId: ids[0] ?? '', news: 'settle', actor: 'rail', at: new Date() })
    await announce({ orderId: ids[2] ?? '', news: 'cancel', actor: 'seller', at: new Date() })
    await prisma.order.update({ where: { id: ids[1] ?? '' }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    const { body, status } = await get('shop-1')
    expect(status).toBe(200)
    expect(body).toMatchObject({ usage: 1, usage_limit: 5, last_snap_transaction_status: 'CANCEL', id: expect.any(Number) })
    expect(body['purchases']).toEqual([['CANCEL', 'BANK_TRANSFER'], ['EXPIRE', 'QRIS'], ['SETTLEMENT', 'BANK_TRANSFER']].map(([payment_status, payment_method], index) => ({
      id: expect.any(Number), snap_token: ids[2 - index], order_id: expect.stringMatching(/^shop-1-\d{13}$/), payment_status, payment_method,
      created_at: expect.stringMatching(/Z$/), updated_at: expect.stringMatching(/Z$/), payment_link_id: body['id'],
    })))
  })

  it("answers garbage, another shop's link and a deleted one like a missing one", async () => {
    const [ours, theirs] = [await makeClient(), await makeClient()]
    await theirs.create('theirs')
    await ours.create('gone')
    await ours.remove('gone')
    const missing = (id: string) => ({ status: 404, text: JSON.stringify({ error_messages: [`Payment Link with Order ID '${id}' not found`] }) })
    for (const id of ['missing', 'theirs', 'gone', "'; DROP TABLE links;--", 'x'.repeat(300), '..']) {
      for (const answer of [await ours.get(id), await ours.remove(id), await ours.update(id, { title: 'x' }), await ours.png(id), await ours.svg(id)]) {
        expect(answer).toMatchObject(missing(id))
      }
    }
    for (const id of ['%00', '%', '%E0%A4%A', '\uD800']) expect((await ours.get(id)).status).toBe(404)
    expect((await theirs.get('theirs')).status).toBe(200)
  })

  it('finds an order ID that arrives percent-encoded', async () => {
    const { create, get } = await makeClient()
    await create('a~b.c_D-1')
    expect((await get('a%7Eb%2Ec_D-1')).body).toMatchObject({ order_id: 'a~b.c_D-1' })
  })
})

describe('DELETE /v1/payment-links/{order_id}', () => {
  it('deletes once, says so in Midtrans’ words, and keeps orders payable and both IDs taken', async () => {
    const { create, remove, list, scope } = await makeClient()
    const slug = await create('once')
    const id = await order(slug)
    const answers = await Promise.all([remove('once'), remove('once')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(answers.find(({ status }) => status === 200)?.text).toBe('{"message":"Payment Link with Order ID once deleted"}')
    expect((await announce({ orderId: id, news: 'settle', actor: 'rail', at: new Date() })).kind).not.toBe('impossible')
    expect((await prisma.order.findUniqueOrThrow({ where: { id } })).status).toBe('paid')
    await expect(create('once')).rejects.toThrow('The Order ID')
    expect((await list()).body.payment_links).toEqual([])
    expect((await list('?status=deleted')).body.payment_links).toMatchObject([{ order_id: 'once', status: 'deleted', last_snap_transaction_status: 'SETTLEMENT' }])
    expect(await prisma.linkEvent.count({ where: { merchantId: scope.merchantId, type: 'deleted' } })).toBe(1)
  })
})

describe('GET /v1/payment-links', () => {
  it('pages through every link once, newest first, and finds by words and order ID', async () => {
    const { create, list } = await makeClient()
    for (let index = 0; index < 7; index += 1) await create(`page-${index}`, { title: index === 3 ? 'Kerudung 100%' : null })
    const seen: unknown[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body }: Awaited<ReturnType<typeof list>> = await list(`?limit=3&cursor=${cursor}`)
      seen.push(...body.payment_links.map((link) => link['order_id']))
      cursor = body.next_cursor
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `page-${index}`))
    expect((await list('?search=kerudung%20100%25')).body.payment_links).toMatchObject([{ order_id: 'page-3', title: 'Kerudung 100%' }])
    expect((await list('?order_id=page-5')).body).toMatchObject({ payment_links: [{ order_id: 'page-5' }], next_cursor: null })
    expect((await list('?order_id=%00')).body.payment_links).toEqual([])
    expect((await list('?limit=7')).body.next_cursor).toBeNull()
    expect((await list()).body.payment_links[0]).not.toHaveProperty('purchases')
  })

  it('filters by the statuses it names', async () => {
    const { create, list, scope } = await makeClient()
    const slug = await create('sold', { usage_limit: 1 })
    await announce({ orderId: await order(slug), news: 'settle', actor: 'rail', at: new Date() })
    await create('past', { expiry: { start_time: '2022-04-01 18:00 +0700', duration: 20, unit: 'days' } })
    await create('soon', { expiry: { start_time: '2099-04-01 18:00:00 +0700', duration: 1, unit: 'hour' } })
    await create('open')
    await create('waits')
    await applyLinkChange(scope, (await prisma.link.findFirstOrThrow({ where: { orderId: 'waits', merchantId: scope.merchantId } })).id, 'pause', new Date())
    for (const [status, orderId] of [['sold_out', 'sold'], ['expired', 'past'], ['scheduled', 'soon'], ['active', 'open'], ['paused', 'waits']]) {
      expect((await list(`?status=${status}`)).body.payment_links.map((link) => [link['order_id'], link['status']])).toEqual([[orderId, status]])
    }
  })

  it('refuses parameters that it cannot read, by name', async () => {
    const { list } = await makeClient()
    for (const [query, field] of [['?limit=0', 'limit'], ['?limit=101', 'limit'], ['?limit=ten', 'limit'], ['?cursor=abc', 'cursor'], ['?status=new', 'status'], ['?offset=5', 'offset'], ['?search=%00', 'search'], [`?search=${'x'.repeat(101)}`, 'search']]) {
      const { status, body } = await list(query)
      expect([status, body.error_messages?.[0]]).toEqual([400, expect.stringContaining(field ?? '')])
    }
  })

  it('shows nothing of another shop', async () => {
    const [ours, theirs] = [await makeClient(), await makeClient()]
    await theirs.create('theirs')
    expect((await ours.list('?search=theirs')).body.payment_links).toEqual([])
    expect((await ours.list('?order_id=theirs')).body.payment_links).toEqual([])
  })
})

describe('PATCH /v1/payment-links/{order_id}', () => {
  it('changes what is sent and nothing else, is found by its new words, and writes it into the history', async () => {
    const { create, update, get, list, scope } = await makeClient()
    await create('edit', {
      title: 'Old heading', custom_field1: 'one', custom_field2: 'two', metadata: { a: 1 }, callbacks: { finish: 'https://example.com/a', other: 1 },
      enabled_payments: ['bca_va', 'akulaku'], bca_va: { va_number: '1' }, customer_details: { first_name: 'Sari', user_id: 7 },
    })
    const before = (await get('edit')).body
    const { status, body } = await update('edit', {
      title: 'New heading', item_details: [{ id: 's', name: 'Shirt', price: 45_000, quantity: 2, size: 'M' }], gross_amount: 90_000, usage_limit: 7,
      expiry: { start_time: '2099-01-01 00:00 +0700', duration: 3, unit: 'days' }, enabled_payments: ['qris'], callbacks: { error: 'https://example.com/e' },
      custom_field1: null, custom_field3: 'three', metadata: { b: null }, status: 'paused',
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      ...before, title: 'New heading', gross_amount: 90_000, usage_limit: 7, status: 'paused', enabled_payments: ['qris'], metadata: { b: null },
      item_details: [expect.objectContaining({ item_id: 's', name: 'Shirt', size: 'M', price: 45_000, quantity: 2 })], callbacks: { error: 'https://example.com/e' },
      expiry_start: '2099-01-01 00:00:00 +0700', expiry_duration: 3, expiry_unit: 'days', expires_at: '2099-01-03T17:00:00.000Z',
      custom_field1: null, custom_field2: 'two', custom_field3: 'three', updated_at: expect.any(String),
    })
    expect((await get('edit')).body).toEqual(body)
    expect((await list('?search=shirt')).body.payment_links).toHaveLength(1)
    expect((await list('?search=new%20heading%20shirt%20sari')).body.payment_links).toHaveLength(1)
    expect((await list('?search=old')).body.payment_links).toHaveLength(0)
    const events = await prisma.linkEvent.findMany({ where: { merchantId: scope.merchantId }, orderBy: { id: 'asc' } })
    expect(events.map(({ type }) => type)).toEqual(['created', 'edited', 'paused'])
  })

  it('takes values away with null', async () => {
    const { create, update } = await makeClient()
    await create('bare', { title: 'T', custom_field1: 'x', metadata: { a: 1 }, callbacks: { finish: 'https://a.example' }, enabled_payments: ['bca_va'], expiry: { duration: 1, unit: 'day' } })
    const { body } = await update('bare', { title: null, custom_field1: null, metadata: null, callbacks: null, enabled_payments: null, expiry: null, usage_limit: null })
    expect(body).toMatchObject({ title: null, custom_field1: null, metadata: null, callbacks: null, expires_at: null, expiry_duration: null, usage_limit: null })
    expect(body['enabled_payments']).toContain('other_qris')
  })

  it('pauses and resumes, twice without harm, so that deleting and restoring brings back the same', async () => {
    const { create, update, scope, get } = await makeClient()
    await create('pause')
    for (const status of ['paused', 'paused', 'active', 'paused']) expect((await update('pause', { status })).body['status']).toBe(status)
    const { id } = await prisma.link.findFirstOrThrow({ where: { merchantId: scope.merchantId } })
    await applyLinkChange(scope, id, 'delete', new Date())
    await applyLinkChange(scope, id, 'restore', new Date())
    expect((await get('pause')).body['status']).toBe('paused')
    expect(await prisma.linkEvent.count({ where: { linkId: id, type: 'paused' } })).toBe(2)
  })

  it('counts a new period from now, or from a start that is still to come', async () => {
    const { create, update } = await makeClient()
    await create('now')
    const { body } = await update('now', { expiry: { duration: 2, unit: 'hours' } })
    expect(Date.parse(String(body['expires_at'])) - Date.now()).toBeGreaterThan(7_100_000)
    await create('later', { expiry: { start_time: '2099-04-01 18:00:00 +0700', duration: 1, unit: 'hour' } })
    expect((await update('later', { expiry: { duration: 2, unit: 'days' } })).body).toMatchObject({ expires_at: '2099-04-03T11:00:00.000Z', status: 'scheduled' })
  })

  it('refuses unknown fields and sums that do not add up, by name', async () => {
    const { create, update } = await makeClient()
    await create('strict')
    expect((await update('strict', { titel: 'x', transaction_details: {}, callbacks: { other: 1 } })).body['error_messages']).toEqual(
      expect.arrayContaining(['titel is not a known field', 'transaction_details is not a known field', 'callbacks.other is not a known field']))
    expect(await update('strict', { item_details: [{ name: 'a', price: 5, quantity: 2 }], gross_amount: 11 })).toMatchObject({ status: 400, body: { error_messages: [expect.stringContaining('gross_amount must be equal')] } })
    expect(await update('strict', { item_details: [{ name: 'a', price: -5, quantity: 2 }] })).toMatchObject({ status: 400 })
    expect(await update('strict', { item_details: [] })).toMatchObject({ status: 400 })
    expect(await update('strict', { enabled_payments: ['akulaku'] })).toMatchObject({ status: 400 })
    expect(await update('strict', { enabled_payments: ['credit_card'], gross_amount: 5_000 })).toMatchObject({ status: 409, body: { error_messages: [expect.stringContaining('enabled_payments')] } })
    expect(await update('strict', { callbacks: { finish: 'http://example.com' } })).toMatchObject({ status: 400 })
    expect((await update('strict', {})).status).toBe(200)
  })

  it('changes the amount only while nobody has paid and nobody is paying; a hold past its deadline is nobody', async () => {
    const { create, update } = await makeClient()
    const slug = await create('held', { usage_limit: 3 })
    const id = await order(slug)
    const inUse = { status: 409, body: { error_messages: ['item_details and gross_amount can no longer be changed: a customer has paid or is paying right now'] } }
    expect(await update('held', { gross_amount: 90_000 })).toMatchObject(inUse)
    expect((await update('held', { gross_amount: 85_000, title: 'same price' })).status).toBe(200)
    await prisma.order.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect((await update('held', { gross_amount: 90_000 })).body).toMatchObject({ gross_amount: 90_000, item_details: [{ name: 'same price', price: 90_000 }] })
    await announce({ orderId: await order(slug, { amount: 90_000 }), news: 'settle', actor: 'rail', at: new Date() })
    expect(await update('held', { gross_amount: 95_000 })).toMatchObject(inUse)
  })

  it('keeps the usage limit at or above the places that are taken', async () => {
    const { create, update } = await makeClient()
    const slug = await create('limit', { usage_limit: 3 })
    await announce({ orderId: await order(slug), news: 'settle', actor: 'rail', at: new Date() })
    await order(slug)
    expect(await update('limit', { usage_limit: 1 })).toMatchObject({ status: 409, body: { error_messages: ['usage_limit must be at least 2: that many places are paid or held by pending orders'] } })
    expect((await update('limit', { usage_limit: 2 })).body).toMatchObject({ usage_limit: 2, usage: 1 })
  })

  it('does not give a link of an open amount a fixed one', async () => {
    const { create, update } = await makeClient()
    await create('open', { payment_link_type: 'DYNAMIC_AMOUNT' })
    expect(await update('open', { gross_amount: 5_000 })).toMatchObject({ status: 409 })
  })

  it('never lets a customer pay an amount that the link did not have at that moment, while it changes under twenty of them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { create, update, scope, get } = await makeClient()
      const slug = await create('race', { usage_limit: 100 })
      const changes: ReturnType<typeof update>[] = []
      const customers = Array.from({ length: 20 }, (_, index) => {
        changes.push(update('race', { gross_amount: index % 2 === 0 ? 90_000 : 85_000 }))
        return placeOrder(orderWish(slug, { submissionId: randomUUID(), amount: index % 4 < 2 ? 85_000 : 90_000 }), new Date())
      })
      const answers = await Promise.all(changes)
      await Promise.all(customers)
      const orders = await prisma.order.findMany({ where: { merchantId: scope.merchantId } })
      const amounts = [...new Set(orders.map(({ amount }) => Number(amount)))]
      // A change goes through before the first order or not at all: all orders have the amount that the link has in the end.
      expect(amounts).toEqual(orders.length === 0 ? [] : [(await get('race')).body['gross_amount']])
      expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
      for (const { amount, items } of orders) expect((items as { price: number }[])[0]?.price).toBe(Number(amount))
    }
  })

  it('loses no change of many that are sent at once', async () => {
    const { create, update, list } = await makeClient()
    await create('many')
    const answers = await Promise.all([update('many', { title: 'Title' }), update('many', { custom_field1: 'a' }), update('many', { custom_field2: 'b' }), update('many', { item_details: [{ name: 'Thing', price: 85_000, quantity: 1 }] })])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await list('?search=title%20thing')).body.payment_links).toMatchObject([{ title: 'Title', custom_field1: 'a', custom_field2: 'b', item_details: [{ name: 'Thing' }] }])
  })
})

describe('the QR code of a link', () => {
  it('comes as PNG of the size that was asked for, and as SVG', async () => {
    const { create, png, svg } = await makeClient()
    await create('qr')
    const small = await png('qr', '?size=128')
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(await svg('qr')).toMatchObject({ status: 200, text: expect.stringContaining('<svg') })
    for (const size of ['63', '2049', '1e3', 'x']) expect(await png('qr', `?size=${size}`)).toMatchObject({ status: 400, body: { error_messages: ['size must be a whole number between 64 and 2048'] } })
  })
})
