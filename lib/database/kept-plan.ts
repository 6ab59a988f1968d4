import 'server-only'
import { Prisma } from './client'
import type { MerchantScope } from '@/lib/shop/scope'

/**
 * What a list is written with, so that PostgreSQL plans it once and not for each page: planning a page of orders for the shop at
 * hand takes two milliseconds, a search as much, and both are answered in less. It keeps the plan of a statement that is no dearer to
 * guess for all values than for one.
 */

/** Whose rows a list shows, out of the planner's sight. */
export const unseenOwner = ({ merchantId, mode }: MerchantScope): Prisma.Sql => Prisma.sql`merchant_id = (SELECT ${merchantId}::uuid) AND mode = (SELECT ${mode}::mode)`

/**
 * The same, where it must not be asked of the search index. That has one list of all rows of a shop; to look up in it each of hundreds
 * of rows from all over takes longer than to read these rows.
 */
export const unindexedOwner = ({ merchantId, mode }: MerchantScope): Prisma.Sql => Prisma.sql`merchant_id IS NOT DISTINCT FROM (SELECT ${merchantId}::uuid) AND mode = (SELECT ${mode}::mode)`

/** An id, out of the planner's sight. */
export const unseenId = (id: string): Prisma.Sql => Prisma.sql`(SELECT ${id}::uuid)`

/** How many rows, as a part of the statement: of a value PostgreSQL expects a tenth of the table, and plans the whole statement anew each time. */
export const rowsOf = (count: number): Prisma.Sql => Prisma.raw(String(count))
