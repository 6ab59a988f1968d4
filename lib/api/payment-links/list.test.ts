import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { applyLinkChange } from '@/lib/link/change-link-state'
import { announce } from '@/lib/order/announce'
import { makeLinkClient, orderOn } from '@/prisma/testing/payment-links'
import { useTestDatabase } from '@/prisma/testing/test-database'

useTestDatabase()

describe('GET /v1/payment-links', () => {
  it('pages through every link once, newest first, and finds by words and order ID', async () => {
    const { create, list } = await makeLinkClient()
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
    const { create, list, scope } = await makeLinkClient()
    const slug = await create('sold', { usage_limit: 1 })
    await announce({ orderId: await orderOn(slug), news: 'settle', actor: 'rail', at: new Date() })
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
    const { list } = await makeLinkClient()
    for (const [query, field] of [['?limit=0', 'limit'], ['?limit=101', 'limit'], ['?limit=ten', 'limit'], ['?cursor=abc', 'cursor'], ['?status=new', 'status'], ['?offset=5', 'offset'], ['?search=%00', 'search'], [`?search=${'x'.repeat(101)}`, 'search']]) {
      const { status, body } = await list(query)
      expect([status, body.error_messages?.[0]]).toEqual([400, expect.stringContaining(field ?? '')])
    }
  })

  it('shows nothing of another shop', async () => {
    const [ours, theirs] = [await makeLinkClient(), await makeLinkClient()]
    await theirs.create('theirs')
    expect((await ours.list('?search=theirs')).body.payment_links).toEqual([])
    expect((await ours.list('?order_id=theirs')).body.payment_links).toEqual([])
  })
})
