import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { decideOrder } from '@/lib/order/decide-order'
import { findOrder } from '@/lib/order/queries'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findOrderMoney } from './queries'
import { receiveMoney } from './receive-money'

useTestDatabase()

const SHIPPING = { name: 'Budi', phone: '0813-1111-2222', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '', note: '' }

async function placed(method = 'cod', kind: 'cod' | 'bank' = 'cod') {
  const scope = liveScope(await makeShop())
  await makeAccount(scope, kind)
  const link = await makeLink(scope, { usageLimit: 2 })
  return { scope, ...(await makeOrder(link.slug, { method, shippingAddress: SHIPPING })) }
}

describe('receiveMoney', () => {
  it('makes an order paid that was paid on delivery, once, with who said so in the log', async () => {
    const { scope, id } = await placed()
    const answers = [await receiveMoney(scope, { id }, later(NOON, 60)), await receiveMoney(scope, { id }, later(NOON, 61))]
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect(await findOrder(scope, id, later(NOON, 62))).toMatchObject({ status: 'paid', shippingAddress: SHIPPING, byHand: ['confirm', 'refund'], refundable: { byRail: 'no', amount: 85_000 } })
    expect(await prisma.confirmation.findMany({ where: { orderId: id } })).toMatchObject([{ type: 'confirmed', actorId: scope.userId, facts: { expected: 85_000, method: 'cod', seen: 'money' } }])
  })

  it('counts money with its unique code', async () => {
    const { scope, id } = await placed('own_transfer', 'bank')
    expect(await receiveMoney(scope, { id }, NOON)).toMatchObject({ ok: true })
    expect(await findOrder(scope, id, NOON)).toMatchObject({ status: 'paid', amount: 85_001, uniqueCode: 1, instructions: { kind: 'transfer', label: 'BCA Melati' } })
  })

  it('takes what came as the amount, in the currency of the order', async () => {
    const { scope, id } = await placed()
    expect(await receiveMoney(scope, { id, received: 80_000, currency: 'USD' }, NOON)).toMatchObject({ ok: false, error: { kind: 'invalid', fields: { received: 'otherCurrency' } } })
    expect(await receiveMoney(scope, { id, received: 80_000, currency: 'IDR' }, NOON)).toMatchObject({ ok: true })
    expect(await findOrder(scope, id, NOON)).toMatchObject({ status: 'paid', amount: 80_000 })
    expect((await findOrderMoney(scope, id))?.odd).toEqual({ kind: 'less', by: 5_000 })
  })

  it('takes the price without its unique code as all of it, and says so in the log', async () => {
    const { scope, id } = await placed('own_transfer', 'bank')
    expect(await receiveMoney(scope, { id, received: 85_000, currency: 'IDR' }, NOON)).toMatchObject({ ok: true })
    expect(await findOrder(scope, id, NOON)).toMatchObject({ status: 'paid', amount: 85_000, uniqueCode: 0, refundable: { amount: 85_000 } })
    expect((await findOrderMoney(scope, id))?.odd).toBeNull()
    expect(await prisma.confirmation.findMany({ where: { orderId: id } })).toMatchObject([{ facts: { expected: 85_001, uniqueCode: 1, received: 85_000 } }])
  })

  it('is refused for what a rail collects, and for orders that are over', async () => {
    const scope = await makeShop()
    const { id } = await makeOrder((await makeLink(scope)).slug)
    expect(await receiveMoney(scope, { id }, NOON)).toMatchObject({ ok: false, error: { kind: 'conflict', message: 'orderIs.pending' } })
    const own = await placed()
    await decideOrder(own.scope, own.id, 'cancel', NOON)
    expect(await receiveMoney(own.scope, { id: own.id }, NOON)).toMatchObject({ ok: false, error: { message: 'orderIs.cancelled' } })
    expect(await prisma.confirmation.count({ where: { orderId: { in: [id, own.id] } } })).toBe(0)
  })

  it("finds nothing of another shop's, and nothing of the other mode", async () => {
    const { scope, id } = await placed()
    expect(await receiveMoney(liveScope(await makeShop()), { id }, NOON)).toMatchObject({ ok: false, error: { kind: 'notFound' } })
    expect(await receiveMoney({ ...scope, mode: 'test' }, { id }, NOON)).toMatchObject({ ok: false, error: { kind: 'notFound' } })
  })
})
