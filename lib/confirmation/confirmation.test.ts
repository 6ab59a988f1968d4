import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction, sql } from '@/lib/database/sql'
import { announce } from '@/lib/order/announce'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { hashOf, NO_HASH, type ConfirmationFacts } from './chain'
import { confirmPayment, rejectPayment } from './confirm-payment'
import { insertConfirmation } from './store'

useTestDatabase()

type Row = ConfirmationFacts & { hash: string }

describe('the log of confirmations', () => {
  it('numbers and chains what twenty sellers of a shop write at once, without a gap', async () => {
    const scope = await makeShop()
    const order = await makeOrder((await makeLink(scope)).slug)
    await Promise.all(Array.from({ length: 20 }, (_, index) =>
      inTransaction((on) => insertConfirmation(on, scope, { orderId: order.id, type: 'confirmed', facts: { z: index, a: { amount: 85_003, name: 'Sari' } }, at: NOON })),
    ))
    const rows = await sql.queryRows<Row>`
      SELECT merchant_id AS "merchantId", number, order_id AS "orderId", type, actor_id AS "actorId", facts, at, previous_hash AS "previousHash", hash
      FROM confirmations WHERE merchant_id = ${scope.merchantId}::uuid ORDER BY number`
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    rows.forEach((row, index) => {
      expect(row.previousHash).toBe(rows[index - 1]?.hash ?? NO_HASH)
      expect(hashOf(row)).toBe(row.hash)
    })
  })

  it('takes nothing back', async () => {
    const scope = await makeShop()
    const order = await makeOrder((await makeLink(scope)).slug)
    await inTransaction((on) => insertConfirmation(on, scope, { orderId: order.id, type: 'confirmed', facts: {}, at: NOON }))
    await expect(sql.execute`UPDATE confirmations SET type = 'rejected' WHERE merchant_id = ${scope.merchantId}::uuid`).rejects.toThrow(/never chang/)
    await expect(sql.execute`DELETE FROM confirmations WHERE merchant_id = ${scope.merchantId}::uuid`).rejects.toThrow(/never chang/)
  })
})

describe('confirmPayment', () => {
  it('pays the order once, however many confirm it at the same time, and writes down what was expected', async () => {
    const scope = await makeShop()
    const { id } = await makeOrder((await makeLink(scope)).slug)
    expect(await announce({ orderId: id, news: 'claim', actor: 'customer', at: NOON })).toEqual({ kind: 'applied' })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => confirmPayment(scope, { orderId: id, facts: { seen: 85_000 }, at: NOON })))
    expect(outcomes.filter(({ kind }) => kind === 'applied')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'alreadyApplied')).toHaveLength(9)
    expect(await logOf(scope)).toEqual([{ number: 1, type: 'confirmed', facts: expect.objectContaining({ expected: 85_000, seen: 85_000, status: 'in_review' }) }])
    expect(await statusOf(id)).toBe('paid')
  })

  it('calls money late when the order had ended', async () => {
    const scope = await makeShop()
    const { id } = await makeOrder((await makeLink(scope)).slug)
    expect(await confirmPayment(scope, { orderId: id, facts: {}, at: later(NOON, 25 * 60) })).toEqual({ kind: 'applied' })
    expect(await statusOf(id)).toBe('paid_late')
  })

  it('knows no order of another shop or mode', async () => {
    const [scope, stranger] = [await makeShop(), await makeShop()]
    const { id } = await makeOrder((await makeLink(scope)).slug)
    for (const other of [stranger, { ...scope, mode: 'live' as const }]) expect(await confirmPayment(other, { orderId: id, facts: {}, at: NOON })).toEqual({ kind: 'notFound' })
    expect(await statusOf(id)).toBe('pending')
  })
})

describe('rejectPayment', () => {
  it('opens the order for another day and keeps its place; what was never claimed cannot be rejected', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug)
    const reject = async () => await rejectPayment(scope, { orderId: id, facts: {}, reason: 'no money seen', at: NOON })
    expect(await reject()).toEqual({ kind: 'stale' })
    await announce({ orderId: id, news: 'claim', actor: 'customer', at: NOON })
    expect(await reject()).toEqual({ kind: 'applied' })
    const { status, expiresAt } = await prisma.order.findUniqueOrThrow({ where: { id } })
    expect({ status, expiresAt }).toEqual({ status: 'pending', expiresAt: later(NOON, 24 * 60) })
    expect(await prisma.link.findUniqueOrThrow({ where: { id: link.id }, select: { heldCount: true } })).toEqual({ heldCount: 1 })
    expect(await logOf(scope)).toHaveLength(1)
  })
})

const logOf = async ({ merchantId }: { merchantId: string }) => await prisma.confirmation.findMany({ where: { merchantId }, select: { number: true, type: true, facts: true } })
const statusOf = async (id: string) => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
