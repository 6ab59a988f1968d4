import { expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { refundOrder } from '@/lib/refund/refund-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { confirmPayment } from '../confirm-payment'
import { cureDifference } from './cure-difference'
import { findOpenRest, findOrderMoney, findPaidRest } from './store'

useTestDatabase()

/** An order of 85.000 for which 50.000 came, and one of its link for the rest. */
async function paidInPart(scope: MerchantScope) {
  const first = await makeOrder((await makeLink(scope, { usageLimit: 5 })).slug)
  await confirmPayment(scope, { orderId: first.id, facts: {}, received: 50_000, at: NOON })
  await cureDifference(scope, { id: first.id, cure: 'remainder' }, NOON)
  const slug = (await findOrderMoney(scope, first.id))?.remainderSlug ?? ''
  const rest = await makeOrder(slug, { amount: 35_000 })
  const { orderId } = await prisma.order.findUniqueOrThrow({ where: { id: rest.id } })
  return { first: first.id, rest: { id: rest.id, orderId } }
}
const moneyOf = async (scope: MerchantScope, id: string) => await findOrderMoney(scope, id)
const LESS = { kind: 'less', by: 35_000 }

it('is missing until the order of its link is paid, and then needs nobody any more', async () => {
  const scope = await makeShop()
  const { first, rest } = await paidInPart(scope)
  expect(await moneyOf(scope, first)).toMatchObject({ odd: LESS, rest: null, restOf: null })
  await confirmPayment(scope, { orderId: rest.id, facts: {}, at: NOON })
  expect(await moneyOf(scope, first)).toMatchObject({ odd: null, rest: { ...rest, amount: 35_000, isShort: false } })
  expect((await moneyOf(scope, rest.id))?.restOf?.id).toBe(first)
  // Neither a second link nor "as it is": a page that was open meanwhile hears that nothing is left.
  for (const cure of ['accept', 'remainder', 'refund'] as const) expect(await cureDifference(scope, { id: first, cure }, NOON)).toMatchObject({ error: { kind: 'conflict', message: 'moneyNotOdd' } })
  expect(await prisma.order.findUnique({ where: { id: first } })).toMatchObject({ status: 'paid', amount: 50_000n, expectedAmount: 85_000n })
})

it('can be paid from the first order’s page while it is missing, and neither before its link nor after', async () => {
  const scope = await makeShop()
  const whole = await makeOrder((await makeLink(scope)).slug)
  await confirmPayment(scope, { orderId: whole.id, facts: {}, received: 50_000, at: NOON })
  expect(await findOpenRest(whole.id)).toBeNull()
  const { first, rest } = await paidInPart(scope)
  const slug = (await moneyOf(scope, first))?.remainderSlug
  expect(await findOpenRest(first)).toEqual({ slug, amount: 35_000 })
  await prisma.link.updateMany({ where: { slug: slug ?? '' }, data: { state: 'paused' } })
  expect(await findOpenRest(first)).toBeNull()
  await prisma.link.updateMany({ where: { slug: slug ?? '' }, data: { state: 'active' } })
  await confirmPayment(scope, { orderId: rest.id, facts: {}, at: NOON })
  expect(await findOpenRest(first)).toBeNull()
  const accepted = await paidInPart(scope)
  await cureDifference(scope, { id: accepted.first, cure: 'accept' }, NOON)
  expect(await findOpenRest(accepted.first)).toBeNull()
})

it('is settled where it was short once more: the second order says so', async () => {
  const scope = await makeShop()
  const { first, rest } = await paidInPart(scope)
  await confirmPayment(scope, { orderId: rest.id, facts: {}, received: 20_000, at: NOON })
  expect(await moneyOf(scope, first)).toMatchObject({ odd: null, rest: { amount: 20_000, isShort: true } })
  expect((await moneyOf(scope, rest.id))?.odd).toEqual({ kind: 'less', by: 15_000 })
})

it('is missing again once the rest was sent back, and while it came too late', async () => {
  const scope = await makeShop()
  const { first, rest } = await paidInPart(scope)
  await confirmPayment(scope, { orderId: rest.id, facts: {}, at: NOON })
  expect(await refundOrder(scope, { orderId: rest.id, amount: 35_000, reason: 'salah', channel: 'manual', refundKey: 'rest-back' }, NOON)).toMatchObject({ ok: true })
  expect(await moneyOf(scope, first)).toMatchObject({ odd: LESS, rest: null })

  const late = await paidInPart(scope)
  await announce({ orderId: late.rest.id, news: 'cancel', actor: 'customer', at: NOON })
  await confirmPayment(scope, { orderId: late.rest.id, facts: {}, at: NOON })
  expect(await prisma.order.findUnique({ where: { id: late.rest.id } })).toMatchObject({ status: 'paid_late' })
  expect(await moneyOf(scope, late.first)).toMatchObject({ odd: LESS, rest: null })
})

it('comes with no order of another shop, whatever its link says of itself', async () => {
  const [scope, stranger] = [await makeShop(), await makeShop()]
  const { first } = await paidInPart(scope)
  const { id, slug } = await makeLink(stranger)
  await prisma.link.update({ where: { id }, data: { submissionId: first } })
  const theirs = await makeOrder(slug)
  await confirmPayment(stranger, { orderId: theirs.id, facts: {}, at: NOON })
  expect(await findPaidRest(first)).toBeNull()
  expect((await moneyOf(stranger, theirs.id))?.restOf).toBeNull()
})
