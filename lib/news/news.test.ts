import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction, sql } from '@/lib/database/sql'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { announceEvents } from '@/lib/notification/announce-events'
import { announce } from '@/lib/order/announce'
import type { OrderStatus } from '@/lib/order/status'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { addNews } from './add-news'
import { newsOf, type NewNews } from './news-of-event'
import { listNews, markNewsSeen } from './store'

useTestDatabase()

let scope: MerchantScope

beforeEach(async () => {
  scope = await makeShop()
})

const payment = (dedupeKey: string, overrides: Partial<NewNews> = {}): NewNews =>
  ({
    merchantId: scope.merchantId, mode: 'test', type: 'order.paid', orderId: '01933b2e-0000-7000-8000-000000000000',
    data: { amount: 20_000, currency: 'IDR', customer: 'Sari Wulandari' }, dedupeKey, at: NOON, ...overrides,
  }) as NewNews

const pushJobs = async (): Promise<{ newsId: string; subscriptionId: string }[]> =>
  (await sql.queryRows<{ data: { newsId: string; subscriptionId: string } }>`SELECT data FROM pgboss.job WHERE name = 'push'`).map(({ data }) => data)

const subscribe = async (owner: MerchantScope, endpoint: string): Promise<string> => {
  const subscription = { userId: owner.userId ?? '', merchantId: owner.merchantId, endpoint, p256dh: 'p', auth: 'a', locale: 'id', createdAt: NOON }
  return (await prisma.pushSubscription.create({ data: { id: crypto.randomUUID(), ...subscription } })).id
}

describe('planNews', () => {
  it('tells of a payment once, however often its event is announced', async () => {
    const { slug } = await makeLink(scope, { usageLimit: null })
    const { id } = await makeOrder(slug)
    await announce({ orderId: id, news: 'settle', actor: 'rail', at: later(NOON, 3) })
    const events = await prisma.orderEvent.findMany({ where: { orderId: id } })
    expect(events.map(({ type }) => type)).toContain('settle')
    const jobs = events.map((event) => ({ eventId: String(event.id) }))
    await announceEvents(jobs)
    await Promise.all([announceEvents(jobs), announceEvents(jobs)])

    const lines = await listNews(scope)
    expect(lines).toEqual([
      {
        id: expect.stringMatching(/^\d+$/) as string, type: 'order.paid', orderId: id, isNew: true, at: later(NOON, 3),
        data: { amount: 85_000, currency: 'IDR', customer: 'Sari Wulandari' },
      },
    ])
  })

  const facts = (event: Partial<OrderEventFacts>): OrderEventFacts =>
    ({
      eventId: '1', type: 'settle', from: 'pending', to: 'paid', actor: 'rail', at: NOON, mode: 'test', merchant: { id: scope.merchantId }, refund: null,
      order: { id: 'order', amount: 20_000, currency: 'IDR', customer: { name: 'Sari' } }, ...event,
    }) as OrderEventFacts

  it.each([
    ['paid', 'settle', 'order.paid'],
    ['paid_late', 'settle', 'order.paid_late'],
    ['authorized', 'authorize', 'order.authorized'],
    ['pending', 'placed', undefined],
    ['denied', 'deny', undefined],
    ['cancelled', 'cancel', undefined],
    ['expired', 'expire', undefined],
  ] as [OrderStatus, string, string | undefined][])('makes of an order that is %s by %s: %s', (to, type, expected) => {
    expect(newsOf(facts({ to, type }))?.type).toBe(expected)
  })

  it('does not tell sellers what they did themselves', () => {
    expect(newsOf(facts({ type: 'accept', from: 'paid_late', actor: 'seller' }))).toBeNull()
    const refund = { id: 'r', number: 1, key: 'k', amount: 5_000, reason: '', createdAt: NOON, completedAt: NOON }
    const refunded = { type: 'refund', from: 'paid', to: 'partially_refunded', actor: 'seller' } as const
    expect(newsOf(facts({ ...refunded, refund: { ...refund, channel: 'manual' } }))).toBeNull()
    expect(newsOf(facts({ ...refunded, refund: { ...refund, channel: 'rail' } }))).toMatchObject({ type: 'refund.completed', data: { amount: 5_000 } })
  })
})

describe('addNews', () => {
  it('writes nothing when the change around it does not happen', async () => {
    await subscribe(scope, 'https://push.example.com/rolled-back')
    const before = await pushJobs()
    await expect(
      inTransaction(async (transaction) => {
        await addNews(transaction, [payment('lost')])
        throw new Error('the change failed')
      }),
    ).rejects.toThrow('the change failed')
    expect(await listNews(scope)).toEqual([])
    expect(await pushJobs()).toEqual(before)
  })

  it('calls every browser of the shop and none of another, and only for what a seller wants to be called for', async () => {
    const stranger = await makeShop()
    const own = [await subscribe(scope, 'https://push.example.com/1'), await subscribe(scope, 'https://push.example.com/2')]
    await subscribe(stranger, 'https://push.example.com/3')
    await addNews(sql, [payment('a'), payment('b', { type: 'order.authorized' })])
    await addNews(sql, [payment('a')])
    const [paid] = (await listNews(scope)).filter(({ type }) => type === 'order.paid')
    const jobs = (await pushJobs()).filter(({ subscriptionId }) => own.includes(subscriptionId))
    expect(jobs.map(({ subscriptionId }) => subscriptionId).sort()).toEqual(own.sort())
    expect(jobs.map(({ newsId }) => newsId)).toEqual([paid?.id, paid?.id])
    expect((await pushJobs()).filter(({ newsId }) => newsId === paid?.id)).toHaveLength(2)
  })

  it('refuses a line that the bell could not say', async () => {
    await expect(addNews(sql, [payment('a', { data: { amount: -1 } } as never)])).rejects.toThrow()
    expect(await listNews(scope)).toEqual([])
  })

  it('lets two shops use the same key', async () => {
    const stranger = await makeShop()
    await addNews(sql, [payment('same'), payment('same', { merchantId: stranger.merchantId })])
    expect([await listNews(scope), await listNews(stranger)].map(({ length }) => length)).toEqual([1, 1])
  })
})

describe('the bell', () => {
  it('skips lines that it does not know and shows the rest', async () => {
    await addNews(sql, [payment('known')])
    for (const [type, data] of [['order.teleported', {}], ['order.paid', { amount: 'much' }], ['endpoint.disabled', { url: 'https://x.example', reason: 'failing' }]] as const) {
      await prisma.news.create({ data: { merchantId: scope.merchantId, mode: 'test', type, data, dedupeKey: `${type}:1`, at: new Date() } })
    }
    expect((await listNews(scope)).map(({ type }) => type)).toEqual(['endpoint.disabled', 'order.paid'])
  })

  it('shows the last twenty, newest first, of this shop and mode alone', async () => {
    const stranger = await makeShop()
    for (let index = 0; index < 25; index++) {
      await addNews(sql, [payment(`${index}`, { data: { amount: index + 1, currency: 'IDR', customer: 'Sari' }, at: later(NOON, index) })])
    }
    await addNews(sql, [payment('theirs', { merchantId: stranger.merchantId }), payment('live', { mode: 'live', at: later(NOON, 99) })])
    const lines = await listNews(scope)
    expect(lines.map(({ data }) => ('amount' in data ? data.amount : 0))).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index))
  })

  it('remembers how far each seller looked, and never back', async () => {
    const colleague = mintScope({ ...scope, userId: (await makeShop()).userId })
    await prisma.member.create({ data: { userId: colleague.userId ?? '', merchantId: scope.merchantId } })
    await addNews(sql, ['1', '2', '3'].map((key) => payment(key)))
    const [newest, middle] = await listNews(scope)
    const unread = async (who: MerchantScope) => (await listNews(who)).filter(({ isNew }) => isNew).length

    expect(await markNewsSeen(scope, middle?.id ?? '')).toBe(true)
    expect(await unread(scope)).toBe(1)
    expect(await markNewsSeen(scope, newest?.id ?? '')).toBe(true)
    await markNewsSeen(scope, middle?.id ?? '')
    expect([await unread(scope), await unread(colleague)]).toEqual([0, 3])
  })

  it('counts a payment as new that happened before the last look and was told after it', async () => {
    await addNews(sql, [payment('first', { at: later(NOON, 2) })])
    const [first] = await listNews(scope)
    await markNewsSeen(scope, first?.id ?? '')
    await addNews(sql, [payment('late', { at: later(NOON, 1) })])
    expect(await listNews(scope)).toMatchObject([{ isNew: false, at: later(NOON, 2) }, { isNew: true, at: later(NOON, 1) }])
  })

  it("knows nothing of another shop's lines", async () => {
    const stranger = await makeShop()
    await addNews(sql, [payment('mine')])
    const [line] = await listNews(scope)
    expect(await listNews(stranger)).toEqual([])
    expect(await markNewsSeen(stranger, line?.id ?? '')).toBe(false)
    expect(await markNewsSeen(stranger, '999999999999999999')).toBe(false)
  })
})
