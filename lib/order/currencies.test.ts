import { expect, it } from 'vitest'
import { notificationBody } from '@/lib/webhook/payload'
import { cureDifference } from '@/lib/confirmation/money/cure-difference'
import { noteSecondPayment } from '@/lib/confirmation/money/note-second-payment'
import { findOrderMoney } from '@/lib/confirmation/queries'
import { confirmPayment } from '@/lib/confirmation/confirm-payment'
import { findCheckoutLink } from '@/lib/checkout/queries'
import { placeOrder } from '@/lib/checkout/place-order'
import { createLink } from '@/lib/link/create-link'
import { createLinkSchema } from '@/lib/link/schema'
import { reconcile } from '@/lib/ledger/reconcile'
import { findOrderEvents } from '@/lib/notification/store'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { findExpectedAmounts, listExpectingOrders, listPool } from '@/lib/money-in/expected/store'
import type { Currency } from '@/lib/money/money'
import { findRecap } from '@/lib/recap/queries'
import { recapDay } from '@/lib/recap/rules'
import { refundOrder } from '@/lib/refund/refund-order'
import { refundOrderSchema } from '@/lib/refund/schema'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, linkInput, makeLink, makeOrder, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { announce } from './announce'
import { countOrdersOfLink } from '@/lib/rollup/numbers/store'

/** A shop that sells in several currencies: no sum, cure or match ever mixes them. */

useTestDatabase()

const PRICES = { IDR: ['85.000', 85_000], USD: ['4.35', 435], JPY: ['1,200', 1_200], KWD: ['4.350', 4_350] } as const satisfies Partial<Record<Currency, readonly [string, number]>>
const SOLD = Object.keys(PRICES) as (keyof typeof PRICES)[]

async function sell(scope: MerchantScope, currency: keyof typeof PRICES, { method = 'credit_card', isPaid = true } = {}) {
  const [price, amount] = PRICES[currency]
  const link = await makeLink(scope, { currency, usageLimit: null, items: [{ name: `Mug ${currency}`, price, quantity: 1 }] })
  const { id } = await makeOrder(link.slug, { method, amount })
  if (isPaid) await announce({ orderId: id, news: 'settle', actor: 'rail', at: later(NOON, 1) })
  return { id, link, amount }
}
const day = recapDay(undefined, { timeZone: 'Asia/Jakarta', at: NOON })

it('sums the day, each currency by itself', async () => {
  const scope = await makeShop()
  for (const currency of [...SOLD, 'USD'] as const) await sell(scope, currency)
  await sell(scope, 'JPY', { isPaid: false })
  const { paid, unpaid, toPack } = await findRecap(scope, day, later(NOON, 2))
  const totals = [{ currency: 'USD', amount: 870 }, { currency: 'IDR', amount: 85_000 }, { currency: 'JPY', amount: 1_200 }, { currency: 'KWD', amount: 4_350 }]
  expect(paid).toMatchObject({ count: 5, totals })
  expect(unpaid).toMatchObject({ count: 1, totals: [{ currency: 'JPY', amount: 1_200 }] })
  expect(toPack.totals).toEqual(totals)
})

it('refunds a part in the order’s own decimals, and tells receivers so', async () => {
  const scope = await makeShop()
  const { id, link } = await sell(scope, 'USD')
  const wish = { orderId: id, refundKey: 'R-1', amount: '1.10', currency: 'USD', reason: 'Retak', channel: 'manual' }
  expect(await refundOrder(scope, refundOrderSchema.parse(wish), later(NOON, 2))).toMatchObject({ ok: true })
  expect(await countOrdersOfLink(scope, link.id, later(NOON, 3))).toMatchObject({ paidAmount: 325 })
  const events = await prisma.orderEvent.findMany({ where: { orderId: id }, orderBy: { id: 'asc' } })
  const told = await findOrderEvents(sql, events.map((event) => String(event.id)))
  expect(notificationBody(told[2] ?? fail(), 'key')).toMatchObject({ currency: 'USD', gross_amount: '4.35', refund_amount: '1.10', refunds: [{ refund_amount: '1.10' }] })
})

it('refuses a refund, and a second payment, that were typed in another currency', async () => {
  const scope = await makeShop()
  const { id } = await sell(scope, 'USD')
  const wish = refundOrderSchema.parse({ orderId: id, refundKey: 'R-1', amount: '100', currency: 'JPY', reason: 'x', channel: 'manual' })
  expect(await refundOrder(scope, wish, NOON)).toMatchObject({ error: { fields: { amount: 'otherCurrency' } } })
  expect(await noteSecondPayment(scope, { id, received: 100, currency: 'JPY', moveTo: null }, NOON)).toMatchObject({ error: { fields: { received: 'otherCurrency' } } })
})

it('offers only what takes the currency, and refuses a link that nothing can carry', async () => {
  const scope = await makeShop()
  const { link } = await sell(scope, 'KWD')
  expect((await findCheckoutLink(link.slug))?.methods).toEqual(['credit_card'])
  expect(await placeOrder(orderWish(link.slug, { method: 'bca_va', amount: 4_350 }), NOON)).toMatchObject({ kind: 'invalid', fields: { method: 'methodRequired' } })

  const live = liveScope(await makeShop())
  await makeAccount(live, 'bank', { minimumAmount: 10_000 })
  const create = (overrides: object) => createLink(live, createLinkSchema.parse(linkInput({ currency: 'USD', items: [{ name: 'Mug', price: '4.35', quantity: 1 }], ...overrides })), { timeZone: 'Asia/Jakarta', at: NOON })
  expect(await create({})).toMatchObject({ ok: false, error: { fields: { currency: 'noAccountForCurrency' } } })
  // The account's limits are of rupiah and say nothing of dollars.
  await makeAccount(live, 'custom', { minimumAmount: 10_000, maximumAmount: 20_000 })
  expect(await create({})).toMatchObject({ ok: true })
  expect(await create({ paymentMethods: ['own_transfer'] })).toMatchObject({ error: { fields: { paymentMethods: 'noAccountForAmount' } } })
})

it('sells abroad without unique codes, cures in the same currency, and never matches the bank’s rupiah', async () => {
  const live = liveScope(await makeShop())
  const [bank, custom] = [await makeAccount(live, 'bank'), await makeAccount(live, 'custom')]
  const order = async (currency: keyof typeof PRICES) => {
    const [price, amount] = PRICES[currency]
    const link = await makeLink(live, { currency, usageLimit: null, items: [{ name: 'Mug', price, quantity: 1 }] })
    const { id } = await makeOrder(link.slug, { method: `custom:${custom.id}`, amount })
    return { id, amount }
  }
  const [dollars, more, yen] = [await order('USD'), await order('USD'), await order('JPY')]
  expect(await prisma.order.findUnique({ where: { id: dollars.id } })).toMatchObject({ amount: 435n, uniqueCode: 0, needsMatching: false, currency: 'USD' })
  // Even an order that somehow hung on the bank's account would be none that its rupiah could pay.
  await prisma.$executeRaw`UPDATE orders SET account_id = ${bank.id}::uuid WHERE id = ${yen.id}::uuid`
  expect(await listPool(live, bank.id, { from: NOON, until: NOON })).toEqual([])
  expect(await listExpectingOrders(bank.id, yen.amount)).toEqual([])
  expect(await findExpectedAmounts(bank.id, [yen.amount])).toEqual(new Set())

  await confirmPayment(live, { orderId: dollars.id, facts: {}, received: 400, at: NOON })
  expect(await cureDifference(live, { id: dollars.id, cure: 'remainder' }, NOON)).toMatchObject({ ok: true })
  const money = await findOrderMoney(live, dollars.id)
  expect(await findCheckoutLink(money?.remainderSlug ?? '')).toMatchObject({ amount: 35, currency: 'USD' })
  // Of the same customer's open orders, only the one in dollars can take dollars.
  expect(money?.targets.map(({ id }) => id)).toEqual([more.id])
  expect(await noteSecondPayment(live, { id: dollars.id, received: 1_200, moveTo: yen.id }, NOON)).toMatchObject({ error: { message: 'moveTarget' } })
})

it('and the books agree', async () => {
  const { differences, balances } = await reconcile()
  expect(differences).toEqual([])
  expect(new Set(balances.map(({ currency }) => currency))).toEqual(new Set(SOLD))
})

function fail(): never {
  throw new Error('no event')
}
