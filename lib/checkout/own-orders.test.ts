import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { updateLink } from '@/lib/link/update-link'
import { announce } from '@/lib/order/announce'
import { expireDueOrders } from '@/lib/order/store'
import { readQris } from '@/lib/payment/qris'
import type { MerchantScope } from '@/lib/shop/scope'
import { NOON, later, makeLink, makeOrder, makeShop, orderWish, wishedLink } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { choicesOf } from './choice'
import { placeOrder } from './place-order'
import { inTransaction } from '@/lib/database/sql'
import { newRowId, secretToken } from '@/lib/platform/ids'
import { findFreeCode, insertHeldOrder, lockAccountInUse } from './hold/store'
import { findAccountsInUse, findCheckoutLink, findCheckoutOrder } from './queries'

useTestDatabase()

const HOURS = 60
const makeLiveShop = async (): Promise<MerchantScope> => liveScope(await makeShop())
const orderOf = async (id: string) => await prisma.order.findUniqueOrThrow({ where: { id }, include: { code: true } })
const codesOf = async (linkId: string) =>
  (await prisma.order.findMany({ where: { linkId }, orderBy: { uniqueCode: 'asc' } })).map(({ uniqueCode }) => uniqueCode)
const ADDRESS = { name: '', phone: '', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '40123', note: 'Pagar hijau' }

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

describe('the account of an order', () => {
  const refused = async (method: string, prepare: (scope: MerchantScope) => Promise<string>) => {
    const scope = await makeLiveShop()
    const id = await prepare(scope)
    // Without any way that can be used no link could be made.
    await makeAccount(scope, 'custom')
    const link = await makeLink(scope, { usageLimit: null })
    const answer = await placeOrder(orderWish(link.slug, { method: `${method}:${id}` }), NOON)
    expect(await prisma.order.count({ where: { linkId: link.id } })).toBe(0)
    return answer
  }

  it.each([
    ['is switched off', 'own_transfer', async (scope: MerchantScope) => (await makeAccount(scope, 'bank', { isOn: false })).id],
    ['was deleted', 'own_transfer', async (scope: MerchantScope) => {
      const { id } = await makeAccount(scope, 'bank')
      await prisma.receivingAccount.update({ where: { id }, data: { deletedAt: NOON } })
      return id
    }],
    ['is of another shop', 'own_transfer', async () => (await makeAccount(await makeLiveShop(), 'bank')).id],
    ['is of another kind', 'own_transfer', async (scope: MerchantScope) => (await makeAccount(scope, 'qris')).id],
    ['never was', 'own_qris', () => Promise.resolve(randomUUID())],
  ])('is refused when it %s', async (_, method, prepare) => {
    expect(await refused(method, prepare)).toMatchObject({ kind: 'invalid', fields: { method: 'methodGone' } })
  })

  it('carries the amounts that the seller said and no others, to the rupiah', async () => {
    const scope = await makeLiveShop()
    const { id } = await makeAccount(scope, 'bank', { minimumAmount: 20_000, maximumAmount: 50_000 })
    const link = await wishedLink(scope, { openAmount: { minimum: 1_000, maximum: 100_000, preset: null } })
    for (const [amount, expected] of [[19_999, 'invalid'], [20_000, 'placed'], [50_000, 'placed'], [50_001, 'invalid']] as const) {
      expect(await placeOrder(orderWish(link.slug, { method: `own_transfer:${id}`, amount }), NOON), String(amount)).toMatchObject({ kind: expected })
    }
  })

  it('is read when the order is placed, whatever an outdated link says', async () => {
    const scope = await makeLiveShop()
    const { id } = await makeAccount(scope, 'bank')
    const made = await makeLink(scope, { usageLimit: null })
    const link = await findCheckoutLink(made.slug)
    if (!link) throw new Error('no link')
    await prisma.receivingAccount.update({ where: { id }, data: { details: { kind: 'bank', bank: 'BRI', number: '999', holder: 'Melati' } } })
    const order = await orderOf((await makeOrder(made.slug, { method: `own_transfer:${id}`, link })).id)
    expect(order.instructions).toMatchObject({ bank: 'BRI', number: '999' })
    await prisma.receivingAccount.update({ where: { id }, data: { isOn: false } })
    expect(await placeOrder(orderWish(made.slug, { method: `own_transfer:${id}`, link }), NOON)).toMatchObject({ kind: 'invalid', fields: { method: 'methodGone' } })
  })

  it('must be of a way that the link offers, and a link of test mode offers none', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'bank')
    await makeAccount(scope, 'qris')
    const onlyQris = await makeLink(scope, { paymentMethods: ['own_qris'] })
    const inTest = await makeLink({ ...scope, mode: 'test' })
    const anyWay = await makeLink(scope, { usageLimit: null })
    expect(await placeOrder(orderWish(onlyQris.slug, { method: 'own_transfer' }), NOON)).toMatchObject({ kind: 'invalid' })
    expect(await placeOrder(orderWish(inTest.slug, { method: 'own_transfer' }), NOON)).toMatchObject({ kind: 'invalid' })
    expect(await placeOrder(orderWish(anyWay.slug, { method: 'bca_va' }), NOON)).toMatchObject({ kind: 'invalid' })
  })
})

describe('pay on delivery', () => {
  it('keeps where the goods go, and takes name and number of whoever orders when no other is named', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'cod')
    const link = await makeLink(scope, { usageLimit: null })
    const { id, token } = await makeOrder(link.slug, { method: 'cod', shippingAddress: ADDRESS })
    expect(await orderOf(id)).toMatchObject({
      amount: 85_000n, uniqueCode: 0, needsMatching: false,
      shippingAddress: { name: 'Sari Wulandari', phone: '0812-3456-7890', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '40123', note: 'Pagar hijau' },
    })
    const page = await findCheckoutOrder(link.slug, token, NOON)
    expect(page?.shipsTo).toEqual({ name: 'Sari Wulandari', city: 'Bandung' })
    expect(JSON.stringify(page)).not.toContain('Kenanga')
  })

  it('is not placed without a street, a city, a name and a number', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'cod')
    const link = await wishedLink(scope, { customerQuestions: { required: [] } })
    const wish = orderWish(link.slug, { method: 'cod', customer: { name: '', phone: '', email: '' } })
    expect(await placeOrder(wish, NOON)).toMatchObject({ kind: 'invalid', fields: { shipName: 'required', shipPhone: 'required', shipAddress: 'required', shipCity: 'required' } })
    expect(await placeOrder({ ...wish, shippingAddress: { ...ADDRESS, name: 'Budi', phone: '0813' } }, NOON)).toMatchObject({ kind: 'placed' })
  })

  it('keeps no address for other ways, whatever was typed', async () => {
    const scope = await makeLiveShop()
    await makeAccount(scope, 'custom')
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug, { method: 'custom', shippingAddress: ADDRESS })
    expect(await orderOf(id)).toMatchObject({ shippingAddress: null, needsMatching: false, uniqueCode: 0, instructions: { kind: 'custom' } })
  })
})
