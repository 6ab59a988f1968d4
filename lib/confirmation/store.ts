import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, type Sql } from '@/lib/database/sql'
import { amountOf } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import { lacksOnlyCode } from '@/lib/payment/unique-code'
import { hashOf, NO_HASH, type ConfirmationFacts } from './chain'

export type ConfirmationType = 'confirmed' | 'rejected' | 'matched' | 'accepted' | 'remainder' | 'moved' | 'returned' | 'ignored' | 'reopened'

/**
 * Writes down a decision about money, in the transaction of what it changes: who, when, what was
 * compared. Rows of one shop are written one after the other, so the chain has no gaps. Where it ends
 * is kept in a second place, so that rows cut off at its end are missed.
 * @param orderId null for money that is for no order
 */
export async function insertConfirmation(
  sql: Sql,
  { merchantId, userId }: Pick<MerchantScope, 'merchantId' | 'userId'>,
  { orderId, type, facts, at }: { orderId: string | null; type: ConfirmationType; facts: Record<string, unknown>; at: Date },
): Promise<void> {
  await sql.execute`SELECT pg_advisory_xact_lock(hashtextextended(${`confirmations ${merchantId}`}, 0))`
  const [last] = await sql.queryRows<{ number: number; hash: string }>`
    SELECT number, hash FROM confirmations WHERE merchant_id = ${merchantId}::uuid ORDER BY number DESC LIMIT 1`
  const row = { merchantId, number: (last?.number ?? 0) + 1, orderId, type, actorId: userId, facts, at, previousHash: last?.hash ?? NO_HASH }
  const hash = hashOf(row)
  await sql.execute`
    WITH head AS (
      INSERT INTO confirmation_heads (merchant_id, number, hash) VALUES (${merchantId}::uuid, ${row.number}, ${hash})
      ON CONFLICT (merchant_id) DO UPDATE SET number = excluded.number, hash = excluded.hash
    )
    INSERT INTO confirmations (merchant_id, number, order_id, type, actor_id, facts, at, previous_hash, hash)
    VALUES (${merchantId}::uuid, ${row.number}, ${orderId}::uuid, ${type}, ${userId}, ${JSON.stringify(facts)}::jsonb, ${at}, ${row.previousHash}, ${hash})`
}

/** What is expected of an order of the shop, as it stands when somebody decides about its money; amounts in minor units. */
export type ExpectedMoney = { orderNumber: string; status: string; expected: number; uniqueCode: number; method: string; accountId: string | null }

/** Locked until the transaction ends. Null when the shop and mode have no such order. */
export async function findOwnOrder(sql: Sql, scope: MerchantScope, orderId: string): Promise<ExpectedMoney | null> {
  const [row] = await sql.queryRows<Omit<ExpectedMoney, 'expected'> & { amount: bigint }>`
    SELECT order_id AS "orderNumber", status, amount, unique_code AS "uniqueCode", payment_method AS method, account_id AS "accountId"
    FROM orders WHERE id = ${orderId}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode FOR UPDATE`
  if (!row) return null
  const { amount, ...rest } = row
  return { ...rest, expected: amountOf(amount) }
}

/**
 * What came is what the order is about from now on; what was asked is kept beside it. Where only the unique code was left
 * off, nothing is left to settle, and the order goes without it. Before it is settled: the ledger takes its amount from there.
 * @param asked of the same order, locked by {@link findOwnOrder}
 */
export async function takeOtherAmount(sql: Sql, orderId: string, { received, asked }: { received: number; asked: Pick<ExpectedMoney, 'expected' | 'uniqueCode'> }): Promise<void> {
  const isAll = lacksOnlyCode(received, { asked: asked.expected, uniqueCode: asked.uniqueCode })
  await sql.execute`
    UPDATE orders SET amount = ${BigInt(received)}::bigint, ${isAll ? Prisma.sql`unique_code = 0, expected_amount = NULL` : Prisma.sql`expected_amount = coalesce(expected_amount, amount)`}
    WHERE id = ${orderId}::uuid AND paid_at IS NULL`
}

export type LoggedConfirmation = ConfirmationFacts & { hash: string }

export type LogHead = { number: number; hash: string }

/** Every shop that has a log, or had one, for the audit: nobody asks on a seller's behalf. */
export async function listLoggedShops(): Promise<{ merchantId: string; name: string }[]> {
  return await sql.queryRows<{ merchantId: string; name: string }>`
    SELECT m.id AS "merchantId", m.name FROM merchants m
    WHERE EXISTS (SELECT 1 FROM confirmations c WHERE c.merchant_id = m.id) OR EXISTS (SELECT 1 FROM confirmation_heads h WHERE h.merchant_id = m.id)
    ORDER BY m.created_at, m.id`
}

/** Where a shop's log ends, as it was written beside it; null where nothing was. */
export async function findLogHead(merchantId: string): Promise<LogHead | null> {
  const [head] = await sql.queryRows<LogHead>`SELECT number, hash FROM confirmation_heads WHERE merchant_id = ${merchantId}::uuid`
  return head ?? null
}

/** A shop's log from behind row `after`, in its order. */
export async function listLogged(merchantId: string, { after, limit }: { after: number; limit: number }): Promise<LoggedConfirmation[]> {
  return await sql.queryRows<LoggedConfirmation>`
    SELECT merchant_id AS "merchantId", number, order_id AS "orderId", type, actor_id AS "actorId", facts, at, previous_hash AS "previousHash", hash
    FROM confirmations WHERE merchant_id = ${merchantId}::uuid AND number > ${after} ORDER BY number LIMIT ${limit}`
}
