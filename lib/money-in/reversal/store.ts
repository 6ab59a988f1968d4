import 'server-only'
import type { Sql } from '@/lib/database/sql'
import { amountOf, requireCurrency, type Currency } from '@/lib/money/money'
import { REVERSAL_DAYS } from '../rules'

export type Reversible = { id: string; description: string; isMatched: boolean }

/** Credits that a debit of this amount could take back: what has paid an order before what has not, then the newest; empty when it has taken one back already. */
export async function listReversible(on: Sql, accountId: string, debit: { fingerprint: string; amount: number; until: Date }): Promise<Reversible[]> {
  return await on.queryRows<Reversible>`
    SELECT id, description, state = 'matched' AS "isMatched" FROM bank_credits
    WHERE account_id = ${accountId}::uuid AND amount = ${BigInt(debit.amount)} AND reversed_by IS NULL AND doubt IS DISTINCT FROM 'known'
      AND at <= ${debit.until} AND at >= ${debit.until}::timestamptz - make_interval(days => ${REVERSAL_DAYS})
      AND NOT EXISTS (SELECT FROM bank_credits r WHERE r.account_id = ${accountId}::uuid AND r.reversed_by = ${debit.fingerprint})
    ORDER BY state = 'matched' DESC, at DESC, id DESC`
}

export type ReversedPayment = { creditId: string; orderId: string; amount: number; currency: Currency; customer: string }

/** @returns what it had paid, else null */
export async function markReversed(on: Sql, id: string, fingerprint: string): Promise<ReversedPayment | null> {
  const [row] = await on.queryRows<{ creditId: string; orderId: string | null; amount: bigint; currency: string; customer: string }>`
    WITH before AS (SELECT id, state, order_id FROM bank_credits WHERE id = ${id}::uuid FOR UPDATE)
    UPDATE bank_credits c SET state = 'reversed', reversed_by = ${fingerprint}, doubt = CASE WHEN before.state = 'matched' THEN 'reversedPaid' END
    FROM before LEFT JOIN orders o ON o.id = before.order_id WHERE c.id = before.id
    RETURNING c.id AS "creditId", o.id AS "orderId", c.amount, coalesce(o.currency, 'IDR') AS currency, coalesce(o.customer_name, '') AS customer`
  if (!row || row.orderId === null) return null
  return { creditId: row.creditId, orderId: row.orderId, amount: amountOf(row.amount), currency: requireCurrency(row.currency.trim()), customer: row.customer }
}
