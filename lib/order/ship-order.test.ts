import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { findLinkReport } from '@/lib/link/queries'
import { messageFor } from '@/lib/message/rules'
import { findRecap } from '@/lib/recap/queries'
import { recapDay } from '@/lib/recap/rules'
import { NOON, later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { announce } from './announce'
import { isToPack } from './rules'
import { ORDER_STATUSES } from './filter'
import { shipOrder } from './ship-order'
import { findOrder } from './store'

useTestDatabase()

async function paidOrder() {
  const scope = await makeShop()
  const link = await makeLink(scope)
  const { id } = await makeOrder(link.slug)
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: later(NOON, 1) })
  return { scope, id, linkId: link.id }
}

const ship = (scope: Awaited<ReturnType<typeof makeShop>>, id: string, isShipped: boolean, minutes: number) => shipOrder(scope, id, { isShipped, at: later(NOON, minutes) })

describe('shipOrder', () => {
  it('marks a paid order and writes who did it, and can be taken back', async () => {
    const { scope, id } = await paidOrder()
    expect(await ship(scope, id, true, 5)).toEqual({ ok: true, value: null })
    expect(await findOrder(scope, id, later(NOON, 5))).toMatchObject({ status: 'paid', shippedAt: later(NOON, 5), events: [{ type: 'ship', from: 'paid', to: 'paid', actor: 'seller' }, { type: 'settle' }, { type: 'placed' }] })
    expect(await ship(scope, id, false, 6)).toEqual({ ok: true, value: null })
    expect(await findOrder(scope, id, later(NOON, 6))).toMatchObject({ shippedAt: null, events: [{ type: 'unship' }, { type: 'ship' }, { type: 'settle' }, { type: 'placed' }] })
    expect(await prisma.orderEvent.findFirst({ where: { type: 'ship' }, select: { actorId: true } })).toEqual({ actorId: scope.userId })
  })

  it('writes one event, however often and however many at once ask for it', async () => {
    const { scope, id } = await paidOrder()
    const answers = await Promise.all(Array.from({ length: 8 }, () => ship(scope, id, true, 5)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await prisma.orderEvent.count({ where: { orderId: id, type: 'ship' } })).toBe(1)
  })

  it('refuses an order whose money is not there', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope)
    const { id } = await makeOrder(link.slug)
    expect(await ship(scope, id, true, 1)).toEqual({ ok: false, error: { kind: 'conflict', message: 'orderIs.pending' } })
    expect(await ship(scope, id, false, 1)).toEqual({ ok: true, value: null })
    await announce({ orderId: id, news: 'cancel', actor: 'seller', at: later(NOON, 2) })
    expect(await ship(scope, id, true, 3)).toMatchObject({ error: { message: 'orderIs.cancelled' } })
    expect(await prisma.orderEvent.count({ where: { orderId: id, type: { in: ['ship', 'unship'] } } })).toBe(0)
  })

  it("says of another shop's order what it says of none", async () => {
    const { scope, id } = await paidOrder()
    const stranger = await makeShop()
    expect(await ship(stranger, id, true, 5)).toEqual({ ok: false, error: { kind: 'notFound' } })
    await ship(scope, id, true, 5)
    expect(await ship(stranger, id, false, 6)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect((await findOrder(scope, id, later(NOON, 6)))?.shippedAt).toEqual(later(NOON, 5))
  })

  it('leaves the books in order, tells no other server, and is no payment in the history of the link', async () => {
    const { scope, id, linkId } = await paidOrder()
    const [before] = await prisma.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM pgboss.job`
    await ship(scope, id, true, 5)
    const [after] = await prisma.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM pgboss.job`
    expect(after.count).toBe(before.count)
    expect((await reconcile()).differences).toEqual([])
    const report = await findLinkReport(scope, linkId, later(NOON, 6))
    expect(report?.timeline.filter((entry) => entry.kind === 'order').map((entry) => ('to' in entry ? entry.to : null))).toEqual(['paid', 'pending'])
  })
})

describe('an order that is paid on delivery', () => {
  it('is packed and sent before its money comes, and is on the list of what to pack until then', async () => {
    const live = liveScope(await makeShop())
    await makeAccount(live, 'cod')
    const { id } = await makeOrder((await makeLink(live)).slug, { method: 'cod', shippingAddress: { name: '', phone: '', address: 'Jl. Kenanga 5', city: 'Bandung', postalCode: '40123', note: '' } })
    const toPack = async () => (await findRecap(live, recapDay(undefined, { timeZone: 'Asia/Jakarta', at: NOON }), later(NOON, 10))).toPack.orders.map((order) => order.id)
    expect(await toPack()).toEqual([id])
    expect(await shipOrder(live, id, { isShipped: true, at: later(NOON, 5) })).toMatchObject({ ok: true })
    expect(await toPack()).toEqual([])
    expect((await findOrder(live, id, later(NOON, 6)))?.status).toBe('pending')
  })
})

it('each status has the message that its customer waits for', () => {
  const said = (shippedAt: Date | null) => Object.fromEntries(ORDER_STATUSES.flatMap((status) => { const kind = messageFor({ status, paymentMethod: 'bca_va', shippedAt }); return kind ? [[status, kind]] : [] }))
  expect(said(null)).toEqual({ pending: 'remind', paid: 'received', partially_refunded: 'received' })
  expect(said(NOON)).toEqual({ pending: 'remind', paid: 'shipped', partially_refunded: 'shipped' })
  expect(ORDER_STATUSES.filter((status) => isToPack({ status, paymentMethod: 'bca_va', shippedAt: null }))).toEqual(['paid', 'partially_refunded'])
  expect(ORDER_STATUSES.filter((status) => isToPack({ status, paymentMethod: 'cod', shippedAt: null }))).toEqual(['pending', 'paid', 'partially_refunded'])
  expect(messageFor({ status: 'pending', paymentMethod: 'cod', shippedAt: null })).toBeNull()
  expect(messageFor({ status: 'pending', paymentMethod: 'cod', shippedAt: NOON })).toBe('shipped')
  expect(ORDER_STATUSES.some((status) => isToPack({ status, paymentMethod: 'cod', shippedAt: NOON }))).toBe(false)
})
