import { describe, expect, it } from 'vitest'
import { confirmPayment } from '@/lib/confirmation/confirm-payment'
import { cureDifference } from '@/lib/confirmation/money/cure-difference'
import { findOrderMoney } from '@/lib/confirmation/queries'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { findOrder } from '@/lib/order/queries'
import { shipOrder } from '@/lib/order/ship-order'
import { refundOrder } from '@/lib/refund/refund-order'
import { NOON, later, makeLink, makeOrder, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findRecap } from './queries'
import { recapDay } from './rules'

useTestDatabase()

const zone = { timeZone: 'Asia/Jakarta', at: NOON }

describe('recapDay', () => {
  it.each([
    ['today, by the calendar of the shop', undefined, zone, '2026-11-20', '2026-11-19T17:00:00.000Z', '2026-11-20T17:00:00.000Z'],
    ['a day earlier east of the date line than west of it', undefined, { timeZone: 'Pacific/Kiritimati', at: new Date('2026-11-20T11:00:00Z') }, '2026-11-21', '2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z'],
    ['a day that is over', '2026-02-28', zone, '2026-02-28', '2026-02-27T17:00:00.000Z', '2026-02-28T17:00:00.000Z'],
    ['today for a day that has not come', '2026-11-21', zone, '2026-11-20', '2026-11-19T17:00:00.000Z', '2026-11-20T17:00:00.000Z'],
    ['today for no date', '2026-02-30', zone, '2026-11-20', '2026-11-19T17:00:00.000Z', '2026-11-20T17:00:00.000Z'],
    ['today for garbage', "' OR 1=1", zone, '2026-11-20', '2026-11-19T17:00:00.000Z', '2026-11-20T17:00:00.000Z'],
    ['25 hours where clocks go back', '2026-10-25', { timeZone: 'Europe/Berlin', at: NOON }, '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('is %s', (_, wish, place, day, from, until) => {
    const found = recapDay(wish, place)
    expect({ day: found.day, from: found.from.toISOString(), until: found.until.toISOString() }).toEqual({ day, from, until })
  })

  it('leads to the day before, and to the next until today', () => {
    expect(recapDay('2026-11-01', zone)).toMatchObject({ before: '2026-10-31', after: '2026-11-02' })
    expect(recapDay(undefined, zone)).toMatchObject({ before: '2026-11-19', after: null })
  })
})

const today = recapDay(undefined, zone)
const names = ({ orders }: { orders: { customerName: string }[] }) => orders.map(({ customerName }) => customerName)

describe('findRecap', () => {
  it('puts each order where it belongs, with what each list comes to', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: null, items: [{ name: 'Kaos M', price: '85.000', quantity: 2 }] })
    const amount = 170_000
    const order = async (name: string, { paidAt, placedAt = NOON }: { paidAt?: Date; placedAt?: Date } = {}) => {
      const { id } = await makeOrder(link.slug, { amount, customer: { name, phone: '0812-3456-7890', email: 'sari@example.com' } }, placedAt)
      if (paidAt) await announce({ orderId: id, news: 'settle', actor: 'rail', at: paidAt })
      return id
    }
    const yesterday = new Date('2026-11-19T16:50:00Z')
    await order('Kemarin', { placedAt: yesterday, paidAt: new Date('2026-11-19T16:59:59.999Z') })
    await order('Tengah malam', { placedAt: yesterday, paidAt: new Date('2026-11-19T17:00:00Z') })
    await order('Terkirim', { paidAt: later(NOON, 2) }).then((id) => shipOrder(scope, id, { isShipped: true, at: later(NOON, 3) }))
    await order('Menunggu')
    const refunded = await order('Sebagian', { paidAt: later(NOON, 4) })
    await refundOrder(scope, { orderId: refunded, refundKey: 'R-1', amount: 20_000, reason: 'Kurang satu', channel: 'manual' }, later(NOON, 5))
    const gone = await order('Kembali', { paidAt: later(NOON, 6) })
    await refundOrder(scope, { orderId: gone, refundKey: 'R-2', amount, reason: 'Habis', channel: 'manual' }, later(NOON, 7))
    await announce({ orderId: await order('Batal'), news: 'cancel', actor: 'seller', at: later(NOON, 1) })

    const recap = await findRecap(scope, today, later(NOON, 10))
    expect({ paid: names(recap.paid), unpaid: names(recap.unpaid), toPack: names(recap.toPack) }).toEqual({
      paid: ['Tengah malam', 'Terkirim', 'Sebagian'], unpaid: ['Menunggu'], toPack: ['Kemarin', 'Tengah malam', 'Sebagian'],
    })
    expect([recap.paid.totals, recap.unpaid.totals, recap.toPack.totals]).toEqual([rupiah(2 * amount + 150_000), rupiah(amount), rupiah(2 * amount + 150_000)])
    expect(recap.toPack.orders[0]).toMatchObject({ linkName: 'Kaos M', items: [{ name: 'Kaos M', quantity: 2 }], amount })

    const before = await findRecap(scope, recapDay('2026-11-19', zone), later(NOON, 10))
    expect([names(before.paid), names(before.unpaid), names(before.toPack)]).toEqual([['Kemarin'], [], ['Kemarin']])
    // An order past its deadline is open no more, whether or not that is written down.
    expect((await findRecap(scope, today, later(NOON, 60 * 24 * 30))).unpaid.count).toBe(0)
    expect(await findRecap(await makeShop(), today, later(NOON, 10))).toEqual({ paid: none, unpaid: none, toPack: none })
  })

  it('packs nothing for what was missing of an order and came later', async () => {
    const scope = await makeShop()
    const { id } = await makeOrder((await makeLink(scope)).slug)
    await confirmPayment(scope, { orderId: id, facts: {}, received: 50_000, at: NOON })
    await cureDifference(scope, { id, cure: 'remainder' }, NOON)
    const rest = await makeOrder((await findOrderMoney(scope, id))?.remainderSlug ?? '', { amount: 35_000 })
    await announce({ orderId: rest.id, news: 'settle', actor: 'rail', at: NOON })
    const recap = await findRecap(scope, today, later(NOON, 10))
    expect([recap.paid.count, recap.toPack.orders.map((order) => order.id)]).toEqual([2, [id]])
    expect([(await findOrder(scope, id, NOON))?.isRest, (await findOrder(scope, rest.id, NOON))?.isRest]).toEqual([false, true])
  })

  it('counts and sums thousands of orders, and shows the first two hundred', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { usageLimit: null })
    const { id } = await makeOrder(link.slug)
    await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })
    await prisma.$executeRaw`ALTER TABLE orders DISABLE TRIGGER USER`
    await prisma.$executeRaw`
      INSERT INTO orders (id, merchant_id, mode, link_id, order_id, token, submission_id, status, amount, took_place, currency, items, payment_method, instructions, customer_name, search_text, locale, expires_at, paid_at, created_at, updated_at)
      SELECT gen_random_uuid(), merchant_id, mode, link_id, order_id || n, lpad(n::text, 22, '0'), gen_random_uuid(), status, 1000, took_place, currency, items, payment_method, instructions, customer_name, search_text, locale, expires_at, paid_at + n * interval '1 second', created_at, updated_at
      FROM orders, generate_series(1, 5000) AS n WHERE id = ${id}::uuid`
    await prisma.$executeRaw`ALTER TABLE orders ENABLE TRIGGER USER`
    const { paid, toPack } = await findRecap(scope, today, NOON)
    expect([paid.count, paid.totals, paid.orders.length]).toEqual([5_001, rupiah(5_085_000), 200])
    expect([toPack.count, toPack.totals, toPack.orders[0]?.id]).toEqual([5_001, rupiah(5_085_000), id])
  })
})

const none = { count: 0, totals: [], orders: [] }
const rupiah = (amount: number) => [{ currency: 'IDR', amount }]
