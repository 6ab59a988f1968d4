import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { Prisma, prisma } from '@/lib/database/client'
import { inTransaction, sql } from '@/lib/database/sql'
import { findConversion, findHome } from '@/lib/home/queries'
import { reconcile } from '@/lib/ledger/reconcile'
import { takeOtherAmount } from '@/lib/confirmation/store'
import { announce } from '@/lib/order/announce'
import { expireDueOrders } from '@/lib/order/store'
import { refundOrder } from '@/lib/refund/refund-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { seededRandom } from '@/e2e/chaos/seeded-random'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { rebuildRollup, rollUpOrders } from './roll-up-orders'

useTestDatabase()

const SEED = Number(process.env['ROLLUP_SEED'] ?? Math.floor(Math.random() * 1_000_000))
const PRICE = 85_000
const METHODS = ['gopay', 'bca_va', 'credit_card'] as const
const JAKARTA = 'Asia/Jakarta'
/** Minutes before UTC. Days begin with an hour, and with none. */
const ZONES = [[JAKARTA, 420], ['Asia/Kathmandu', 345]] as const

const rollUp = async () => {
  while (await rollUpOrders({ limit: 7 }));
}
const wrong = async () => (await reconcile()).differences.filter(({ check }) => check.startsWith('the home page'))
const progress = async () => (await prisma.rollupProgress.findUniqueOrThrow({ where: { id: 1 } })).eventId

/** What the home page should say, by a count of the orders that knows nothing of events. */
async function plainCount(scope: MerchantScope, { from, until }: { from: Date; until: Date }) {
  const isPending = Prisma.sql`status IN ('pending', 'authorized', 'in_review') AND created_at >= ${from} AND created_at < ${until} AND expires_at > ${clock}`
  const [row] = await sql.queryRows<{ started: number; paid: number; amount: bigint; pending: number; pendingAmount: bigint }>`
    SELECT count(*) FILTER (WHERE created_at >= ${from} AND created_at < ${until})::int AS started,
      count(*) FILTER (WHERE paid_at >= ${from} AND paid_at < ${until})::int AS paid,
      coalesce(sum(amount - refunded_amount) FILTER (WHERE paid_at >= ${from} AND paid_at < ${until}), 0)::bigint AS amount,
      count(*) FILTER (WHERE ${isPending})::int AS pending, coalesce(sum(amount - unique_code) FILTER (WHERE ${isPending}), 0)::bigint AS "pendingAmount"
    FROM orders WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  return row && { ...row, amount: Number(row.amount), pendingAmount: Number(row.pendingAmount) }
}

let clock = NOON

it(`says what a plain count of the orders says, whatever happens in whatever order (ROLLUP_SEED=${SEED})`, { timeout: 120_000 }, async () => {
  const { pick, between } = seededRandom(SEED, 'rollup')
  const below = (count: number) => Math.floor(between(0, count))
  const scopes = [await makeShop(), await makeShop('Toko Mawar')]
  const links = await Promise.all([0, 0, 1].map(async (shop) => ({ scope: scopes[shop] ?? pick(scopes), ...(await makeLink(scopes[shop] ?? pick(scopes), { usageLimit: null })) })))
  const orders: { id: string; scope: MerchantScope }[] = []
  const steps: Record<string, () => Promise<unknown>> = {
    place: async () => {
      const link = pick(links)
      orders.push({ ...(await makeOrder(link.slug, { method: pick(METHODS), submissionId: randomUUID() }, clock)), scope: link.scope })
    },
    news: async () => await announce({ orderId: pick(orders).id, news: pick(['settle', 'settle', 'settle', 'deny', 'cancel', 'expire', 'authorize']), actor: 'rail', fee: below(2) * 700, at: clock }),
    refund: async () => {
      const { id, scope } = pick(orders)
      await refundOrder(scope, { orderId: id, refundKey: randomUUID(), amount: pick([PRICE, 5_000, 40_000]), reason: 'Habis', channel: 'manual' }, clock)
    },
    time: () => Promise.resolve((clock = later(clock, pick([1, 7, 14, 60, 600])))),
    sweep: () => expireDueOrders({ at: clock, limit: 100 }),
    count: () => rollUpOrders({ limit: 1 + below(9) }),
  }
  for (let index = 0; index < 12; index += 1) await steps['place']?.()
  for (let index = 0; index < 220; index += 1) {
    const step = pick(['place', 'place', 'news', 'news', 'news', 'refund', 'time', 'sweep', 'count'])
    await steps[step]?.()
    if (index % 20 === 0) await compare(`${step}, step ${index}`)
  }
  await rollUp()
  expect(await progress()).toBe((await prisma.orderEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).id)
  await compare('everything counted')
  const kept = await rows()
  expect(kept.orders.length).toBeGreaterThan(10)
  await rebuildRollup()
  expect(await rows()).toEqual(kept)
  await compare('counted anew')

  async function compare(when: string) {
    expect(await wrong(), when).toEqual([])
    for (const scope of scopes) {
      for (const [timeZone, minutes] of ZONES) {
        const { today, week } = await findHome(scope, { timeZone, at: clock })
        const midnight = new Date(Math.floor((clock.getTime() + minutes * 60_000) / 86_400_000) * 86_400_000 - minutes * 60_000)
        for (const [period, days] of [[today, 1], [week, 7]] as const) {
          const expected = await plainCount(scope, { from: later(midnight, (1 - days) * 24 * 60), until: later(midnight, 24 * 60) })
          expect({ started: period.started, paid: period.paid, amount: period.paidSums[0]?.amount ?? 0, pending: period.pending, pendingAmount: period.pendingSums[0]?.amount ?? 0 }, `${when}, ${days} days, ${timeZone}`)
            .toEqual(expected)
        }
      }
      const home = await findHome(scope, { timeZone: JAKARTA, at: clock })
      for (const { id, paid, started, amount } of home.best) {
        const own = await prisma.order.findMany({ where: { linkId: id } })
        const received = own.filter(({ paidAt }) => paidAt !== null)
        expect({ started, paid, amount }, when).toEqual({
          started: own.length, paid: received.length, amount: received.reduce((sum, order) => sum + Number(order.amount - order.refundedAmount), 0),
        })
        expect(await findConversion(scope, id, clock)).toMatchObject({ started, paid })
      }
      const paidLinks = new Set((await prisma.order.findMany({ where: { merchantId: scope.merchantId, paidAt: { not: null } } })).map(({ linkId }) => linkId))
      expect(home.best.length, when).toBe(paidLinks.size)
    }
  }
})

async function rows() {
  return {
    orders: await prisma.orderRollup.findMany({ orderBy: [{ merchantId: 'asc' }, { at: 'asc' }, { paymentMethod: 'asc' }] }),
    hours: await prisma.hourRollup.findMany({ orderBy: [{ merchantId: 'asc' }, { at: 'asc' }, { paymentMethod: 'asc' }] }),
    links: await prisma.linkRollup.findMany({ orderBy: { linkId: 'asc' } }),
  }
}

it('never passes an event whose transaction is still open, and has it once it is there', async () => {
  const scope = await makeShop()
  // Of two links: payments of one wait for each other.
  const [slow, quick] = [await makeOrder((await makeLink(scope)).slug), await makeOrder((await makeLink(scope)).slug)]
  await rollUp()
  const before = await progress()
  const settle = { news: 'settle', actor: 'rail', at: NOON } as const
  await inTransaction(async (transaction) => {
    await announce({ orderId: slow.id, ...settle }, transaction)
    // A later event is there before an earlier one.
    await announce({ orderId: quick.id, ...settle })
    expect(await rollUpOrders({ limit: 100 })).toBe(false)
    expect(await progress()).toBe(before)
    expect((await findHome(scope, { timeZone: JAKARTA, at: NOON })).today.paid).toBe(1)
  })
  expect((await findHome(scope, { timeZone: JAKARTA, at: NOON })).today.paid).toBe(2)
  await rollUp()
  expect(await progress()).toBeGreaterThan(before)
  expect([(await findHome(scope, { timeZone: JAKARTA, at: NOON })).today.paid, await wrong()]).toEqual([2, []])
})

it('counts each event once when several processes count at the same time, while orders are paid', async () => {
  const scope = await makeShop()
  const link = await makeLink(scope, { usageLimit: null })
  const all = await Promise.all(Array.from({ length: 12 }, () => makeOrder(link.slug)))
  const paying = all.map(({ id }) => announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON }))
  await Promise.all([...paying, rollUp(), rollUp(), rollUp()])
  await rollUp()
  expect((await prisma.linkRollup.findMany({ where: { linkId: link.id } })).map(({ started, paid }) => [started, paid])).toEqual([[12, 12]])
  expect(await wrong()).toEqual([])
})

it.each([['without the unique code', 85_000, 0], ['less than was asked', 50_000, 50_000 - 85_007]])('an order is open no more when what came for it is %s', async (_, received, odds) => {
  const scope = await makeShop()
  const { id } = await makeOrder((await makeLink(scope)).slug)
  await sql.execute`UPDATE orders SET amount = amount + 7, unique_code = 7 WHERE id = ${id}::uuid`
  await rollUp()
  const week = async () => (await findHome(scope, { timeZone: JAKARTA, at: NOON })).week
  expect(await week()).toMatchObject({ pending: 1, pendingSums: [{ amount: PRICE }] })
  await takeOtherAmount(sql, id, { received, asked: { expected: 85_007, uniqueCode: 7 } })
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })
  const { amount, expectedAmount } = await prisma.order.findUniqueOrThrow({ where: { id } })
  expect(amount - (expectedAmount ?? amount)).toBe(BigInt(odds))
  for (const isCounted of [false, true]) {
    if (isCounted) await rollUp()
    expect(await week()).toMatchObject({ paid: 1, pending: 0, pendingSums: [] })
    expect(await wrong()).toEqual([])
  }
  expect((await prisma.hourRollup.findMany({ where: { merchantId: scope.merchantId } })).map(({ open, openAmount }) => [open, openAmount])).toEqual([[0, 0n]])
})

it('keeps currencies apart', async () => {
  const scope = await makeShop()
  const link = await makeLink(scope, { usageLimit: null })
  const [rupiah, dollars] = [await makeOrder(link.slug), await makeOrder(link.slug)]
  await sql.execute`UPDATE orders SET currency = 'USD' WHERE id = ${dollars.id}::uuid`
  for (const { id } of [rupiah, dollars]) await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })
  await rollUp()
  expect((await prisma.linkRollup.findMany({ where: { linkId: link.id }, orderBy: { currency: 'asc' } })).map(({ currency, paidAmount }) => [currency, paidAmount])).toEqual([['IDR', 85_000n], ['USD', 85_000n]])
  expect(await wrong()).toEqual([])
})

it('is found wrong by npm run reconcile when it is', async () => {
  const scope = await makeShop()
  const link = await makeLink(scope)
  await makeOrder(link.slug)
  await rollUp()
  await sql.execute`UPDATE order_rollup SET started = started + 1 WHERE merchant_id = ${scope.merchantId}::uuid`
  expect((await wrong()).map(({ check }) => check)).toEqual(['the home page counts by quarter of an hour what the orders are', 'the home page counts by the hour what it counts by quarter of an hour'])
  await sql.execute`DELETE FROM link_rollup WHERE link_id = ${link.id}::uuid`
  expect(await wrong()).toHaveLength(3)
  await rebuildRollup()
  expect(await wrong()).toEqual([])
})
