import { beforeEach, expect, it } from 'vitest'
import { auditConfirmations } from '@/lib/confirmation/audit'
import { findOrderMoney } from '@/lib/confirmation/queries'
import { sql } from '@/lib/database/sql'
import { findOrder } from '@/lib/order/queries'
import { expectOrder, makeLiveShop, statusOf } from '@/prisma/testing/expected-orders'
import { later, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { ignoreCredit, matchByHand, reopenCredit } from './decide-credit'
import { matchCredits } from './match-credits'
import { listCredits, listWaiting } from './queries'
import { insertCredits } from './store'

useTestDatabase()

const AT = later(NOON, 30)

let shop: Awaited<ReturnType<typeof makeLiveShop>>
let id: string
beforeEach(async () => {
  shop = await makeLiveShop()
  const credit = { fingerprint: 'a', at: later(NOON, 10), hasTime: true, amount: 85_003, description: 'TRSF SARI', doubt: null }
  await insertCredits(sql, { merchantId: shop.scope.merchantId, accountId: shop.accountId }, { credits: [credit], source: 'endpoint', importId: null, at: AT })
  await matchCredits(shop.accountId, AT)
  id = (await listWaiting(shop.scope, {})).credits[0]?.id ?? ''
})

const logOf = async () => await sql.queryRows<{ type: string; orderId: string | null; facts: unknown }>`
  SELECT type, order_id AS "orderId", facts FROM confirmations WHERE merchant_id = ${shop.scope.merchantId}::uuid ORDER BY number`
const stateOf = async () => (await listCredits(shop.scope, {})).credits.map(({ state, doubt, canReopen }) => ({ state, doubt, canReopen }))

it('that money is for no order is in the log once, however often it is said', async () => {
  await Promise.all(Array.from({ length: 5 }, () => ignoreCredit(shop.scope, id, AT)))
  expect(await stateOf()).toEqual([{ state: 'ignored', doubt: null, canReopen: true }])
  expect(await logOf()).toMatchObject([{ type: 'ignored', orderId: null, facts: { credit: { id, amount: 85_003, description: 'TRSF SARI' } } }])
  expect((await auditConfirmations()).breaks).toEqual([])
})

it('taken back, it waits again, and both are in the log', async () => {
  await ignoreCredit(shop.scope, id, AT)
  expect(await Promise.all(Array.from({ length: 5 }, () => reopenCredit(shop.scope, id, AT)))).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: null })))
  expect(await stateOf()).toEqual([{ state: 'open', doubt: 'noOrder', canReopen: false }])
  expect(await logOf()).toMatchObject([{ type: 'ignored' }, { type: 'reopened', orderId: null }])
  expect((await auditConfirmations()).breaks).toEqual([])
})

it('taken back, it pays the one order that expects it by now', async () => {
  await ignoreCredit(shop.scope, id, AT)
  const order = await expectOrder(shop, { amount: 85_003, placedAt: NOON, expiresAt: later(NOON, 600) })
  expect(await statusOf(order)).toBe('pending')
  await reopenCredit(shop.scope, id, AT)
  expect(await statusOf(order)).toBe('paid')
})

it('what no seller ignored, and what is used, cannot be taken back; nor by another shop', async () => {
  await ignoreCredit(shop.scope, id, AT)
  const stranger = await makeLiveShop('Toko Lain')
  expect(await reopenCredit(stranger.scope, id, AT)).toEqual({ ok: false, error: { kind: 'notFound' } })
  await sql.execute`UPDATE bank_credits SET decided_by = NULL WHERE id = ${id}::uuid`
  expect(await reopenCredit(shop.scope, id, AT)).toMatchObject({ error: { message: 'creditUsed' } })
  expect(await logOf()).toHaveLength(1)
})

it('that the bank took back what had paid an order is in the log with that order, once, and waits no more', async () => {
  const order = await expectOrder(shop, { amount: 85_003, placedAt: NOON, expiresAt: later(NOON, 600) })
  await sql.execute`UPDATE bank_credits SET state = 'reversed', doubt = 'reversedPaid', reversed_by = repeat('a', 64), order_id = ${order}::uuid WHERE id = ${id}::uuid`
  expect((await listWaiting(shop.scope, {})).credits).toMatchObject([{ state: 'reversed', order: { id: order } }])
  for (let times = 0; times < 2; times += 1) expect(await ignoreCredit(shop.scope, id, AT)).toEqual({ ok: true, value: null })
  expect((await listWaiting(shop.scope, {})).credits).toEqual([])
  expect(await logOf()).toMatchObject([{ type: 'ignored', orderId: order, facts: { reversed: true, credit: { id } } }])
})

it('pays an order whose code was left off as all of it, and the log tells both amounts', async () => {
  const order = await expectOrder(shop, { amount: 85_010, uniqueCode: 7, placedAt: NOON, expiresAt: later(NOON, 600) })
  expect((await listWaiting(shop.scope, {})).credits).toMatchObject([{ candidates: [{ id: order, reasons: ['withoutCode', 'name'] }] }])
  expect(await matchByHand(shop.scope, { id, orderId: order }, AT)).toMatchObject({ ok: true })
  expect(await findOrder(shop.scope, order, AT)).toMatchObject({ status: 'paid', amount: 85_003, uniqueCode: 0 })
  expect((await findOrderMoney(shop.scope, order))?.odd).toBeNull()
  expect(await logOf()).toMatchObject([{ type: 'matched', orderId: order, facts: { expected: 85_010, received: 85_003 } }])
})

it('money that paid one order pays no other, and no order takes two', async () => {
  const [first, second] = [await expectOrder(shop, { amount: 90_001, placedAt: NOON, expiresAt: later(NOON, 600) }), await expectOrder(shop, { amount: 90_002, placedAt: NOON, expiresAt: later(NOON, 600) })]
  const answers = await Promise.all([first, second].flatMap((orderId) => [orderId, orderId]).map((orderId) => matchByHand(shop.scope, { id, orderId }, AT)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  expect(answers.filter((answer) => !answer.ok && answer.error.kind === 'conflict')).toHaveLength(2)
  const statuses = await Promise.all([first, second].map(statusOf))
  expect(statuses.toSorted()).toEqual(['paid', 'pending'])
  expect(await logOf()).toHaveLength(1)

  await insertCredits(sql, { merchantId: shop.scope.merchantId, accountId: shop.accountId }, { credits: [{ fingerprint: 'b', at: later(NOON, 11), hasTime: true, amount: 1, description: 'TRSF BUDI', doubt: null }], source: 'endpoint', importId: null, at: AT })
  await matchCredits(shop.accountId, AT)
  const other = (await listWaiting(shop.scope, {})).credits[0]?.id ?? ''
  expect(await matchByHand(shop.scope, { id: other, orderId: statuses[0] === 'paid' ? first : second }, AT)).toMatchObject({ ok: false, error: { message: 'creditOrderHasMoney' } })
})
