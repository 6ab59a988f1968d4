import { expect, it } from 'vitest'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { listOrders } from '@/lib/order/queries'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { sortIntoSearchIndexes } from './store'

useTestDatabase()

it('what is new is sorted in once, and found as before', async () => {
  const scope = await makeShop()
  const { slug } = await makeLink(scope, { usageLimit: null })
  await makeOrder(slug)
  expect(await sortIntoSearchIndexes()).toBeGreaterThan(0)
  expect(await sortIntoSearchIndexes()).toBe(0)
  expect((await listOrders(scope, { q: 'wulandari' }, NOON)).orders).toHaveLength(1)
})
