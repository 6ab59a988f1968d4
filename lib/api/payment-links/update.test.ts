import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { applyLinkChange } from '@/lib/link/change-link-state'
import { announce } from '@/lib/order/announce'
import { orderWish } from '@/prisma/testing/factories'
import { makeLinkClient, orderOn } from '@/prisma/testing/payment-links'
import { useTestDatabase } from '@/prisma/testing/test-database'

useTestDatabase()

describe('PATCH /v1/payment-links/{order_id}', () => {
  it('changes what is sent and nothing else, is found by its new words, and writes it into the history', async () => {
    const { create, update, get, list, scope } = await makeLinkClient()
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
    const { create, update } = await makeLinkClient()
    await create('bare', { title: 'T', custom_field1: 'x', metadata: { a: 1 }, callbacks: { finish: 'https://a.example' }, enabled_payments: ['bca_va'], expiry: { duration: 1, unit: 'day' } })
    const { body } = await update('bare', { title: null, custom_field1: null, metadata: null, callbacks: null, enabled_payments: null, expiry: null, usage_limit: null })
    expect(body).toMatchObject({ title: null, custom_field1: null, metadata: null, callbacks: null, expires_at: null, expiry_duration: null, usage_limit: null })
    expect(body['enabled_payments']).toContain('other_qris')
  })

  it('pauses and resumes, twice without harm, so that deleting and restoring brings back the same', async () => {
    const { create, update, scope, get } = await makeLinkClient()
    await create('pause')
    for (const status of ['paused', 'paused', 'active', 'paused']) expect((await update('pause', { status })).body['status']).toBe(status)
    const { id } = await prisma.link.findFirstOrThrow({ where: { merchantId: scope.merchantId } })
    await applyLinkChange(scope, id, 'delete', new Date())
    await applyLinkChange(scope, id, 'restore', new Date())
    expect((await get('pause')).body['status']).toBe('paused')
    expect(await prisma.linkEvent.count({ where: { linkId: id, type: 'paused' } })).toBe(2)
  })

  it('counts a new period from now, or from a start that is still to come', async () => {
    const { create, update } = await makeLinkClient()
    await create('now')
    const { body } = await update('now', { expiry: { duration: 2, unit: 'hours' } })
    expect(Date.parse(String(body['expires_at'])) - Date.now()).toBeGreaterThan(7_100_000)
    await create('later', { expiry: { start_time: '2099-04-01 18:00:00 +0700', duration: 1, unit: 'hour' } })
    expect((await update('later', { expiry: { duration: 2, unit: 'days' } })).body).toMatchObject({ expires_at: '2099-04-03T11:00:00.000Z', status: 'scheduled' })
  })

  it('refuses unknown fields and sums that do not add up, by name', async () => {
    const { create, update } = await makeLinkClient()
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
    const { create, update } = await makeLinkClient()
    const slug = await create('held', { usage_limit: 3 })
    const id = await orderOn(slug)
    const inUse = { status: 409, body: { error_messages: ['item_details and gross_amount can no longer be changed: a customer has paid or is paying right now'] } }
    expect(await update('held', { gross_amount: 90_000 })).toMatchObject(inUse)
    expect((await update('held', { gross_amount: 85_000, title: 'same price' })).status).toBe(200)
    await prisma.order.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect((await update('held', { gross_amount: 90_000 })).body).toMatchObject({ gross_amount: 90_000, item_details: [{ name: 'same price', price: 90_000 }] })
    await announce({ orderId: await orderOn(slug, { amount: 90_000 }), news: 'settle', actor: 'rail', at: new Date() })
    expect(await update('held', { gross_amount: 95_000 })).toMatchObject(inUse)
  })

  it('keeps the usage limit at or above the places that are taken', async () => {
    const { create, update } = await makeLinkClient()
    const slug = await create('limit', { usage_limit: 3 })
    await announce({ orderId: await orderOn(slug), news: 'settle', actor: 'rail', at: new Date() })
    await orderOn(slug)
    expect(await update('limit', { usage_limit: 1 })).toMatchObject({ status: 409, body: { error_messages: ['usage_limit must be at least 2: that many places are paid or held by pending orders'] } })
    expect((await update('limit', { usage_limit: 2 })).body).toMatchObject({ usage_limit: 2, usage: 1 })
  })

  it('does not give a link of an open amount a fixed one', async () => {
    const { create, update } = await makeLinkClient()
    await create('open', { payment_link_type: 'DYNAMIC_AMOUNT' })
    expect(await update('open', { gross_amount: 5_000 })).toMatchObject({ status: 409 })
  })

  it('never lets a customer pay an amount that the link did not have at that moment, while it changes under twenty of them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { create, update, scope, get } = await makeLinkClient()
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
    const { create, update, list } = await makeLinkClient()
    await create('many')
    const answers = await Promise.all([update('many', { title: 'Title' }), update('many', { custom_field1: 'a' }), update('many', { custom_field2: 'b' }), update('many', { item_details: [{ name: 'Thing', price: 85_000, quantity: 1 }] })])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await list('?search=title%20thing')).body.payment_links).toMatchObject([{ title: 'Title', custom_field1: 'a', custom_field2: 'b', item_details: [{ name: 'Thing' }] }])
  })
})
