import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { announce } from '@/lib/order/announce'
import { rollUpOrders } from '@/lib/rollup/roll-up-orders'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findHome } from './queries'
import { homePeriod } from './rules'

useTestDatabase()

const timeZone = 'Asia/Jakarta'

it.each([['not yet', false], ['already', true]])('today ends at midnight and not later, for orders that the worker has %s counted', async (_, isCounted) => {
  const scope = await makeShop()
  const { slug } = await makeLink(scope, { usageLimit: null })
  const midnight = homePeriod({ timeZone, at: NOON }).until
  for (const at of [new Date(midnight.getTime() - 1), midnight]) {
    const { id } = await makeOrder(slug, { submissionId: randomUUID() }, at)
    await announce({ orderId: id, news: 'settle', actor: 'rail', at })
  }
  if (isCounted) while (await rollUpOrders({ limit: 100 }));
  const [before, after] = [await findHome(scope, { timeZone, at: NOON }), await findHome(scope, { timeZone, at: midnight })]
  expect([before.today, before.week].map(({ started, paid }) => [started, paid])).toEqual([[1, 1], [1, 1]])
  expect([after.today, after.week].map(({ started, paid }) => [started, paid])).toEqual([[1, 1], [2, 2]])
})

it('a shop without an order has numbers, and they are zero', async () => {
  const home = await findHome(await makeShop(), { timeZone, at: NOON })
  const nothing = { started: 0, paid: 0, paidSums: [], pending: 0, pendingSums: [] }
  expect(home).toMatchObject({ isNew: true, today: nothing, week: nothing, days: [], methods: [], best: [] })
})
