import 'server-only'
import { Prisma } from '@/lib/database/client'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import { containsPattern } from '@/lib/platform/like'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkSearch } from './schema'
import type { LinkStatus } from './status'

const PAGE_SIZE = 50

/**
 * Which rows of `links` are a page, after `SELECT … FROM links`: newest first, deleted ones only when
 * asked for by status. One row more than is shown, which says whether there is a next page.
 * Keyset pagination: page 10,000 costs what page 1 does.
 */
export function pageCondition(scope: MerchantScope, filter: LinkSearch, at: Date): Prisma.Sql {
  const cursor = decodeCursor(filter.cursor)
  return Prisma.sql`
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
      ${filter.status ? Prisma.sql`AND ${statusCondition(filter.status, at)}` : Prisma.sql`AND state <> 'deleted'`}
      ${filter.orderId ? Prisma.sql`AND order_id = ${filter.orderId}` : Prisma.empty}
      ${filter.q ? Prisma.sql`AND search_text LIKE ${containsPattern(filter.q)}` : Prisma.empty}
      ${cursor ? Prisma.sql`AND (created_at, id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY created_at DESC, id DESC
    LIMIT ${(filter.limit ?? PAGE_SIZE) + 1}`
}

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
