import 'server-only'
import { execute, inTransaction, queryRows, type Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { WAITERS_PER_LINK } from './rules'
import type { Waiter } from './views'

export type NewWaiter = { id: string; linkId: string; phone: string; at: Date }

/**
 * Writes a number once for each link. The link's row is locked while they are counted, so that a crowd cannot
 * exceed the limit.
 * @returns `full` when too many wait already; a number that waits already is no news
 */
export async function insertWaiter({ id, linkId, phone, at }: NewWaiter): Promise<'waiting' | 'full'> {
  return await inTransaction(async (sql) => {
    await sql.queryRows`SELECT id FROM links WHERE id = ${linkId}::uuid FOR NO KEY UPDATE`
    const [counted] = await sql.queryRows<{ others: number; isThere: boolean }>`
      SELECT count(*)::int AS others, coalesce(bool_or(phone = ${phone}), false) AS "isThere" FROM slot_waiters WHERE link_id = ${linkId}::uuid`
    if (counted?.isThere) return 'waiting'
    if ((counted?.others ?? 0) >= WAITERS_PER_LINK) return 'full'
    await sql.execute`
      INSERT INTO slot_waiters (id, merchant_id, mode, link_id, phone, at)
      SELECT ${id}::uuid, merchant_id, mode, id, ${phone}, ${at} FROM links WHERE id = ${linkId}::uuid`
    return 'waiting'
  })
}

/** Who waits for a link, the longest first. */
export async function listWaiters(scope: MerchantScope, linkId: string): Promise<Waiter[]> {
  return await queryRows<Waiter>`
    SELECT id, phone, at FROM slot_waiters
    WHERE link_id = ${linkId}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
    ORDER BY at, id LIMIT ${WAITERS_PER_LINK}`
}

/** @returns whether the shop had this waiter */
export async function eraseWaiter(scope: MerchantScope, id: string): Promise<boolean> {
  return (await execute`DELETE FROM slot_waiters WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`) > 0
}

/** @returns how many were erased, at most `limit` */
export async function eraseWaitersBefore({ before, limit }: { before: Date; limit: number }): Promise<number> {
  return await execute`DELETE FROM slot_waiters WHERE id IN (SELECT id FROM slot_waiters WHERE at < ${before} ORDER BY at LIMIT ${limit})`
}

export type WaitedLink = { linkId: string; merchantId: string; mode: 'test' | 'live'; name: string; waiting: number; firstWaiterId: string }

/** Of these links, those that people wait for and that take an order at this moment. */
export async function listOpenWaitedLinks(sql: Sql, { linkIds, at }: { linkIds: readonly string[]; at: Date }): Promise<WaitedLink[]> {
  return await sql.queryRows<WaitedLink>`
    SELECT l.id AS "linkId", l.merchant_id AS "merchantId", l.mode, coalesce(l.title, l.items->0->>'name', l.order_id) AS name,
      count(*)::int AS waiting, (array_agg(w.id ORDER BY w.at, w.id))[1] AS "firstWaiterId"
    FROM slot_waiters w JOIN links l ON l.id = w.link_id
    WHERE w.link_id = ANY(${linkIds}::uuid[]) AND l.state = 'active'
      AND (l.starts_at IS NULL OR l.starts_at <= ${at}) AND (l.expires_at IS NULL OR l.expires_at > ${at})
      AND (l.usage_limit IS NULL OR l.used_count + l.held_count < l.usage_limit)
    GROUP BY l.id`
}
