import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { makeLinkClient, orderOn } from '@/prisma/testing/payment-links'
import { useTestDatabase } from '@/prisma/testing/test-database'

useTestDatabase()

describe('GET /v1/payment-links/{order_id}', () => {
  it("tells a link's orders in Midtrans' words, newest first", async () => {
    const { create, get } = await makeLinkClient()
    const slug = await create('shop-1', { usage_limit: 5 })
    const ids = [await orderOn(slug), await orderOn(slug, { method: 'other_qris' }), await orderOn(slug)]
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
    const [ours, theirs] = [await makeLinkClient(), await makeLinkClient()]
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
    const { create, get } = await makeLinkClient()
    await create('a~b.c_D-1')
    expect((await get('a%7Eb%2Ec_D-1')).body).toMatchObject({ order_id: 'a~b.c_D-1' })
  })
})

describe('the QR code of a link', () => {
  it('comes as PNG of the size that was asked for, and as SVG', async () => {
    const { create, png, svg } = await makeLinkClient()
    await create('qr')
    const small = await png('qr', '?size=128')
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(await svg('qr')).toMatchObject({ status: 200, text: expect.stringContaining('<svg') })
    for (const size of ['63', '2049', '1e3', 'x']) expect(await png('qr', `?size=${size}`)).toMatchObject({ status: 400, body: { error_messages: ['size must be a whole number between 64 and 2048'] } })
  })
})
