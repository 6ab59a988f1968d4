import 'server-only'
import type { Sql } from '@/lib/database/sql'

export type ImportRow = { id: string; merchantId: string; accountId: string; actorId: string | null; layout: string; creditCount: number; newCount: number; at: Date }

export async function insertImport(on: Sql, { id, merchantId, accountId, actorId, layout, creditCount, newCount, at }: ImportRow): Promise<void> {
  await on.execute`
    INSERT INTO credit_imports (id, merchant_id, account_id, actor_id, layout, credit_count, new_count, confirmed_count, created_at)
    VALUES (${id}::uuid, ${merchantId}::uuid, ${accountId}::uuid, ${actorId}, ${layout}, ${creditCount}, ${newCount}, 0, ${at})`
}

export async function updateConfirmedCount(on: Sql, id: string, count: number): Promise<void> {
  await on.execute`UPDATE credit_imports SET confirmed_count = ${count} WHERE id = ${id}::uuid`
}
