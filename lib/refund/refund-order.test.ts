import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { execute, sql } from '@/lib/database/sql'
import { listNews } from '@/lib/news/store'
import { reconcile } from '@/lib/ledger/reconcile'
import { announce } from '@/lib/order/announce'
import { REFUSED_AMOUNT } from '@/lib/payment/simulator'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { refundOrder } from './refund-order'
import type { RefundOrder } from './schema'
import { settleRefund } from './settle-refund'
import { claimRefund, completeRefund } from './store'

useTestDatabase()

let scope: MerchantScope
let linkId: string

beforeEach(async () => {
  scope = await makeShop()
})

async function paidOrder(method: string): Promise<string> {
  const link = await makeLink(scope)
  linkId = link.id
  const { id } = await makeOrder(link.slug, { method })
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })
  return id
}

const wish = (orderId: string, over: Partial<RefundOrder> = {}): RefundOrder => ({
  orderId, refundKey: randomUUID(), amount: 85_000, reason: 'Barang habis', channel: 'rail', ...over,
})
const refund = (orderId: string, over: Partial<RefundOrder> = {}) => refundOrder(scope, wish(orderId, over), later(NOON, 5))
const orderRow = (id: string) => prisma.order.findUniqueOrThrow({ where: { id } })
const conflict = (message: string) => ({ ok: false, error: { kind: 'conflict', message } })

describe('a refund', () => {
  it('of everything through the rail makes the order refunded, with event, job and ledger', async () => {
    const id = await paidOrder('gopay')
    expect(await refund(id)).toMatchObject({ ok: true })
    expect(await orderRow(id)).toMatchObject({ status: 'refunded', refundedAmount: 85_000n, refundClaimedAmount: 85_000n })
    const [event] = await prisma.orderEvent.findMany({ where: { orderId: id, type: 'refund' } })
    expect(event).toMatchObject({ from: 'paid', to: 'refunded', actor: 'seller', actorId: scope.userId, reason: 'Barang habis', amount: 85_000n })
    const jobs = await sql.queryRows<{ data: unknown }>`SELECT data FROM pgboss.job WHERE name = 'order-event' AND data->>'eventId' = ${String(event?.id)}`
    expect(jobs).toHaveLength(1)
    const transfers = await prisma.ledgerTransfer.findMany({ where: { orderId: id }, orderBy: { id: 'asc' } })
    expect(transfers.map(({ debit, credit, amount }) => [debit, credit, amount])).toEqual([
      ['customer', 'order', 85_000n], ['order', 'merchant', 85_000n], ['merchant', 'refund', 85_000n], ['refund', 'customer', 85_000n],
    ])
    expect((await reconcile()).differences).toEqual([])
  })

  it('keeps the use of the link', async () => {
    const id = await paidOrder('gopay')
    await refund(id)
    expect(await prisma.link.findUnique({ where: { id: linkId } })).toMatchObject({ usedCount: 1, heldCount: 0 })
  })

  it('in parts goes on until nothing is left, and not a rupiah further', async () => {
    const id = await paidOrder('credit_card')
    for (const [amount, status] of [[30_000, 'partially_refunded'], [54_999, 'partially_refunded']] as const) {
      expect(await refund(id, { amount })).toMatchObject({ ok: true })
      expect((await orderRow(id)).status).toBe(status)
    }
    expect(await refund(id, { amount: 2 })).toEqual({ ok: false, error: { kind: 'invalid', fields: { amount: 'refundTooMuch' } } })
    expect(await refund(id, { amount: 1 })).toMatchObject({ ok: true })
    expect((await orderRow(id)).status).toBe('refunded')
    expect(await refund(id, { amount: 1 })).toEqual(conflict('refundNothingLeft'))
  })

  it('asked for at once from twenty sides never sends back more than came in', async () => {
    const id = await paidOrder('gopay')
    const answers = await Promise.all(Array.from({ length: 20 }, () => refund(id, { amount: 20_000 })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4)
    expect(await orderRow(id)).toMatchObject({ refundedAmount: 80_000n, status: 'partially_refunded' })
    expect((await reconcile()).differences).toEqual([])
  })

  it('repeated with its key moves nothing, even at the same moment', async () => {
    const id = await paidOrder('gopay')
    const refundKey = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => refund(id, { amount: 20_000, refundKey })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true })
    expect((await orderRow(id)).refundedAmount).toBe(20_000n)
    expect(await refund(id, { amount: 20_001, refundKey })).toEqual(conflict('refundKeyUsed'))
  })

  it('of everything, repeated at the same moment, is no refund of more than is left', async () => {
    const id = await paidOrder('gopay')
    const refundKey = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => refund(id, { refundKey })))
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect((await orderRow(id)).refundedAmount).toBe(85_000n)
  })

  it('of a virtual account is recorded by hand, since no bank takes it back', async () => {
    const id = await paidOrder('bca_va')
    expect(await refund(id)).toEqual(conflict('refundByHandOnly'))
    expect(await refund(id, { channel: 'manual', amount: 5_000 })).toMatchObject({ ok: true })
    expect(await orderRow(id)).toMatchObject({ status: 'partially_refunded', refundedAmount: 5_000n })
  })

  it('of ShopeePay is all or nothing', async () => {
    const id = await paidOrder('shopeepay')
    expect(await refund(id, { amount: 10_000 })).toEqual({ ok: false, error: { kind: 'invalid', fields: { amount: 'refundInFullOnly' } } })
    expect(await refund(id)).toMatchObject({ ok: true })
  })

  it('that the rail refuses leaves the order paid and the amount free for another way', async () => {
    const id = await paidOrder('gopay')
    expect(await refund(id, { amount: REFUSED_AMOUNT })).toMatchObject({ ok: true })
    expect(await prisma.refund.findFirst({ where: { orderId: id } })).toMatchObject({ state: 'failed', failure: 'simulator' })
    expect(await orderRow(id)).toMatchObject({ status: 'paid', refundedAmount: 0n, refundClaimedAmount: 0n })
    expect(await listNews(scope)).toMatchObject([{ type: 'refund.failed', orderId: id, data: { amount: REFUSED_AMOUNT, customer: 'Sari Wulandari' } }])
    expect(await refund(id, { channel: 'manual' })).toMatchObject({ ok: true })
    expect((await reconcile()).differences).toEqual([])
  })

  it('of an order that was not paid, or of another shop, is refused', async () => {
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug, { method: 'gopay' })
    expect(await refund(id)).toEqual(conflict('refundNotPaid'))
    const paid = await paidOrder('gopay')
    const stranger = await makeShop('Toko Lain')
    expect(await refundOrder(stranger, wish(paid), NOON)).toEqual({ ok: false, error: { kind: 'notFound' } })
  })

  it('that was claimed before a crash is finished by its job, once', async () => {
    const orderId = await paidOrder('gopay')
    const { refundKey, amount, reason, channel } = wish(orderId)
    const id = randomUUID()
    await claimRefund(sql, scope, { id, orderId, refundKey, amount, reason, channel, actorId: null, at: NOON })
    expect((await orderRow(orderId)).status).toBe('paid')
    await Promise.all([settleRefund(id), settleRefund(id), settleRefund(id)])
    expect(await orderRow(orderId)).toMatchObject({ status: 'refunded', refundedAmount: 85_000n })
    expect(await prisma.orderEvent.count({ where: { refundId: id } })).toBe(1)
    expect((await reconcile()).differences).toEqual([])
  })
})

describe('the database', () => {
  it('refuses a refund that the ledger does not have', async () => {
    const id = await paidOrder('gopay')
    const cheat = prisma.order.update({ where: { id }, data: { status: 'refunded', refundedAmount: 85_000n, refundClaimedAmount: 85_000n } })
    await expect(cheat).rejects.toThrow(/does not balance/)
  })

  it('refuses money in the ledger that no order has', async () => {
    const id = await paidOrder('gopay')
    const { merchantId } = scope
    const stray = { merchantId, mode: 'test' as const, orderId: id, amount: 1n, currency: 'IDR', at: NOON }
    await expect(prisma.ledgerTransfer.create({ data: { ...stray, debit: 'order', credit: 'fee' } })).rejects.toThrow(/does not balance/)
    await expect(prisma.ledgerTransfer.create({ data: { ...stray, debit: 'fee', credit: 'merchant' } })).rejects.toThrow(/ledger_transfers_known_ways/)
    await expect(execute`UPDATE ledger_transfers SET amount = 1 WHERE order_id = ${id}::uuid`).rejects.toThrow(/never changed or removed/)
    await expect(execute`DELETE FROM ledger_transfers WHERE order_id = ${id}::uuid`).rejects.toThrow(/never changed or removed/)
  })

  it('refuses to complete a refund twice', async () => {
    const orderId = await paidOrder('gopay')
    await refund(orderId)
    const { id } = await prisma.refund.findFirstOrThrow({ where: { orderId } })
    expect(await completeRefund(sql, id, NOON)).toBe(false)
  })
})
