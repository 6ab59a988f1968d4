import { describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { findOrder } from '@/lib/order/queries'
import { simulator } from '@/lib/payment/simulator'
import { reconcile } from '@/lib/ledger/reconcile'
import { NOON, makeShop, orderWish, wishedLink } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { placeOrder } from './place-order'
import { previewCard } from './preview-card'
import { findCheckoutLink, findCheckoutOrder } from './queries'

useTestDatabase()

const openAmount = { minimum: 5_000, maximum: 12_000_000, preset: 50_000 }

async function linkAt(slug: string) {
  const link = await findCheckoutLink(slug)
  if (!link) throw new Error('no link')
  return link
}

describe('a link whose customer decides the amount', () => {
  it('makes an order of the chosen amount, everywhere: order, items, rail, receipt, ledger', async () => {
    const scope = await makeShop()
    const { slug } = await wishedLink(scope, { openAmount, title: 'Donasi' })
    const start = vi.spyOn(simulator, 'start')
    const placed = await placeOrder(orderWish(slug, { amount: 77_777 }), NOON)
    if (placed.kind !== 'placed') throw new Error(placed.kind)
    expect(start).toHaveBeenLastCalledWith(expect.objectContaining({ amount: 77_777 }))
    start.mockRestore()
    const order = await findCheckoutOrder(slug, placed.token, NOON)
    expect(order).toMatchObject({ amount: 77_777, items: [{ name: 'Donasi', price: 77_777, quantity: 1 }], linkName: 'Donasi' })
    await announce({ orderId: order?.id ?? '', news: 'settle', actor: 'rail', at: NOON })
    expect(await findOrder(scope, order?.id ?? '', NOON)).toMatchObject({ amount: 77_777, status: 'paid' })
    const transfers = await prisma.ledgerTransfer.findMany({ where: { orderId: order?.id ?? '', debit: 'customer' } })
    expect(transfers.map(({ amount }) => amount)).toEqual([77_777n])
    expect((await reconcile()).differences).toEqual([])
  })

  it.each([
    [4_999, { amount: 'amountBelow' }],
    [12_000_001, { amount: 'amountAbove' }],
    [0, { amount: 'amountBelow' }],
    [-50_000, { amount: 'amountBelow' }],
    [5_000_001, { method: 'methodNotForAmount' }],
  ])('refuses %i by Alfamart without asking the rail for anything', async (amount, fields) => {
    const { slug, id } = await wishedLink(await makeShop(), { openAmount })
    const start = vi.spyOn(simulator, 'start')
    expect(await placeOrder(orderWish(slug, { amount, method: 'alfamart' }), NOON)).toMatchObject({ kind: 'invalid', fields })
    expect(start).not.toHaveBeenCalled()
    start.mockRestore()
    expect(await prisma.link.findUniqueOrThrow({ where: { id } })).toMatchObject({ heldCount: 0 })
  })

  it('offers every method that can carry some amount of the range, and only those', async () => {
    const scope = await makeShop()
    const small = await linkAt((await wishedLink(scope, { openAmount: { minimum: 1_000, maximum: 9_999, preset: null } })).slug)
    expect(small.methods).not.toContain('bca_va')
    expect(small.methods).toContain('gopay')
    const wide = await linkAt((await wishedLink(scope, { openAmount })).slug)
    expect(wide.methods).toEqual(expect.arrayContaining(['bca_va', 'other_qris', 'indomaret', 'credit_card']))
  })

  it('refuses what the seller excluded while the page was open, and says what is possible now', async () => {
    const { slug, id } = await wishedLink(await makeShop(), { openAmount })
    const read = await linkAt(slug)
    await prisma.link.update({ where: { id }, data: { maximumAmount: 60_000n } })
    expect(await placeOrder(orderWish(slug, { amount: 70_000, link: read }), NOON)).toMatchObject({
      kind: 'priceChanged', link: { openAmount: { maximum: 60_000 } },
    })
    expect(await prisma.order.count({ where: { linkId: id } })).toBe(0)
  })

  it('gives exactly K of 40 customers with amounts of their own a place', async () => {
    const { slug, id } = await wishedLink(await makeShop(), { openAmount, usageLimit: 7 })
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => placeOrder(orderWish(slug, { amount: 10_000 + index }), NOON)))
    expect(answers.filter(({ kind }) => kind === 'placed')).toHaveLength(7)
    expect(await prisma.order.count({ where: { linkId: id } })).toBe(7)
    const orders = await prisma.order.findMany({ where: { linkId: id } })
    expect(new Set(orders.map(({ amount }) => amount)).size).toBe(7)
  })

  it('makes one order of one form, also when the amount was changed between two taps', async () => {
    const { slug } = await wishedLink(await makeShop(), { openAmount })
    const wish = orderWish(slug, { amount: 20_000 })
    const first = await placeOrder(wish, NOON)
    expect(await placeOrder({ ...wish, amount: 30_000 }, NOON)).toEqual(first)
  })

  it('takes the one amount that is left when both bounds are equal', async () => {
    const { slug } = await wishedLink(await makeShop(), { openAmount: { minimum: 25_000, maximum: 25_000, preset: 25_000 } })
    expect(await placeOrder(orderWish(slug, { amount: 25_000 }), NOON)).toMatchObject({ kind: 'placed' })
    expect(await placeOrder(orderWish(slug, { amount: 25_001 }), NOON)).toMatchObject({ kind: 'invalid' })
  })

  it('is named by its order ID when it has neither title nor items', async () => {
    const { slug, orderId } = await wishedLink(await makeShop(), { openAmount, items: [] })
    expect((await linkAt(slug)).name).toBe(orderId)
    const placed = await placeOrder(orderWish(slug, { amount: 20_000 }), NOON)
    const order = placed.kind === 'placed' ? await findCheckoutOrder(slug, placed.token, NOON) : null
    expect(order).toMatchObject({ linkName: orderId, items: [{ name: orderId, price: 20_000 }] })
  })

  it.each([
    [{ minimum: 1, maximum: 999_999_999_999, preset: null }, 'Nominal bebas'],
    [{ minimum: 1, maximum: 500_000, preset: null }, 'Nominal bebas'],
    [{ minimum: 10_000, maximum: 500_000, preset: 50_000 }, 'Mulai Rp\u00a010.000'],
    [{ minimum: 25_000, maximum: 25_000, preset: null }, 'Rp\u00a025.000'],
  ])('promises no price in a chat: %j', async (range, text) => {
    const { slug } = await wishedLink(await makeShop(), { openAmount: range })
    expect(previewCard(await linkAt(slug), NOON).amount).toBe(text)
  })
})
