import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { applyLinkChange } from '@/lib/link/change-link-state'
import { announce } from '@/lib/order/announce'
import { expireDueOrders } from '@/lib/order/store'
import { NOON, later, makeLink, makeOrder, makeShop, orderWish } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { updateLink, type LinkEdit } from '@/lib/link/update-link'
import { placeOrder, type OrderWish } from './place-order'
import { findCheckoutLink } from './queries'

useTestDatabase()

const countersOf = async (id: string) =>
  await prisma.link.findUniqueOrThrow({ where: { id }, select: { usedCount: true, heldCount: true } })

describe('placeOrder', () => {
  it('gives exactly K of 50 customers at once a place when K are left, and tells the others why', async () => {
    const scope = await makeShop()
    for (let round = 0; round < 5; round++) {
      const link = await makeLink(scope, { usageLimit: 10 })
      const answers = await Promise.all(Array.from({ length: 50 }, () => placeOrder(orderWish(link.slug), NOON)))
      expect(answers.filter(({ kind }) => kind === 'placed')).toHaveLength(10)
      expect(answers.filter((answer) => answer.kind === 'closed' && answer.reason === 'allHeld')).toHaveLength(40)
      expect(await countersOf(link.id)).toEqual({ usedCount: 0, heldCount: 10 })
    }
  })

  it('names every order after its link with 13 digits behind, all different in one millisecond', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: null, orderId: 'VOAL-0391' })
    await Promise.all(Array.from({ length: 40 }, () => placeOrder(orderWish(link.slug), NOON)))
    const orders = await prisma.order.findMany({ where: { linkId: link.id }, select: { orderId: true } })
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(40)
    for (const { orderId } of orders) expect(orderId).toMatch(/^VOAL-0391-\d{13}$/)
  })

  it('makes one order of a form that was sent ten times at once', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: 10 })
    const wish = orderWish(link.slug)
    const answers = await Promise.all(Array.from({ length: 10 }, () => placeOrder(wish, NOON)))
    expect(new Set(answers.map((answer) => answer.kind === 'placed' && answer.token)).size).toBe(1)
    expect(await countersOf(link.id)).toEqual({ usedCount: 0, heldCount: 1 })
  })

  it('answers a form that was sent again with its order even when the link is full by then', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    const wish = orderWish(link.slug)
    const first = await placeOrder(wish, NOON)
    expect(await placeOrder(wish, NOON)).toEqual(first)
  })

  it('frees the places of orders past their deadline by itself, without waiting for any job', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    await makeOrder(link.slug, { method: 'gopay' })
    expect(await placeOrder(orderWish(link.slug), later(NOON, 14))).toMatchObject({ kind: 'closed', reason: 'allHeld' })
    expect(await placeOrder(orderWish(link.slug), later(NOON, 15))).toMatchObject({ kind: 'placed' })
    expect(await countersOf(link.id)).toEqual({ usedCount: 0, heldCount: 1 })
  })

  it.each([
    ['paused', 'pause'],
    ['deleted', 'delete'],
  ] as const)('refuses a link that is %s', async (reason, change) => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    await applyLinkChange(scope, link.id, change, NOON)
    expect(await placeOrder(orderWish(link.slug), NOON)).toMatchObject({ kind: 'closed', reason })
  })

  it('opens at the start and closes at the end, to the millisecond', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: null, startsAt: '2026-11-20T13:00', expiry: { kind: 'after', amount: 60, unit: 'minutes' } })
    const [opens, closes] = [later(NOON, 60), later(NOON, 120)]
    const justBefore = (moment: Date) => new Date(moment.getTime() - 1)
    expect(await placeOrder(orderWish(link.slug), justBefore(opens))).toMatchObject({ kind: 'closed', reason: 'scheduled' })
    expect(await placeOrder(orderWish(link.slug), opens)).toMatchObject({ kind: 'placed' })
    expect(await placeOrder(orderWish(link.slug), justBefore(closes))).toMatchObject({ kind: 'placed' })
    expect(await placeOrder(orderWish(link.slug), closes)).toMatchObject({ kind: 'closed', reason: 'expired' })
  })

  it('asks again when the price is not what the customer saw', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    expect(await placeOrder(orderWish(link.slug, { amount: 84_999 }), NOON)).toMatchObject({ kind: 'priceChanged' })
    expect(await countersOf(link.id)).toEqual({ usedCount: 0, heldCount: 0 })
  })

  it('takes no order for a link that was edited since it was read, but tries again with the link as it is', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: null, paymentMethods: ['bca_va', 'gopay'] })
    const outdated = await findCheckoutLink(link.slug)
    if (!outdated) throw new Error('no link')
    const edit = async (change: LinkEdit) => expect(await updateLink(scope, link.orderId, () => change, NOON)).toEqual({ kind: 'edited' })
    const place = async (more: Partial<OrderWish> = {}) => await placeOrder({ ...orderWish(link.slug, more), link: outdated }, NOON)

    await edit({ title: 'Only the heading' })
    expect(await place()).toMatchObject({ kind: 'placed' })
    await edit({ paymentMethods: ['bca_va'] })
    expect(await place({ method: 'gopay' })).toMatchObject({ kind: 'invalid', fields: { method: 'methodRequired' } })
    expect(await place({ method: 'bca_va' })).toMatchObject({ kind: 'placed' })
    await applyLinkChange(scope, link.id, 'pause', NOON)
    expect(await place()).toMatchObject({ kind: 'closed', reason: 'paused' })
  })

  it('takes only methods that the link offers', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { paymentMethods: ['bca_va'] })
    for (const method of ['gopay', '', 'constructor', 'toString']) {
      expect(await placeOrder(orderWish(link.slug, { method }), NOON)).toMatchObject({ kind: 'invalid', fields: { method: 'methodRequired' } })
    }
  })

  it('uses the name that the seller gave for a specific customer, not what the form says', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { customer: { firstName: 'Ratna', lastName: 'Dewi', email: '', phone: '', notes: '' } })
    const { id } = await makeOrder(link.slug, { customer: { name: 'Mallory', phone: '1', email: '' } })
    expect(await prisma.order.findUnique({ where: { id } })).toMatchObject({ customerName: 'Ratna Dewi', customerPhone: null })
  })

  it('does not find a link that is not there', async () => {
    expect(await placeOrder(orderWish('tidak-ada'), NOON)).toEqual({ kind: 'notFound' })
  })
})

describe('announce', () => {
  it('turns the hold into a use when the money arrives, once', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: 3 })
    const order = await makeOrder(link.slug)
    const settle = () => announce({ orderId: order.id, news: 'settle', actor: 'rail', at: NOON })
    const outcomes = await Promise.all(Array.from({ length: 10 }, settle))
    expect(outcomes.filter(({ kind }) => kind === 'applied')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'alreadyApplied')).toHaveLength(9)
    expect(await countersOf(link.id)).toEqual({ usedCount: 1, heldCount: 0 })
    expect(await prisma.orderEvent.count({ where: { orderId: order.id } })).toBe(2)
  })

  it.each(['deny', 'cancel', 'expire'] as const)('gives the place back on %s, and a second time nothing', async (news) => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    const order = await makeOrder(link.slug)
    const tell = () => announce({ orderId: order.id, news, actor: 'rail', at: NOON })
    expect(await tell()).toEqual({ kind: 'applied' })
    expect(await tell()).toEqual({ kind: 'alreadyApplied' })
    expect(await countersOf(link.id)).toEqual({ usedCount: 0, heldCount: 0 })
  })

  it('decides a race of settling, cancelling and expiring once, and the counters agree', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: null })
    const orders = await Promise.all(Array.from({ length: 30 }, () => makeOrder(link.slug)))
    await Promise.all(
      orders.flatMap(({ id }) => (['settle', 'cancel', 'expire'] as const).map((news) => announce({ orderId: id, news, actor: 'rail', at: NOON }))),
    )
    const paid = await prisma.order.count({ where: { linkId: link.id, status: 'paid' } })
    const late = await prisma.order.count({ where: { linkId: link.id, status: 'paid_late' } })
    expect(paid + late).toBe(30)
    expect(await countersOf(link.id)).toEqual({ usedCount: paid, heldCount: 0 })
    expect(await prisma.orderEvent.count({ where: { order: { linkId: link.id } } })).toBe(60 + late)
  })

  it('calls money past the deadline late: it is seen, and takes no place', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    const order = await makeOrder(link.slug, { method: 'gopay' })
    expect(await announce({ orderId: order.id, news: 'settle', actor: 'rail', at: later(NOON, 15) })).toEqual({ kind: 'applied' })
    expect(await prisma.order.findUnique({ where: { id: order.id } })).toMatchObject({ status: 'paid_late', tookPlace: false, paidAt: later(NOON, 15) })
    expect(await countersOf(link.id)).toEqual({ usedCount: 0, heldCount: 0 })
  })

  it('knows no order that is not there', async () => {
    const missing = '01933b2e-0000-7000-8000-000000000000'
    expect(await announce({ orderId: missing, news: 'settle', actor: 'rail', at: NOON })).toEqual({ kind: 'notFound' })
  })
})

describe('expireDueOrders', () => {
  it('expires what is due over all links and nothing else, also when several servers sweep at once', async () => {
    const scope = await makeShop()
    const links = await Promise.all([1, 2, 3].map(() => makeLink(scope, { usageLimit: 10 })))
    for (const { slug } of links) {
      await makeOrder(slug, { method: 'gopay' })
      await makeOrder(slug, { method: 'shopeepay' })
      await makeOrder(slug, { method: 'bca_va' })
    }
    const sweeps = await Promise.all(Array.from({ length: 8 }, () => expireDueOrders({ at: later(NOON, 15), limit: 100 })))
    const rest = await expireDueOrders({ at: later(NOON, 15), limit: 100 })
    expect(sweeps.reduce((sum, count) => sum + count, rest)).toBeGreaterThanOrEqual(6)
    for (const { id } of links) expect(await countersOf(id)).toEqual({ usedCount: 0, heldCount: 1 })
  })
})
