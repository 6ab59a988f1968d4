import 'server-only'
import { queryRows, sql, type Sql } from '@/lib/database/sql'
import { amountOf, type Currency } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import type { PoolOrder } from '../candidates'
import type { ExpectingOrder } from '../rules'

/** What bank accounts move: their credits are of nothing else, and match nothing else. */
const CURRENCY = 'IDR' satisfies Currency

/** Which of these amounts any live order of the account ever expected. */
export async function findExpectedAmounts(accountId: string, amounts: readonly number[]): Promise<Set<number>> {
  const rows = await queryRows<{ amount: bigint }>`
    SELECT DISTINCT amount FROM orders WHERE account_id = ${accountId}::uuid AND mode = 'live' AND currency = ${CURRENCY} AND amount = ANY(${amounts}::bigint[])`
  return new Set(rows.map(({ amount }) => amountOf(amount)))
}

/** Every live order of the account with exactly this amount, whatever became of it. */
export async function listExpectingOrders(accountId: string, amount: number, on: Sql = sql): Promise<ExpectingOrder[]> {
  return await on.queryRows<ExpectingOrder>`
    SELECT o.id, o.status, o.needs_matching AS "needsMatching", o.created_at AS "placedAt", o.expires_at AS "expiresAt", o.updated_at AS "changedAt",
      o.paid_at AS "paidAt", p.order_id IS NOT NULL AS "hasCode", p.held_until AS "heldUntil",
      EXISTS (SELECT FROM bank_credits c WHERE c.order_id = o.id AND c.state = 'matched') AS "hasCredit"
    FROM orders o LEFT JOIN payment_codes p ON p.order_id = o.id AND p.account_id = o.account_id AND p.amount = o.amount
    WHERE o.account_id = ${accountId}::uuid AND o.amount = ${BigInt(amount)} AND o.mode = 'live' AND o.currency = ${CURRENCY}`
}

const POOL_DAYS = 30
const POOL_SIZE = 500

/** Orders of the account that money of about this time could be for: those that no credit has paid, newest first. */
export async function listPool(scope: MerchantScope, accountId: string, { from, until }: { from: Date; until: Date }): Promise<PoolOrder[]> {
  const rows = await queryRows<Omit<PoolOrder, 'amount'> & { amount: bigint }>`
    SELECT o.id, o.order_id AS "orderId", coalesce(l.title, l.items->0->>'name', l.order_id) AS "linkName", o.status, o.amount, o.unique_code AS "uniqueCode",
      o.needs_matching AS "needsMatching", o.customer_name AS "customerName", o.customer_phone AS "customerPhone", o.created_at AS "placedAt", o.expires_at AS "expiresAt"
    FROM orders o JOIN links l ON l.id = o.link_id
    WHERE o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode AND o.account_id = ${accountId}::uuid AND o.currency = ${CURRENCY}
      AND o.created_at > ${from}::timestamptz - make_interval(days => ${POOL_DAYS}) AND o.created_at < ${until}::timestamptz + interval '1 day'
      AND NOT EXISTS (SELECT FROM bank_credits c WHERE c.order_id = o.id AND c.state = 'matched')
    ORDER BY o.created_at DESC LIMIT ${POOL_SIZE}`
  return rows.map((row) => ({ ...row, amount: amountOf(row.amount) }))
}
