import { expect, it } from 'vitest'
import { placeOrder } from '@/lib/checkout/place-order'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { prisma } from '@/lib/database/client'
import type { CreateLinkInput } from '@/lib/link/schema'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { confirmPayment } from '../confirm-payment'
import { cureDifference } from './cure-difference'
import { findOrderMoney } from './store'

useTestDatabase()

async function paidLess(scope: MerchantScope, received: number, link: Partial<CreateLinkInput>, method: string): Promise<string> {
  const { id } = await makeOrder((await makeLink(scope, { usageLimit: 5, ...link })).slug, { method, shippingAddress: { name: 'Sari', phone: '0812', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '', note: '' } })
  await confirmPayment(scope, { orderId: id, facts: {}, received, at: NOON })
  return id
}

async function restOf(scope: MerchantScope, id: string) {
  const answer = await cureDifference(scope, { id, cure: 'remainder' }, NOON)
  const link = await findCheckoutLink((await findOrderMoney(scope, id))?.remainderSlug ?? '')
  return { answer, link }
}

it('the rest goes to no account that the first link left out, whatever the form says', async () => {
  const scope = liveScope(await makeShop())
  const [bca, mandiri] = [await makeAccount(scope, 'bank'), await makeAccount(scope, 'bank', { label: 'Mandiri' })]
  const { link } = await restOf(scope, await paidLess(scope, 50_000, { accountsOff: [bca.id] }, `own_transfer:${mandiri.id}`))
  expect(link).toMatchObject({ mode: 'live', amount: 35_001, accountsOff: [bca.id] })
  const pay = async (account: string) => await placeOrder(orderWish(link?.slug ?? '', { amount: 35_001, method: `own_transfer:${account}` }), NOON)
  expect(await pay(bca.id)).toMatchObject({ kind: 'invalid', fields: { method: 'methodGone' } })
  expect(await pay(mandiri.id)).toMatchObject({ kind: 'placed' })
})

it('is paid in the ways of the first link, and in any other where these take no such amount', async () => {
  const scope = liveScope(await makeShop())
  await makeAccount(scope, 'bank', { minimumAmount: 20_000 })
  await makeAccount(scope, 'qris')
  const rest = async (received: number) => (await restOf(scope, await paidLess(scope, received, { paymentMethods: ['own_transfer'] }, 'own_transfer'))).link?.methods
  expect(await rest(50_000)).toEqual(['own_transfer'])
  expect(await rest(84_000)).toEqual(['own_qris', 'own_transfer', 'custom'])
})

it('is not sent by courier once more', async () => {
  const scope = liveScope(await makeShop())
  await makeAccount(scope, 'cod')
  await makeAccount(scope, 'qris')
  const { link } = await restOf(scope, await paidLess(scope, 50_000, { paymentMethods: ['cod', 'own_qris'] }, 'cod'))
  expect(link?.methods).toEqual(['own_qris'])
  // Neither where the first link left everything open.
  const open = await restOf(scope, await paidLess(scope, 50_000, {}, 'cod'))
  expect(open.link?.methods).toEqual(['own_qris', 'own_transfer', 'custom'])
})

it('gets no link that nobody could pay: the seller is told, and the difference stays', async () => {
  const scope = liveScope(await makeShop())
  const [small, large] = [await makeAccount(scope, 'qris'), await makeAccount(scope, 'bank', { minimumAmount: 20_000 })]
  const id = await paidLess(scope, 84_000, { accountsOff: [small.id] }, `own_transfer:${large.id}`)
  expect(await restOf(scope, id)).toEqual({ answer: { ok: false, error: { kind: 'conflict', message: 'remainderUnpayable' } }, link: null })
  expect((await findOrderMoney(scope, id))?.odd).toEqual({ kind: 'less', by: 1_001 })
  expect(await prisma.confirmation.count({ where: { orderId: id } })).toBe(1)
})
