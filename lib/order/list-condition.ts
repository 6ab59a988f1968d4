import 'server-only'
import { Prisma } from '@/lib/database/client'
import { rowsOf, unseenOwner } from '@/lib/database/kept-plan'
import { queryRows } from '@/lib/database/sql'
import { containsText, hasText, textSearch } from '@/lib/database/text-search'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import type { MerchantScope } from '@/lib/shop/scope'
import { cameTwice, isUnsettled, wasTakenBack } from './difference-condition'
import { isOrderGroup, ORDER_GROUPS, ORDER_STATUSES, type OrderFilter } from './filter'
import { isOpen, type OrderStatus } from './status'

const PAGE_SIZE = 50

/**
 * Which rows of `orders o` are a page, newest first. One row more than is shown, which says whether
 * there is a next page. Keyset pagination: page 10,000 costs what page 1 does.
 *
 * Each status is read through an index of its own order and the newest of them are put together: asked for several at
 * once, PostgreSQL reads either every order of the shop or every order of these statuses.
 */
export function pageCondition(scope: MerchantScope, filter: OrderSearch, at: Date): Prisma.Sql {
  const cursor = decodeCursor(filter.cursor)
  const limit = PAGE_SIZE + 1
  const meant = Prisma.sql`
    ${filter.method ? Prisma.sql`AND payment_method = ${filter.method}` : Prisma.empty}
    ${filter.link ? Prisma.sql`AND link_id = ${filter.link}::uuid` : Prisma.empty}
    ${filter.id ? Prisma.sql`AND id = ${filter.id}::uuid` : Prisma.empty}
    ${cursor ? Prisma.sql`AND (created_at, id) < ((SELECT ${cursor.createdAt}::timestamptz), (SELECT ${cursor.id}::uuid))` : Prisma.empty}`
  const all = (whose: Prisma.Sql) => Prisma.sql`SELECT * FROM orders WHERE ${whose} ${meant}`
  const parts = partsOf(scope, filter, at)
  const newestFirst = Prisma.sql`ORDER BY created_at DESC, id DESC LIMIT ${rowsOf(limit)}`
  const pageOfPart = (part: Prisma.Sql) => Prisma.sql`(SELECT id, created_at FROM orders WHERE ${ownerOf(scope, filter)} ${meant} ${part} ${newestFirst})`
  const found = filter.q
    ? textSearch({ walk: parts.map((part) => Prisma.sql`${all(unseenOwner(scope))} ${part}`), all, scope, wanted: Prisma.sql`AND ${filterCondition(scope, filter, at)}`, text: filter.q, limit })
    : Prisma.sql`SELECT id FROM (${Prisma.join(parts.map(pageOfPart), ' UNION ALL ')}) AS parts ${newestFirst}`
  return Prisma.sql`WHERE o.id = ANY(ARRAY(${found})) ORDER BY o.created_at DESC, o.id DESC`
}

/**
 * Where an order ID is exactly what is looked for, that order is meant; where it is a link's, the orders of that link.
 * Unique indexes find both, among three million orders in a hundredth of the time that a part of a text takes.
 */
export async function meantBy({ merchantId, mode }: MerchantScope, filter: OrderFilter): Promise<OrderSearch> {
  if (!filter.q || filter.cursor || !LIKE_AN_ID.test(filter.q)) return filter
  const [named] = await queryRows<{ id: string | null; link: string | null }>`
    SELECT (SELECT id FROM orders WHERE merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode AND order_id = ${filter.q}) AS id,
      (SELECT id FROM links WHERE merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode AND order_id = ${filter.q}) AS link`
  if (named?.id) return { ...filter, q: undefined, id: named.id }
  return named?.link && !filter.link ? { ...filter, q: undefined, link: named.link } : filter
}

/** With what only {@link meantBy} says: the one order that is meant. */
export type OrderSearch = OrderFilter & { id?: string }

/** An ID as somebody copied it, rather than a word: a link's, or an order's with 14 characters more. */
const LIKE_AN_ID = /^(?=.*\d)[A-Za-z0-9._~-]{1,64}$/

/** Which rows of `orders` a search and filters show, whatever the page. */
export const shownCondition = (scope: MerchantScope, filter: OrderSearch, at: Date): Prisma.Sql => shown(scope, filter, at, containsText)

/**
 * As {@link shownCondition}, for who takes the next ones newest first until there are none left.
 * @param after the last one that was taken; left out rather than made true for the first: in a plan that PostgreSQL keeps,
 * an OR would read everything before it again every time
 */
export function nextCondition(scope: MerchantScope, filter: OrderSearch, { after, at }: { after: { createdAt: Date; id: string } | null; at: Date }): Prisma.Sql {
  return Prisma.sql`${shown(scope, filter, at, hasText)} ${after ? Prisma.sql`AND (created_at, id) < (${after.createdAt}, ${after.id}::uuid)` : Prisma.empty}`
}

function shown(scope: MerchantScope, filter: OrderSearch, at: Date, has: typeof hasText): Prisma.Sql {
  return Prisma.sql`merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND ${filterCondition(scope, filter, at)}
    ${filter.method ? Prisma.sql`AND payment_method = ${filter.method}` : Prisma.empty}
    ${filter.link ? Prisma.sql`AND link_id = ${filter.link}::uuid` : Prisma.empty}
    ${filter.id ? Prisma.sql`AND id = ${filter.id}::uuid` : Prisma.empty}
    ${filter.q ? Prisma.sql`AND ${has(filter.q)}` : Prisma.empty}`
}

/** What is shown of the rows that {@link pageCondition} chose, and where the next page begins. */
export function pageOf<Row extends { id: string; createdAt: Date }>(rows: readonly Row[]): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return { shown, next: rows.length > PAGE_SIZE && last ? encodeCursor(last) : null }
}

/**
 * Whose orders they are. Those of a link belong to whom the link does, which is asked once: so an index alone answers which of its
 * thousands of orders have a status. What needs action is found through the shop instead.
 */
const ownerOf = (scope: MerchantScope, { link, status }: OrderSearch): Prisma.Sql =>
  link && status !== 'to_do' ? Prisma.sql`EXISTS (SELECT FROM links WHERE id = ${link}::uuid AND ${unseenOwner(scope)})` : unseenOwner(scope)

/** Conditions that no order answers two of, each of one written status. By link alone there is one: an index has them in order. */
function partsOf(scope: MerchantScope, filter: OrderSearch, at: Date): Prisma.Sql[] {
  const statuses = statusesOf(filter)
  if (!statuses) return filter.method && !filter.link && !filter.id ? ORDER_STATUSES.map(written) : [Prisma.empty]
  const parts = statuses.flatMap((status) => {
    // Coalesce: how many deadlines lie ahead PostgreSQL counts among all orders, where there are hardly any, and then fetches
    // every open order through the index of deadlines, which has those of all shops and in another order.
    if (isOpen(status)) return [Prisma.sql`${written(status)} AND coalesce(expires_at > ${at}, false)`]
    return status === 'expired' ? [written(status), overdue(at)] : [written(status)]
  })
  if (filter.status !== 'to_do') return parts
  return [...parts, Prisma.sql`AND ${isUnsettled}`, Prisma.sql`AND ${isOddInBank(scope)} AND NOT ${isUnsettled}`]
}

/** By what the bank says of an order's money. Late money waits for the seller already. */
const isOddInBank = (scope: MerchantScope): Prisma.Sql => Prisma.sql`(status <> 'paid_late' AND (${cameTwice(scope, Prisma.sql`id`)} OR ${wasTakenBack(scope, Prisma.sql`id`)}))`

/** The statuses that a filter means; null for all. */
function statusesOf({ status }: OrderFilter): readonly OrderStatus[] | null {
  if (!status) return null
  return isOrderGroup(status) ? ORDER_GROUPS[status] : [status]
}

/**
 * Open orders past their deadline: few, since the worker writes down at once what expired. The index of deadlines has them,
 * of all shops; by shop and status, every open order would be looked at for them.
 */
const overdue = (at: Date): Prisma.Sql =>
  Prisma.sql`AND id = ANY(ARRAY(SELECT id FROM orders WHERE status IN ('pending', 'authorized', 'in_review') AND expires_at <= ${at}))`

const written = (status: OrderStatus): Prisma.Sql => Prisma.sql`AND status = ${literal(status)}`

function filterCondition(scope: MerchantScope, filter: OrderFilter, at: Date): Prisma.Sql {
  const statuses = statusesOf(filter)
  if (!statuses) return Prisma.sql`true`
  const odd = filter.status === 'to_do' ? [isUnsettled, isOddInBank(scope)] : []
  return Prisma.sql`(${Prisma.join([...statuses.map((status) => statusCondition(status, at)), ...odd], ' OR ')})`
}

/** `orderStatus` as a condition on a row of `orders`: who is past the deadline counts as expired, written down or not. */
function statusCondition(status: OrderStatus, at: Date): Prisma.Sql {
  if (isOpen(status)) return Prisma.sql`(status = ${literal(status)} AND expires_at > ${at})`
  if (status === 'expired') return Prisma.sql`(status = 'expired' OR (status IN ('pending', 'authorized', 'in_review') AND expires_at <= ${at}))`
  return Prisma.sql`status = ${literal(status)}`
}

/** As a part of the statement: there are few, and of a value PostgreSQL would plan for the one at hand each time. */
const literal = (status: OrderStatus): Prisma.Sql => Prisma.raw(`'${status}'::order_status`)
