import { beforeAll, describe, expect, it } from 'vitest'
import { confirmPayment } from '@/lib/confirmation/confirm-payment'
import { cureDifference } from '@/lib/confirmation/money/cure-difference'
import { findOrderMoney } from '@/lib/confirmation/queries'
import { listOrdersToExport } from '@/lib/data-export/rows/store'
import { inTransaction, sql } from '@/lib/database/sql'
import { ignoreCredit } from '@/lib/money-in/decide-credit'
import { findRecap } from '@/lib/recap/queries'
import { recapDay } from '@/lib/recap/rules'
import { refundOrder } from '@/lib/refund/refund-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { expectOrder, makeLiveShop } from '@/prisma/testing/expected-orders'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { announce } from './announce'
import { isUnsettled } from './difference-condition'
import { findOrder, listOrders } from './queries'

useTestDatabase()

async function paid(scope: MerchantScope, received: number): Promise<string> {
  const { id } = await makeOrder((await makeLink(scope)).slug)
  await confirmPayment(scope, { orderId: id, facts: {}, received, at: NOON })
  return id
}
const marked = async (scope: MerchantScope) => Object.fromEntries((await listOrders(scope, {}, NOON)).orders.map(({ id, difference }) => [id, difference]))
/** What waits for the seller, in the list, in a search and in a file. */
async function toDo(scope: MerchantScope): Promise<string[]> {
  const ids = async (q?: string) => (await listOrders(scope, { status: 'to_do', ...(q && { q }) }, NOON)).orders.map(({ id }) => id).sort()
  const [listed, searched] = [await ids(), await ids('sari')]
  const exported = await listOrdersToExport(scope, { filter: { status: 'to_do' }, after: null, limit: 50, at: NOON })
  expect([searched, exported.map(({ id }) => id).sort()]).toEqual([listed, listed])
  return listed
}

describe('orders that other money came for than was asked', () => {
  let scope: MerchantScope
  let orders: Record<'exact' | 'less' | 'more' | 'accepted' | 'returned' | 'late' | 'whole' | 'rest', string>
  beforeAll(async () => {
    scope = await makeShop()
    const accepted = await paid(scope, 50_000)
    await cureDifference(scope, { id: accepted, cure: 'accept' }, NOON)
    const returned = await paid(scope, 100_000)
    await cureDifference(scope, { id: returned, cure: 'refund' }, NOON)
    const whole = await paid(scope, 60_000)
    await cureDifference(scope, { id: whole, cure: 'remainder' }, NOON)
    const rest = await makeOrder((await findOrderMoney(scope, whole))?.remainderSlug ?? '', { amount: 25_000 })
    await confirmPayment(scope, { orderId: rest.id, facts: {}, at: NOON })
    const { id: late } = await makeOrder((await makeLink(scope)).slug)
    await announce({ orderId: late, news: 'cancel', actor: 'customer', at: NOON })
    await confirmPayment(scope, { orderId: late, facts: {}, received: 80_000, at: NOON })
    orders = { exact: await paid(scope, 85_000), less: await paid(scope, 84_000), more: await paid(scope, 90_000), accepted, returned, late, whole, rest: rest.id }
  })

  it('are marked in the list and on their page, until nothing is left to settle', async () => {
    const { exact, less, more, accepted, returned, late, whole, rest } = orders
    const none = Object.fromEntries([exact, accepted, returned, late, whole, rest].map((id) => [id, null]))
    expect(await marked(scope)).toEqual({ ...none, [less]: { kind: 'less', by: 1_000 }, [more]: { kind: 'more', by: 5_000 } })
    expect((await findOrder(scope, less, NOON))?.difference).toEqual({ kind: 'less', by: 1_000 })
  })

  it('wait for the seller as long, beside what came late', async () => {
    expect(await toDo(scope)).toEqual([orders.less, orders.more, orders.late].sort())
  })

  it('are found by an index of their own, whose words the condition has', async () => {
    const plan = await inTransaction(async (on) => {
      await on.execute`SET LOCAL enable_seqscan = off`
      await on.execute`SET LOCAL enable_bitmapscan = off`
      return await on.queryRows`EXPLAIN SELECT id FROM orders WHERE merchant_id = ${scope.merchantId}::uuid AND mode = 'test' AND ${isUnsettled} ORDER BY created_at DESC, id DESC LIMIT 51`
    })
    expect(JSON.stringify(plan)).toContain('orders_with_difference')
  })
})

it('money that came twice is marked at the order that was paid last, until the seller has decided', async () => {
  const world = await makeLiveShop()
  const [earlier, last] = [await expectOrder(world, { placedAt: NOON, expiresAt: later(NOON, 1_440), amount: 85_003 }), await expectOrder(world, { placedAt: NOON, expiresAt: later(NOON, 1_440), amount: 85_004 })]
  // A code is given to another order later on.
  await sql.execute`UPDATE orders SET amount = 85003 WHERE id = ${last}::uuid`
  for (const [id, minutes] of [[earlier, 1], [last, 2]] as const) await confirmPayment(world.scope, { orderId: id, facts: {}, at: later(NOON, minutes) })
  const credit = crypto.randomUUID()
  await sql.execute`INSERT INTO bank_credits (id, merchant_id, account_id, source, amount, at, has_time, description, fingerprint, doubt, created_at)
    VALUES (${credit}::uuid, ${world.scope.merchantId}::uuid, ${world.accountId}::uuid, 'statement', 85003, ${NOON}, false, 'TRSF SARI', repeat('b', 64), 'paidTwice', ${NOON})`
  expect(await marked(world.scope)).toEqual({ [earlier]: null, [last]: { kind: 'twice' } })
  expect(await toDo(world.scope)).toEqual([last])
  expect([(await findOrderMoney(world.scope, earlier))?.cameTwice, (await findOrderMoney(world.scope, last))?.cameTwice]).toEqual([false, true])
  await sql.execute`UPDATE bank_credits SET state = 'ignored', doubt = NULL WHERE id = ${credit}::uuid`
  expect([await marked(world.scope), await toDo(world.scope)]).toEqual([{ [earlier]: null, [last]: null }, []])
})

it('money that the bank took back is marked at its order, on its page and in what waits, until the seller has seen it', async () => {
  const world = await makeLiveShop()
  const [paidOne, other] = [await expectOrder(world, { placedAt: NOON, expiresAt: later(NOON, 1_440), amount: 85_003 }), await expectOrder(world, { placedAt: NOON, expiresAt: later(NOON, 1_440), amount: 85_004 })]
  for (const id of [paidOne, other]) await confirmPayment(world.scope, { orderId: id, facts: {}, at: later(NOON, 1) })
  const credit = crypto.randomUUID()
  await sql.execute`INSERT INTO bank_credits (id, merchant_id, account_id, source, amount, at, has_time, description, fingerprint, state, doubt, order_id, reversed_by, created_at)
    VALUES (${credit}::uuid, ${world.scope.merchantId}::uuid, ${world.accountId}::uuid, 'statement', 85003, ${NOON}, false, 'TRSF SARI', repeat('c', 64), 'reversed', 'reversedPaid', ${paidOne}::uuid, repeat('d', 64), ${NOON})`
  expect(await marked(world.scope)).toEqual({ [paidOne]: { kind: 'takenBack' }, [other]: null })
  expect(await toDo(world.scope)).toEqual([paidOne])
  expect((await findOrder(world.scope, paidOne, NOON))?.difference).toEqual({ kind: 'takenBack' })
  expect([(await findOrderMoney(world.scope, paidOne))?.takenBack, (await findOrderMoney(world.scope, other))?.takenBack]).toEqual(['waiting', null])
  const { toPack } = await findRecap(world.scope, recapDay(undefined, { timeZone: 'Asia/Jakarta', at: NOON }), later(NOON, 5))
  expect(Object.fromEntries(toPack.orders.map(({ id, isTakenBack }) => [id, isTakenBack]))).toEqual({ [paidOne]: true, [other]: false })
  // Of another shop it says nothing.
  expect(await marked((await makeLiveShop('Toko Lain')).scope)).toEqual({})
  await ignoreCredit(world.scope, credit, NOON)
  expect([await marked(world.scope), await toDo(world.scope)]).toEqual([{ [paidOne]: null, [other]: null }, []])
  // At the order it is still said, until the money is written down as sent back.
  const said = async (id: string) => (await findOrderMoney(world.scope, id))?.takenBack
  expect([await said(paidOne), await said(other)]).toEqual(['seen', null])
  expect(await refundOrder(world.scope, { orderId: paidOne, refundKey: crypto.randomUUID(), amount: 85_003, reason: 'Ditarik bank', channel: 'manual' }, later(NOON, 9))).toMatchObject({ ok: true })
  expect(await said(paidOne)).toBeNull()
})
