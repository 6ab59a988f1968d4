import 'server-only'
import { Prisma } from '@/lib/database/client'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import { containsPattern } from '@/lib/platform/like'
import type { MerchantScope } from '@/lib/shop/scope'
import { isOrderGroup, ORDER_GROUPS, type OrderFilter, type OrderGroup } from './schema'
import { isOpen, type OrderStatus } from './status'

const PAGE_SIZE = 50

/**
 * Which rows of `orders o` are a page, newest first. One row more than is shown, which says whether
 * there is a next page. Keyset pagination: page 10,000 costs what page 1 does.
 */
export function pageCondition(scope: MerchantScope, filter: OrderFilter, at: Date): Prisma.Sql {
  const cursor = decodeCursor(filter.cursor)
  return Prisma.sql`
    WHERE ${shownCondition(scope, filter, at)}
      ${cursor ? Prisma.sql`AND (o.created_at, o.id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY o.created_at DESC, o.id DESC
    LIMIT ${PAGE_SIZE + 1}`
}

/** Which rows of `orders o` a search and filters show, on whatever page. */
export function shownCondition(scope: MerchantScope, filter: Omit<OrderFilter, 'cursor'>, at: Date): Prisma.Sql {
  return Prisma.sql`
    o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode
      ${filter.status ? Prisma.sql`AND ${filterCondition(filter.status, at)}` : Prisma.empty}
      ${filter.method ? Prisma.sql`AND o.payment_method = ${filter.method}` : Prisma.empty}
      ${filter.link ? Prisma.sql`AND o.link_id = ${filter.link}::uuid` : Prisma.empty}
      ${filter.q ? Prisma.sql`AND o.search_text LIKE ${containsPattern(filter.q)}` : Prisma.empty}`
}

/** What is shown of the rows that {@link pageCondition} chose, and where the next page begins. */
export function pageOf<Row extends { id: string; createdAt: Date }>(rows: readonly Row[]): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return { shown, next: rows.length > PAGE_SIZE && last ? encodeCursor(last) : null }
}

function filterCondition(filter: OrderStatus | OrderGroup, at: Date): Prisma.Sql {
  if (!isOrderGroup(filter)) return statusCondition(filter, at)
  return Prisma.sql`(${Prisma.join(ORDER_GROUPS[filter].map((status) => statusCondition(status, at)), ' OR ')})`
}

/** `orderStatus` as a condition on a row of `orders o`: who is past the deadline counts as expired, written down or not. */
function statusCondition(status: OrderStatus, at: Date): Prisma.Sql {
  if (isOpen(status)) return Prisma.sql`(o.status = ${status}::order_status AND o.expires_at > ${at})`
  if (status === 'expired') return Prisma.sql`(o.status = 'expired' OR (o.status IN ('pending', 'authorized', 'in_review') AND o.expires_at <= ${at}))`
  return Prisma.sql`o.status = ${status}::order_status`
}
