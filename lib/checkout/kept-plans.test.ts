import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { execute, queryRows } from '@/lib/database/sql'
import { findLinkRecord } from '@/lib/link/queries'
import { newRowId, secretToken } from '@/lib/platform/ids'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { insertHeldOrder } from './hold/store'
import { findCheckoutLink } from './store'

useTestDatabase()

// PostgreSQL tries five plans made for the values before it decides whether one for any values is as good.
const TRIES = 12
const TRIED = 5

/** Enough links that PostgreSQL looks each up in an index, and thinks that ten of them take longer than one. */
async function makeManyLinks(of: { id: string }) {
  await execute`
    INSERT INTO links (id, merchant_id, mode, order_id, slug, amount, items, search_text, created_at, updated_at)
    SELECT gen_random_uuid(), merchant_id, mode, gen_random_uuid()::text, gen_random_uuid()::text, amount, items, '', created_at, updated_at
    FROM links CROSS JOIN generate_series(1, 5000) WHERE id = ${of.id}::uuid`
  await execute`ANALYZE links`
}

/** Of the connection that was used last, which the pool gives to whoever asks next. */
async function plansOf(part: string) {
  return await queryRows<{ kept: number; anew: number }>`
    SELECT generic_plans::int AS kept, custom_plans::int AS anew FROM pg_prepared_statements WHERE strpos(statement, ${part}) > 0`
}

async function placeOrders(link: { id: string }, count: number) {
  const order = () => ({
    id: newRowId(NOON.getTime()), token: secretToken(), submissionId: randomUUID(), link: { id: link.id, version: 1 }, price: 85_000, paymentMethod: 'bca_va' as const,
    instructions: { kind: 'card' as const }, customer: { name: 'Sari', email: null, phone: null }, locale: 'id', expiresAt: later(NOON, 60), at: NOON,
  })
  return await Promise.all(Array.from({ length: count }, () => insertHeldOrder(order())))
}

it.each<[string, string, (link: { id: string; slug: string; orderId: string }, scope: MerchantScope) => Promise<unknown>]>([
  ['opening a link', 'WHERE l.slug', ({ slug }) => findCheckoutLink(slug)],
  ['links with their orders', 'AS newest', ({ orderId }, scope) => Promise.all(['a', orderId, 'b'].map((id) => findLinkRecord(scope, id, NOON)))],
  ['one order', '::uuid FOR NO KEY UPDATE', (link) => placeOrders(link, 1)],
  ['orders of one moment', 'FOR NO KEY UPDATE SKIP LOCKED', (link) => placeOrders(link, 3)],
])('%s: not planned anew each time', async (_, part, ask) => {
  const orderId = 'kept-plan'
  const scope = await makeShop()
  const link = await makeLink(scope, { usageLimit: null, orderId })
  await makeManyLinks(link)
  for (let time = 0; time < TRIES; time++) await ask({ ...link, orderId }, scope)
  expect(await plansOf(part)).toEqual([{ kept: TRIES - TRIED, anew: TRIED }])
})
