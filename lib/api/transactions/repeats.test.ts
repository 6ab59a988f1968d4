import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { announce } from '@/lib/order/announce'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { makeTransactionClient, statusOf, type TransactionClient } from '@/prisma/testing/transactions'

useTestDatabase()

let api: TransactionClient
beforeAll(async () => {
  api = await makeTransactionClient()
})

describe('a repeated request', () => {
  it.each([['cancel', 'canceled'], ['expire', 'has expired']] as const)('to %s answers as the first time, and happens once', async (action, words) => {
    const order = await api.made('pending')
    const [first, second] = [await api.call(action, order.orderId), await api.call(action, order.id)]
    expect(second.text).toBe(first.text)
    expect(first.body['status_message']).toContain(words)
    expect(await prisma.orderEvent.count({ where: { orderId: order.id } })).toBe(2)
  })

  it.each(['cancel', 'expire'] as const)('to %s with an Idempotency-Key is replayed byte for byte, whatever happened since', async (action) => {
    const order = await api.made('pending')
    const headers = { 'idempotency-key': randomUUID() }
    const first = await api.call(action, order.orderId, { headers })
    await announce({ orderId: order.id, news: 'settle', actor: 'rail', at: new Date() })
    const again = await api.call(action, order.orderId, { headers })
    expect([again.status, again.text, again.headers.get('idempotent-replayed')]).toEqual([first.status, first.text, 'true'])
    expect(await statusOf(order)).toBe('paid_late')
  })

  it('of a change that failed to be remembered finds nothing changed', async () => {
    const order = await api.made('authorized')
    const headers = { 'idempotency-key': 'will-not-be-remembered' }
    await prisma.$executeRaw`ALTER TABLE idempotency_keys ADD CONSTRAINT forgetful CHECK (key <> 'will-not-be-remembered' OR status IS NULL)`
    try {
      expect((await api.capture({ transaction_id: order.id }, { headers })).status).toBe(500)
      expect(await statusOf(order)).toBe('authorized')
    } finally {
      await prisma.$executeRaw`ALTER TABLE idempotency_keys DROP CONSTRAINT forgetful`
    }
    expect((await api.capture({ transaction_id: order.id }, { headers })).status).toBe(200)
    expect(await statusOf(order)).toBe('paid')
  })
})

describe('at the same moment', () => {
  it('cancelling twice and paying ends in one of two ways, and every answer is true', async () => {
    for (let round = 0; round < 15; round++) {
      const order = await api.made('pending')
      const [one, two, money] = await Promise.all([api.call('cancel', order.orderId), api.call('cancel', order.id), announce({ orderId: order.id, news: 'settle', actor: 'rail', at: new Date() })])
      const status = await statusOf(order)
      expect(money.kind).toBe('applied')
      expect(['paid', 'paid_late']).toContain(status)
      // Whoever was told that it is cancelled was told before the money came.
      expect([one.status, two.status].sort()).toEqual(status === 'paid' ? [412, 412] : expect.arrayContaining([200]))
      expect(await prisma.orderEvent.count({ where: { orderId: order.id, to: 'cancelled' } })).toBe(status === 'paid' ? 0 : 1)
    }
    expect((await reconcile()).differences).toEqual([])
  })

  it('capturing and cancelling never takes money for an order that is over', async () => {
    for (let round = 0; round < 15; round++) {
      const order = await api.made('authorized')
      const answers = await Promise.all([api.capture({ transaction_id: order.id }), api.call('cancel', order.orderId), api.capture({ transaction_id: order.orderId })])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(await statusOf(order)).toBe(answers[1].status === 200 ? 'cancelled' : 'paid')
    }
  })

  it('authorizing and expiring never ends a reserved card', async () => {
    for (let round = 0; round < 10; round++) {
      const order = await api.made('pending')
      const [news, answer] = await Promise.all([announce({ orderId: order.id, news: 'authorize', actor: 'rail', at: new Date() }), api.call('expire', order.orderId)])
      expect([await statusOf(order), answer.status, news.kind]).toEqual(answer.status === 412 ? ['authorized', 412, 'applied'] : ['expired', 200, 'stale'])
    }
  })
})
