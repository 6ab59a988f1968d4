import 'server-only'
import { Prisma } from '@/lib/database/client'
import { rowsOf, unseenOwner } from '@/lib/database/kept-plan'
import { queryRows } from '@/lib/database/sql'
import { textSearch } from '@/lib/database/text-search'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import { isShortSearch } from '@/lib/platform/short-search'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkSearch } from './schema'
import type { LinkStatus } from './status'

const PAGE_SIZE = 50
/** Nearly each deleted link is on a page of the table of its own, so walking takes longer; and they have a search index of their own. */
const SCATTERED = 1_000
/** In the words of that index, and not in those of others: by their state, each time all deleted links of all shops would be read. */
const ONLY_DELETED = Prisma.sql`AND deleted_at IS NOT NULL`

/**
 * Which rows of `links` are a page, after `SELECT … FROM links`: newest first, deleted ones only when
 * asked for by status. One row more than is shown, which says whether there is a next page.
 * Keyset pagination: page 10,000 costs what page 1 does.
 */
export function pageCondition(scope: MerchantScope, filter: LinkSearch, at: Date): Prisma.Sql {
  const cursor = decodeCursor(filter.cursor)
  const limit = (filter.limit ?? PAGE_SIZE) + 1
  const restOf = (whose: Prisma.Sql) => Prisma.sql`${whose}
    ${cursor ? Prisma.sql`AND (created_at, id) < ((SELECT ${cursor.createdAt}::timestamptz), (SELECT ${cursor.id}::uuid))` : Prisma.empty}`
  const meant = Prisma.sql`
    ${filter.orderId ? Prisma.sql`AND order_id = ${filter.orderId}` : Prisma.empty}
    ${filter.id ? Prisma.sql`AND id = ${filter.id}::uuid` : Prisma.empty}`
  if (!filter.q) return Prisma.sql`WHERE ${restOf(unseenOwner(scope))} ${shownCondition(filter, at)} ${meant} ORDER BY created_at DESC, id DESC LIMIT ${rowsOf(limit)}`

  const isDeleted = filter.status === 'deleted'
  const found = textSearch({
    walk: [Prisma.sql`SELECT * FROM links WHERE ${restOf(unseenOwner(scope))} ${shownCondition(filter, at)}`],
    all: (whose) => Prisma.sql`SELECT * FROM links WHERE ${restOf(whose)}`,
    scope,
    wanted: Prisma.sql`${isDeleted ? ONLY_DELETED : shownCondition(filter, at)} ${meant}`,
    areNearlyAllWanted: !filter.status,
    text: filter.q,
    limit,
    ...(isDeleted && !isShortSearch(filter.q) && { walkAtMost: SCATTERED }),
  })
  return Prisma.sql`WHERE id = ANY(ARRAY(${found})) ORDER BY created_at DESC, id DESC`
}

/** An ID as somebody copied it, rather than a word. */
const LIKE_AN_ID = /^(?=.*\d)[A-Za-z0-9._~-]{1,50}$/

/**
 * Where an order ID or an address is exactly what is looked for, that one link is meant, not every
 * other that contains it. Both are found in unique indexes, in a million links fifty times as fast as a part of a text.
 */
export async function meantBy(scope: MerchantScope, filter: LinkSearch, at: Date): Promise<LinkSearch> {
  if (!filter.q || filter.cursor || !LIKE_AN_ID.test(filter.q)) return filter
  const found = await queryRows<{ id: string }>`
    SELECT id FROM links
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode ${shownCondition(filter, at)}
      AND (order_id = ${filter.q} OR slug = ${filter.q.toLowerCase()})
    LIMIT 2`
  const [only, another] = found
  return only && !another ? { ...filter, q: undefined, id: only.id } : filter
}

const shownCondition = ({ status }: LinkSearch, at: Date): Prisma.Sql =>
  status ? Prisma.sql`AND ${statusCondition(status, at)}` : Prisma.sql`AND state <> 'deleted'`

/** What is shown of the rows that {@link pageCondition} chose, and where the next page begins. */
export function pageOf<Row extends { id: string; createdAt: Date }>(rows: readonly Row[], { limit = PAGE_SIZE }: LinkSearch): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: rows.length > limit && last ? encodeCursor(last) : null }
}

/**
 * `linkStatus` as a condition on a row of `links`, so that a filter can use an index.
 * A test holds the two against each other over every combination.
 */
export function statusCondition(status: LinkStatus, at: Date): Prisma.Sql {
  const left = Prisma.sql`(usage_limit IS NULL OR used_count < usage_limit)`
  const open = Prisma.sql`(expires_at IS NULL OR expires_at > ${at})`
  switch (status) {
    case 'deleted':
      return Prisma.sql`state = 'deleted'`
    case 'soldOut':
      return Prisma.sql`state <> 'deleted' AND used_count >= usage_limit`
    case 'expired':
      return Prisma.sql`state <> 'deleted' AND ${left} AND expires_at <= ${at}`
    case 'paused':
      return Prisma.sql`state = 'paused' AND ${left} AND ${open}`
    case 'scheduled':
      return Prisma.sql`state = 'active' AND ${left} AND ${open} AND starts_at > ${at}`
    case 'active':
      return Prisma.sql`state = 'active' AND ${left} AND ${open} AND (starts_at IS NULL OR starts_at <= ${at})`
  }
}
