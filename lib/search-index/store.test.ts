import { expect, it } from 'vitest'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { queryRows } from '@/lib/database/sql'
import { changeLinkState } from '@/lib/link/store'
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

it('so is a link that was deleted, in an index of its own', async () => {
  const scope = await makeShop()
  const { id } = await makeLink(scope)
  await sortIntoSearchIndexes()
  await changeLinkState(scope, { id, from: ['active'], to: 'deleted', event: 'deleted', at: NOON })
  const waiting = async () => await queryRows<{ pages: number }>`SELECT gin_clean_pending_list('deleted_links_search')::int AS pages`
  expect(await sortIntoSearchIndexes()).toBeGreaterThan(0)
  expect(await waiting()).toEqual([{ pages: 0 }])
})
