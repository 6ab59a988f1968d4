import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import { updateLink } from '@/lib/link/update-link'
import { announce } from '@/lib/order/announce'
import { expireDueOrders } from '@/lib/order/store'
import { readQris } from '@/lib/payment/qris'
import { newRowId, secretToken } from '@/lib/platform/ids'
import { NOON, later, makeLink, makeOrder, orderWish, wishedLink } from '@/prisma/testing/factories'
import { codesOf, makeLiveShop, orderOf } from '@/prisma/testing/own-orders'
import { makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { choicesOf } from './choice'
import { findFreeCode, insertHeldOrder, lockAccountInUse } from './hold/store'
import { placeOrder } from './place-order'
import { findAccountsInUse, findCheckoutLink, findCheckoutOrder } from './queries'

useTestDatabase()

const HOURS = 60

describe('orders that are paid to the shop itself', () => {
  it('add a code to a transfer and take it off a QRIS payment, the lowest that is free, with the items as they were', async () => {
    const scope = await makeLiveShop()
    const [bank, qris] = [await makeAccount(scope, 'bank'), await makeAccount(scope, 'qris')]
    const link = await makeLink(scope, { usageLimit: null })
    const transfers = [await makeOrder(link.slug, { method: `own_transfer:${bank.id}` }), await makeOrder(link.slug, { method: `own_transfer:${bank.id}` })]
    const [first, second] = await Promise.all(transfers.map(({ id }) => orderOf(id)))
    expect(first).toMatchObject({ amount: 85_001n, uniqueCode: 1, accountId: bank.id, needsMatching: false, items: [{ price: 85_000, quantity: 1 }], code: { amount: 85_001n, accountId: bank.id, heldUntil: null } })
    expect(second).toMatchObject({ amount: 85_002n, uniqueCode: 2 })
    const order = await orderOf((await makeOrder(link.slug, { method: `own_qris:${qris.id}` })).id)
    expect(order).toMatchObject({ amount: 84_999n, uniqueCode: -1, items: [{ price: 85_000 }] })
    expect(readQris((order.instructions as { payload: string }).payload)).toMatchObject({ ok: true, qris: { amount: 84_999 } })
    const page = await findCheckoutOrder(link.slug, order.token, NOON)
    expect(page).toMatchObject({ amount: 84_999, uniqueCode: -1, instructions: { kind: 'ownQr', label: 'QRIS', nmid: 'ID1020000000001' } })
  })

  it('never expect one amount twice on an account, whatever the prices', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'bank')
    const cheap = await makeLink(scope, { usageLimit: null, items: [{ name: 'Kaos', price: '84.999', quantity: 1 }] })
    const dear = await makeLink(scope, { usageLimit: null })
    const two = await makeOrder(cheap.slug, { method: 'own_transfer', amount: 84_999 }) // 85,000
    const three = await makeOrder(cheap.slug, { method: 'own_transfer', amount: 84_999 }) // 85,001
    const other = await makeOrder(dear.slug, { method: 'own_transfer' })
    expect((await Promise.all([two, three, other].map(({ id }) => orderOf(id)))).map(({ amount }) => amount)).toEqual([85_000n, 85_001n, 85_002n])
  })

  it('keep the accounts of a shop apart: each counts for itself', async () => {
    const scope = await makeLiveShop()
    const accounts = [await makeAccount(scope, 'bank'), await makeAccount(scope, 'bank', { label: 'Mandiri' })]
    const link = await makeLink(scope, { usageLimit: null })
    for (const { id } of accounts) await makeOrder(link.slug, { method: `own_transfer:${id}` })
    expect(await codesOf(link.id)).toEqual([1, 1])
  })

  it.each([
    ['paid', async (id: string, at: Date) => void (await announce({ orderId: id, news: 'settle', actor: 'seller', at }))],
    ['cancelled', async (id: string, at: Date) => void (await announce({ orderId: id, news: 'cancel', actor: 'customer', at }))],
  ])('hold the code of an order that is %s for 72 hours more', async (_, end) => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'bank')
    const link = await makeLink(scope, { usageLimit: null })
    const first = await makeOrder(link.slug, { method: 'own_transfer' })
    await end(first.id, later(NOON, 60))
    expect((await orderOf(first.id)).code?.heldUntil).toEqual(later(NOON, 60 + 72 * HOURS))
    const place = async (minutes: number) => (await orderOf((await makeOrder(link.slug, { method: 'own_transfer' }, later(NOON, minutes))).id)).uniqueCode
    expect(await place(60 + 72 * HOURS - 1)).toBe(2)
    expect(await place(60 + 72 * HOURS)).toBe(1)
  })

  it('hold the codes of orders that ran out of time, from the moment that it was written down', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'bank')
    const link = await makeLink(scope, { usageLimit: null })
    const first = await makeOrder(link.slug, { method: 'own_transfer' })
    const over = later(NOON, 25 * HOURS)
    expect((await orderOf((await makeOrder(link.slug, { method: 'own_transfer' }, over)).id)).uniqueCode).toBe(2)
    expect(await expireDueOrders({ at: over, limit: 100, linkId: link.id })).toBe(1)
    expect((await orderOf(first.id)).code?.heldUntil).toEqual(later(over, 72 * HOURS))
    const place = async (at: Date) => (await orderOf((await makeOrder(link.slug, { method: 'own_transfer' }, at)).id)).uniqueCode
    expect(await place(later(over, 1))).toBe(3)
    expect(await place(later(over, 72 * HOURS))).toBe(1)
  })

  it('keep the code while the shop looks, and when it finds nothing yet', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'bank')
    const link = await makeLink(scope, { usageLimit: null })
    const { id } = await makeOrder(link.slug, { method: 'own_transfer' })
    await announce({ orderId: id, news: 'claim', actor: 'customer', at: later(NOON, 1) })
    expect((await orderOf(id)).code?.heldUntil).toBeNull()
    await announce({ orderId: id, news: 'reject', actor: 'seller', at: later(NOON, 2) })
    expect((await orderOf(id)).code?.heldUntil).toBeNull()
  })

  it('take no code off a QRIS amount that it could swallow, and leave the money to a person', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'qris')
    for (const price of [1, 999]) {
      const link = await wishedLink(scope, { items: [{ name: 'Stiker', price, quantity: 1 }] })
      const { id } = await makeOrder(link.slug, { method: 'own_qris', amount: price })
      expect(await orderOf(id)).toMatchObject({ amount: BigInt(price), uniqueCode: 0, needsMatching: true, code: null })
    }
    const link = await wishedLink(scope, { items: [{ name: 'Stiker', price: 1_000, quantity: 1 }] })
    expect(await orderOf((await makeOrder(link.slug, { method: 'own_qris', amount: 1_000 })).id)).toMatchObject({ amount: 998n, uniqueCode: -2 })
  })

  it('give 2,000 customers at once no amount twice: 999 codes, the rest marked', async () => {
    const scope = await makeLiveShop()
    const account = await makeAccount(scope, 'bank')
    const link = await makeLink(scope, { usageLimit: null })
    const answers = await Promise.all(Array.from({ length: 2_000 }, () => placeOrder(orderWish(link.slug, { method: `own_transfer:${account.id}` }), NOON)))
    expect(answers.filter(({ kind }) => kind === 'placed')).toHaveLength(2_000)
    const held = await prisma.paymentCode.findMany({ where: { accountId: account.id, heldUntil: null } })
    expect(held).toHaveLength(999)
    expect(new Set(held.map(({ amount }) => amount)).size).toBe(999)
    expect(await prisma.order.count({ where: { linkId: link.id, needsMatching: true, uniqueCode: 0, amount: 85_000 } })).toBe(1_001)
    expect(await prisma.order.count({ where: { linkId: link.id, needsMatching: false, uniqueCode: { gte: 1, lte: 999 } } })).toBe(999)
    // Another price whose codes would reach the amount that 1,001 orders expect goes around it.
    const near = await wishedLink(scope, { items: [{ name: 'Kaos', price: 84_999, quantity: 1 }] })
    expect(await orderOf((await makeOrder(near.slug, { method: 'own_transfer', amount: 84_999 })).id)).toMatchObject({ needsMatching: true, amount: 84_999n })
  }, 120_000)

  it('go to no account that the link does not take, whatever the form says', async () => {
    const scope = await makeLiveShop()
    const [bca, mandiri] = [await makeAccount(scope, 'bank'), await makeAccount(scope, 'bank', { label: 'Mandiri' })]
    const link = await makeLink(scope, { usageLimit: null, accountsOff: [bca.id] })
    expect(await placeOrder(orderWish(link.slug, { method: `own_transfer:${bca.id}` }), NOON)).toMatchObject({ kind: 'invalid', fields: { method: 'methodGone' } })
    // Without a word on which: the oldest of those that it takes.
    expect(await orderOf((await makeOrder(link.slug, { method: 'own_transfer' })).id)).toMatchObject({ accountId: mandiri.id })
    const open = await findCheckoutLink(link.slug)
    expect(open && choicesOf(open, await findAccountsInUse(scope.merchantId)).map(({ label }) => label)).toEqual(['Mandiri'])
  })

  it('go to no account that was turned off for the link since its page was read', async () => {
    const scope = await makeLiveShop()
    const account = await makeAccount(scope, 'bank')
    await makeAccount(scope, 'bank', { label: 'Mandiri' })
    const made = await makeLink(scope, { usageLimit: null })
    const seen = await findCheckoutLink(made.slug)
    if (!seen) throw new Error('no link')
    expect(await updateLink(scope, seen.orderId, () => ({ accountsOff: [account.id] }), NOON)).toEqual({ kind: 'edited' })
    expect(await placeOrder({ ...orderWish(made.slug, { method: `own_transfer:${account.id}` }), link: seen }, NOON)).toMatchObject({ kind: 'invalid', fields: { method: 'methodGone' } })
    expect(await prisma.order.count({ where: { linkId: made.id } })).toBe(0)
  })

  it('wait for each other in the database too, where other processes place orders', async () => {
    const scope = await makeLiveShop()
    const account = await makeAccount(scope, 'bank')
    const made = await makeLink(scope, { usageLimit: null })
    const link = await findCheckoutLink(made.slug)
    if (!link) throw new Error('no link')
    const choice = { merchantId: scope.merchantId, kind: 'bank', id: null, except: [] as string[] } as const
    const place = async () => await inTransaction(async (on) => {
      await lockAccountInUse(on, choice, { isAlone: true })
      const uniqueCode = (await findFreeCode(on, { accountId: account.id, price: 85_000, way: 'added', largest: 999, at: NOON })) ?? 0
      const token = secretToken()
      await insertHeldOrder({
        id: newRowId(NOON.getTime()), token, submissionId: randomUUID(), link, price: 85_000, paymentMethod: 'own_transfer', instructions: { kind: 'card' },
        customer: { name: 'Sari', email: null, phone: null }, locale: 'id', expiresAt: later(NOON, 60), at: NOON,
        own: { accountId: account.id, uniqueCode, needsMatching: false, shippingAddress: null },
      }, on)
      return uniqueCode
    })
    const codes = await Promise.all(Array.from({ length: 40 }, place))
    expect(codes.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  it('make one order of a form that was sent ten times at once', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'bank')
    const link = await makeLink(scope, { usageLimit: 10 })
    const wish = orderWish(link.slug, { method: 'own_transfer' })
    const answers = await Promise.all(Array.from({ length: 10 }, () => placeOrder(wish, NOON)))
    expect(new Set(answers.map((answer) => answer.kind === 'placed' && answer.token)).size).toBe(1)
    expect(await codesOf(link.id)).toEqual([1])
  })
})
