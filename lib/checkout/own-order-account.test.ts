import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, NOON, orderWish, wishedLink } from '@/prisma/testing/factories'
import { makeLiveShop, orderOf } from '@/prisma/testing/own-orders'
import { makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { placeOrder } from './place-order'
import { findCheckoutLink } from './queries'

useTestDatabase()

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
