import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { makeTransactionClient } from '@/prisma/testing/transactions'
import { ORDER_GROUPS, ORDER_STATUSES, type OrderFilter } from './filter'
import { listOrders } from './store'
import type { OrderSummary } from './views'

useTestDatabase()

const ORDERS = 53

let scope: MerchantScope
let at: Date
let listed: OrderSummary[]

beforeAll(async () => {
  const api = await makeTransactionClient()
  scope = api.scope
  const stages = [...ORDER_STATUSES, 'overdue'] as const
  for (const stage of stages) await api.made(stage)
  at = new Date()
  const { slug } = await makeLink(scope, { usageLimit: null }, at)
  // Many of one moment: then their IDs decide.
  for (let index = stages.length; index < ORDERS; index += 1) await makeOrder(slug, { submissionId: randomUUID() }, at)
  const first = await listOrders(scope, {}, at)
  const second = await listOrders(scope, { cursor: first.next ?? '' }, at)
  expect([first.orders.length, second.next]).toEqual([50, null])
  listed = [...first.orders, ...second.orders]
})

it('orders come page by page, newest first, each once', () => {
  expect([listed.length, new Set(listed.map(({ id }) => id)).size]).toEqual([ORDERS, ORDERS])
  const times = listed.map(({ createdAt }) => createdAt.getTime())
  expect(times).toEqual(times.toSorted((one, other) => other - one))
})

const WANTED: [NonNullable<OrderFilter['status']>, readonly string[]][] = [
  ...ORDER_STATUSES.map((status): [typeof status, string[]] => [status, [status]]),
  ...(Object.keys(ORDER_GROUPS) as (keyof typeof ORDER_GROUPS)[]).map((group): [typeof group, readonly string[]] => [group, ORDER_GROUPS[group]]),
]

it.each(WANTED)('%s finds exactly what is shown so, deadlines that nobody wrote down included', async (status, shown) => {
  const expected = listed.filter((order) => shown.includes(order.status))
  expect(expected).not.toEqual([])
  expect((await listOrders(scope, { status }, at)).orders).toEqual(expected)
})
