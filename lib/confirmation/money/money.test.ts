import { describe, expect, it } from 'vitest'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { reconcile } from '@/lib/ledger/reconcile'
import { prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { auditConfirmations } from '../audit'
import { confirmPayment } from '../confirm-payment'
import { insertConfirmation } from '../store'
import { cureDifference } from './cure-difference'
import { noteSecondPayment } from './note-second-payment'
import { findOrderMoney } from './store'

useTestDatabase()

const SARI = { name: 'Sari Wulandari', phone: '0812-3456-7890', email: 'sari@example.com' }

async function settled(scope: MerchantScope, received: number) {
  const { id } = await makeOrder((await makeLink(scope, { usageLimit: 5 })).slug, { customer: SARI })
  await confirmPayment(scope, { orderId: id, facts: {}, received, at: NOON })
  return id
}
const moneyOf = async (scope: MerchantScope, id: string) => {
  const money = await findOrderMoney(scope, id)
  if (!money) throw new Error('no order')
  return money
}
const typesOf = async (id: string) => (await prisma.confirmation.findMany({ where: { orderId: id }, orderBy: { number: 'asc' } })).map(({ type }) => type)
const conflict = (message: string) => ({ ok: false, error: { kind: 'conflict', message } })

describe('less than was asked', () => {
  it('gets one link for the rest, in the customer’s name, however often it is asked for', async () => {
    const scope = await makeShop()
    const id = await settled(scope, 50_000)
    expect((await moneyOf(scope, id)).odd).toEqual({ kind: 'less', by: 35_000 })
    const answers = await Promise.all(Array.from({ length: 5 }, () => cureDifference(scope, { id, cure: 'remainder' }, NOON)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const { remainderSlug } = await moneyOf(scope, id)
    expect(await findCheckoutLink(remainderSlug ?? '')).toMatchObject({ amount: 35_000, name: 'Kekurangan Kerudung voal motif', usageLimit: 1, customer: { firstName: 'Sari Wulandari', phone: SARI.phone } })
    expect(await typesOf(id)).toEqual(['confirmed', 'remainder'])
    await cureDifference(scope, { id, cure: 'accept' }, NOON)
    expect((await moneyOf(scope, id)).confirmations.map(({ type }) => type)).toEqual(['accepted', 'remainder', 'confirmed'])
  })

  it('a link for the rest is told as one where it was written down as accepted', async () => {
    const scope = await makeShop()
    const id = await settled(scope, 50_000)
    await inTransaction((on) => insertConfirmation(on, scope, { orderId: id, type: 'accepted', facts: { remainder: 'abc' }, at: NOON }))
    expect((await moneyOf(scope, id)).confirmations.map(({ type }) => type)).toEqual(['remainder', 'confirmed'])
  })

  it('is taken as it is, once', async () => {
    const scope = await makeShop()
    const id = await settled(scope, 84_000)
    expect(await cureDifference(scope, { id, cure: 'refund' }, NOON)).toEqual(conflict('moneyNotOdd'))
    expect(await cureDifference(scope, { id, cure: 'accept' }, NOON)).toMatchObject({ ok: true })
    expect((await moneyOf(scope, id)).odd).toBeNull()
    expect(await cureDifference(scope, { id, cure: 'accept' }, NOON)).toEqual(conflict('moneyNotOdd'))
  })
})

describe('more than was asked', () => {
  it('goes back as a refund by hand of exactly the difference, once however many ask', async () => {
    const scope = await makeShop()
    const id = await settled(scope, 100_000)
    const answers = await Promise.all(Array.from({ length: 5 }, () => cureDifference(scope, { id, cure: 'refund' }, NOON)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await prisma.order.findUnique({ where: { id } })).toMatchObject({ status: 'partially_refunded', amount: 100_000n, refundedAmount: 15_000n })
    expect((await moneyOf(scope, id)).odd).toBeNull()
    expect(await typesOf(id)).toEqual(['confirmed', 'returned'])
  })
})

describe('money that came twice', () => {
  it('is moved to an open order of the same customer, which is paid with it', async () => {
    const scope = await makeShop()
    const id = await settled(scope, 85_000)
    const { id: other } = await makeOrder((await makeLink(scope)).slug, { customer: SARI })
    expect((await moneyOf(scope, id)).targets.map((target) => target.id)).toEqual([other])
    const answers = await Promise.all(Array.from({ length: 5 }, () => noteSecondPayment(scope, { id, received: 85_000, moveTo: other }, NOON)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await prisma.order.findUnique({ where: { id: other } }))?.status).toBe('paid')
    expect([await typesOf(id), await typesOf(other)]).toEqual([['confirmed', 'moved'], ['confirmed']])
  })

  it('never moves to another customer’s order, another shop’s, or one that is over', async () => {
    const [scope, stranger] = [await makeShop(), await makeShop()]
    const id = await settled(scope, 85_000)
    const wrong = [
      await makeOrder((await makeLink(scope)).slug, { customer: { name: 'Budi', phone: '0899-0000-1111', email: 'budi@example.com' } }),
      await makeOrder((await makeLink(stranger)).slug, { customer: SARI }),
      await makeOrder((await makeLink(scope)).slug, { customer: SARI }),
    ]
    await announce({ orderId: wrong[2]?.id ?? '', news: 'cancel', actor: 'customer', at: NOON })
    for (const order of wrong) expect(await noteSecondPayment(scope, { id, received: 85_000, moveTo: order.id }, NOON)).toEqual(conflict('moveTarget'))
    expect(await noteSecondPayment(stranger, { id, received: 85_000, moveTo: null }, NOON)).toMatchObject({ error: { kind: 'notFound' } })
  })

  it('sent back is noted; an order that is not paid has no second payment', async () => {
    const scope = await makeShop()
    const id = await settled(scope, 85_000)
    expect(await noteSecondPayment(scope, { id, received: 85_000, moveTo: null }, NOON)).toMatchObject({ ok: true })
    expect(await typesOf(id)).toEqual(['confirmed', 'returned'])
    const { id: open } = await makeOrder((await makeLink(scope)).slug)
    expect(await noteSecondPayment(scope, { id: open, received: 85_000, moveTo: null }, NOON)).toEqual(conflict('moneyNotOdd'))
  })
})

it('all of it agrees with the ledger and the log', async () => {
  expect((await reconcile()).differences).toEqual([])
  expect((await auditConfirmations()).breaks).toEqual([])
})
