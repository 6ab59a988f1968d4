import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import { announceEvents } from '@/lib/notification/announce-events'
import type { MerchantScope } from '@/lib/shop/scope'
import { mintScope } from '@/lib/shop/scope'
import { serverKeyHash } from '@/lib/server-key/key-text'
import { requireServerKey } from '@/lib/server-key/server-key'
import { makeLink, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { deliveriesOf, eventsOf, jobsOf, makeEndpoint, paidOrder } from '@/prisma/testing/webhook-deliveries'
import { listOrderDeliveries } from './queries'
import { signatureKey } from './signature'

useTestDatabase()

let scope: MerchantScope
beforeEach(async () => {
  scope = await makeShop()
})

describe('planning', () => {
  test('each event becomes one delivery and one job for each endpoint that wants it', async () => {
    const all = await makeEndpoint(scope)
    const paidOnly = await makeEndpoint(scope, { events: ['order.paid', 'order.refunded'] })
    await makeEndpoint(scope, { events: ['order.denied'] })
    await paidOrder(scope)
    expect((await deliveriesOf(all.id)).map(({ type }) => type)).toEqual(['order.pending', 'order.paid'])
    const [paid, ...rest] = await deliveriesOf(paidOnly.id)
    expect(rest).toEqual([])
    expect(await jobsOf(paid?.id ?? '')).toMatchObject([{ data: { deliveryId: paid?.id, attempt: 1 }, group: paidOnly.id }])
    expect(await prisma.webhookDelivery.count({ where: { merchantId: scope.merchantId } })).toBe(3)
  })

  test('planning twice, or twice at once, writes one delivery and one job', async () => {
    const { id } = await makeEndpoint(scope)
    const order = await paidOrder(scope)
    const events = await eventsOf(order)
    await Promise.all([announceEvents(events), announceEvents(events), announceEvents(events)])
    const deliveries = await deliveriesOf(id)
    expect(deliveries).toHaveLength(2)
    for (const delivery of deliveries) expect(await jobsOf(delivery.id)).toHaveLength(1)
    expect(await prisma.$queryRaw`SELECT id FROM pgboss.job WHERE name = 'webhook' AND group_id = ${id}`).toHaveLength(2)
  })

  test('what was told about an order is listed with it, also what went to an address of its link alone, and to nobody else', async () => {
    await makeEndpoint(scope, { url: 'https://own.example/hook', events: ['order.paid'] })
    const link = await makeLink(scope, { usageLimit: null }, new Date())
    await prisma.link.update({ where: { id: link.id }, data: { notificationUrls: { append: ['https://toko.example/hook'] } } })
    const order = await paidOrder(scope, link)
    await paidOrder(scope)
    const listed = await listOrderDeliveries(scope, order)
    expect(listed?.map(({ type, url }) => `${type} ${url}`).sort()).toEqual([
      'order.paid https://toko.example/hook', 'order.paid https://own.example/hook', 'order.pending https://toko.example/hook',
    ].sort())
    expect(await listOrderDeliveries(await makeShop(), order)).toBeNull()
    expect(await listOrderDeliveries(mintScope({ ...scope, mode: 'live' }), order)).toBeNull()
  })

  test("another shop's and the other mode's endpoints hear nothing", async () => {
    const others = [await makeEndpoint(await makeShop()), await makeEndpoint(mintScope({ ...scope, mode: 'live' }))]
    await paidOrder(scope)
    for (const { id } of others) expect(await deliveriesOf(id)).toEqual([])
  })

  test("a link's own addresses replace the endpoints, or come in addition, none twice", async () => {
    const endpoint = await makeEndpoint(scope, { url: 'https://shop.example/hook' })
    const link = await makeLink(scope, { usageLimit: null }, new Date())
    const urls = async (notificationUrls: object) => {
      await prisma.link.update({ where: { id: link.id }, data: { notificationUrls } })
      const orderId = await paidOrder(scope, link)
      return (await prisma.webhookDelivery.findMany({ where: { orderId, type: 'order.paid' }, orderBy: { url: 'asc' } })).map(({ url, endpointId }) => [url, endpointId])
    }
    expect(await urls({ override: ['https://a.example/', 'https://b.example/'] })).toEqual([['https://a.example/', null], ['https://b.example/', null]])
    expect(await urls({ append: ['https://a.example/', 'https://shop.example/hook', 'no address'] })).toEqual([['https://a.example/', null], ['https://shop.example/hook', endpoint.id]])
  })

  test("the body is signed with the shop's server key, which is made once and kept sealed", async () => {
    const key = (mode: 'test' | 'live') => inTransaction((sql) => requireServerKey(sql, { merchantId: scope.merchantId, mode, at: new Date() }))
    const [first, ...others] = await Promise.all([key('test'), key('test'), key('test'), key('test')])
    expect(others).toEqual([first, first, first])
    expect(first).toMatch(/^SB-Tautan-server-[a-z2-9]{32}$/)
    expect(await key('live')).toMatch(/^Tautan-server-[a-z2-9]{32}$/)
    const rows = await prisma.serverKey.findMany({ where: { merchantId: scope.merchantId, mode: 'test' } })
    expect(rows.map(({ hash }) => hash)).toEqual([serverKeyHash(first)])
    expect(JSON.stringify(rows)).not.toContain(first)

    const endpoint = await makeEndpoint(scope, { events: ['order.paid'] })
    await paidOrder(scope)
    const body = JSON.parse((await deliveriesOf(endpoint.id))[0]?.payload ?? '') as Record<string, string>
    const { order_id: orderId = '', status_code: statusCode = '', gross_amount: grossAmount = '' } = body
    expect(body['signature_key']).toBe(signatureKey({ orderId, statusCode, grossAmount, serverKey: first }))
  })
})
