import { expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { announce } from '@/lib/order/announce'
import { refundOrder } from '@/lib/refund/refund-order'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findOrderEvents } from './store'

useTestDatabase()

it('tells each event as the order was then, however much later it is asked', async () => {
  const scope = await makeShop()
  const link = await makeLink(scope)
  const { id } = await makeOrder(link.slug, { method: 'gopay' })
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: later(NOON, 1) })
  for (const [refundKey, amount] of [['first', 30_000], ['second', 55_000]] as const) {
    await refundOrder(scope, { orderId: id, refundKey, amount, reason: 'Barang habis', channel: 'manual' }, later(NOON, 2))
  }
  const events = await prisma.orderEvent.findMany({ where: { orderId: id }, orderBy: { id: 'asc' } })
  const told = await findOrderEvents(sql, events.map((event) => String(event.id)))
  expect(told.map(({ type, to, order, refund, refunds }) => [type, to, order.paidAt, order.refundedAmount, refund?.key, refunds.map(({ key }) => key)])).toEqual([
    ['placed', 'pending', null, 0, undefined, []],
    ['settle', 'paid', later(NOON, 1), 0, undefined, []],
    ['refund', 'partially_refunded', later(NOON, 1), 30_000, 'first', ['first']],
    ['refund', 'refunded', later(NOON, 1), 85_000, 'second', ['first', 'second']],
  ])
  expect(told[3]?.refund).toMatchObject({ amount: 55_000, channel: 'manual', completedAt: later(NOON, 2) })
})
