import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { hashOf, NO_HASH } from './chain'

export type ConfirmationType = 'confirmed' | 'rejected' | 'matched' | 'accepted' | 'moved' | 'returned' | 'ignored'

/**
 * Writes down a decision about money, in the transaction of what it changes: who, when, what was
 * compared. Rows of one shop are written one after the other, so the chain has no gaps.
 */
export async function insertConfirmation(
  sql: Sql,
  { merchantId, userId }: Pick<MerchantScope, 'merchantId' | 'userId'>,
  { orderId, type, facts, at }: { orderId: string; type: ConfirmationType; facts: Record<string, unknown>; at: Date },
): Promise<void> {
  await sql.execute`SELECT pg_advisory_xact_lock(hashtextextended(${`confirmations ${merchantId}`}, 0))`
  const [last] = await sql.queryRows<{ number: number; hash: string }>`
    SELECT number, hash FROM confirmations WHERE merchant_id = ${merchantId}::uuid ORDER BY number DESC LIMIT 1`
  const row = { merchantId, number: (last?.number ?? 0) + 1, orderId, type, actorId: userId, facts, at, previousHash: last?.hash ?? NO_HASH }
  await sql.execute`
    INSERT INTO confirmations (merchant_id, number, order_id, type, actor_id, facts, at, previous_hash, hash)
    VALUES (${merchantId}::uuid, ${row.number}, ${orderId}::uuid, ${type}, ${userId}, ${JSON.stringify(facts)}::jsonb, ${at}, ${row.previousHash}, ${hashOf(row)})`
}
