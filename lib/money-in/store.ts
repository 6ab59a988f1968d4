import 'server-only'
import { Prisma } from '@/lib/database/client'
import { queryRows, type Sql } from '@/lib/database/sql'
import { amountOf } from '@/lib/money/money'
import { orderPaidBefore } from '@/lib/order/difference-condition'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import { newRowId } from '@/lib/platform/ids'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Doubt } from './rules'
import type { CreditFilter, CreditState } from './schema'
import type { CreditPage, CreditSource, CreditView, NewMovement } from './views'

export type AccountKey = { merchantId: string; accountId: string }

/** One after the other: two statements of an account that are read at once count the same credits. Held until the transaction ends. */
export async function lockAccount(on: Sql, accountId: string): Promise<void> {
  await on.execute`SELECT pg_advisory_xact_lock(hashtextextended(${`money in ${accountId}`}, 0))`
}

export type CountedCredit = { amount: bigint; day: string; source: CreditSource; isKnown: boolean; count: number }

/** How many credits of these amounts an account has, by the bank's day and by who told of them. */
export async function countCreditsOfDays(on: Sql, accountId: string, amounts: readonly number[]): Promise<CountedCredit[]> {
  return await on.queryRows<CountedCredit>`
    SELECT amount, to_char(at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD') AS day, source, doubt IS NOT DISTINCT FROM 'known' AS "isKnown", count(*)::int AS count
    FROM bank_credits WHERE account_id = ${accountId}::uuid AND amount = ANY(${amounts}::bigint[]) GROUP BY 1, 2, 3, 4`
}

export type CreditToInsert = NewMovement & { doubt: Doubt | null }

/** Leaves out what is there already. @returns how many are new */
export async function insertCredits(
  on: Sql,
  { merchantId, accountId }: AccountKey,
  { credits, source, importId, at }: { credits: readonly CreditToInsert[]; source: CreditSource; importId: string | null; at: Date },
): Promise<number> {
  if (credits.length === 0) return 0
  const rows = credits.map((credit) => ({ ...credit, id: newRowId(at.getTime()), state: credit.doubt === 'known' ? 'ignored' : 'open' }))
  return await on.execute`
    INSERT INTO bank_credits (id, merchant_id, account_id, source, import_id, amount, at, has_time, description, fingerprint, state, doubt, created_at)
    SELECT id, ${merchantId}::uuid, ${accountId}::uuid, ${source}, ${importId}::uuid, amount, at, "hasTime", description, fingerprint, state, doubt, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS credit (id uuid, amount bigint, at timestamptz, "hasTime" boolean, description text, fingerprint text, state credit_state, doubt text)
    ON CONFLICT (account_id, fingerprint) DO NOTHING`
}

export type OpenCredit = { id: string; amount: number; at: Date; hasTime: boolean; description: string }
type OpenRow = Omit<OpenCredit, 'amount'> & { amount: bigint }

/** What nobody has judged yet, oldest first. */
export async function listUnjudgedCredits(accountId: string): Promise<OpenCredit[]> {
  const rows = await queryRows<OpenRow>`
    SELECT id, amount, at, has_time AS "hasTime", description FROM bank_credits
    WHERE account_id = ${accountId}::uuid AND state = 'open' AND doubt IS NULL ORDER BY at, id`
  return rows.map((row) => ({ ...row, amount: amountOf(row.amount) }))
}

/** Keeps the credit for this transaction; null when somebody decided about it. */
export async function lockOpenCredit(on: Sql, id: string): Promise<OpenCredit | null> {
  const [row] = await on.queryRows<OpenRow>`
    SELECT id, amount, at, has_time AS "hasTime", description FROM bank_credits WHERE id = ${id}::uuid AND state = 'open' FOR UPDATE`
  return row ? { ...row, amount: amountOf(row.amount) } : null
}

export async function markDoubtful(on: Sql, ids: readonly string[], doubt: Doubt): Promise<void> {
  if (ids.length > 0) await on.execute`UPDATE bank_credits SET doubt = ${doubt} WHERE id = ANY(${ids}::uuid[]) AND state = 'open'`
}

export type CreditDecision = { id: string; state: CreditState; orderId: string | null; userId: string | null; at: Date }

/** @returns false when it was not open any more */
export async function decideOpenCredit(on: Sql, { id, state, orderId, userId, at }: CreditDecision): Promise<boolean> {
  return (await on.execute`
    UPDATE bank_credits SET state = ${state}::credit_state, order_id = ${orderId}::uuid, doubt = NULL, decided_at = ${at}, decided_by = ${userId}
    WHERE id = ${id}::uuid AND state = 'open'`) === 1
}

export type OwnCredit = OpenCredit & { accountId: string; state: CreditState; doubt: Doubt | null; orderId: string | null }

/** One of the shop's credits, kept for this transaction. */
export async function lockOwnCredit(on: Sql, scope: MerchantScope, id: string): Promise<OwnCredit | null> {
  const [row] = await on.queryRows<OpenRow & Omit<OwnCredit, 'amount'>>`
    SELECT id, account_id AS "accountId", amount, at, has_time AS "hasTime", description, state, doubt, order_id AS "orderId"
    FROM bank_credits WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND ${scope.mode} = 'live' FOR UPDATE`
  return row ? { ...row, amount: amountOf(row.amount) } : null
}

/** The seller has seen that the bank took back what had paid an order. */
export async function markReversalSeen(on: Sql, { id, userId, at }: { id: string; userId: string | null; at: Date }): Promise<void> {
  await on.execute`UPDATE bank_credits SET doubt = NULL, decided_at = ${at}, decided_by = ${userId} WHERE id = ${id}::uuid AND state = 'reversed'`
}

/** Nobody has judged it from now on. @returns false when no seller had ignored it */
export async function reopenIgnoredCredit(on: Sql, id: string): Promise<boolean> {
  return (await on.execute`
    UPDATE bank_credits SET state = 'open', doubt = NULL, decided_at = NULL, decided_by = NULL
    WHERE id = ${id}::uuid AND state = 'ignored' AND decided_by IS NOT NULL`) === 1
}

const PAGE_SIZE = 20

type CreditRow = Omit<CreditView, 'amount' | 'order'> & { amount: bigint; accountId: string; orderId: string | null; orderNumber: string | null; customerName: string | null }

const WAITING = Prisma.sql`(c.state = 'open' OR (c.state = 'reversed' AND c.doubt = 'reversedPaid'))`

/** A page of the shop's money, the newest first, by keyset. @param only `waiting`: what the seller has to decide */
export async function listCredits(scope: MerchantScope, filter: CreditFilter, only?: 'waiting'): Promise<CreditPage & { accountIds: Map<string, string> }> {
  const cursor = decodeCursor(filter.cursor)
  const rows = await queryRows<CreditRow>`
    SELECT c.id, c.account_id AS "accountId", a.label AS "accountLabel", c.source, c.amount, c.at, c.has_time AS "hasTime", c.description, c.state, c.doubt,
      c.state = 'ignored' AND c.decided_by IS NOT NULL AS "canReopen", c.created_at AS "createdAt", o.id AS "orderId", o.order_id AS "orderNumber", o.customer_name AS "customerName"
    FROM bank_credits c JOIN receiving_accounts a ON a.id = c.account_id LEFT JOIN orders o ON o.id = coalesce(c.order_id, CASE WHEN c.state = 'open' AND c.doubt = 'paidTwice' THEN ${orderPaidBefore(Prisma.sql`c`)} END)
    WHERE c.merchant_id = ${scope.merchantId}::uuid AND ${scope.mode} = 'live'
      ${only ? Prisma.sql`AND ${WAITING}` : Prisma.empty}
      ${filter.state ? Prisma.sql`AND c.state = ${filter.state}::credit_state` : Prisma.empty}
      ${cursor ? Prisma.sql`AND (c.created_at, c.id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${PAGE_SIZE + 1}`
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    credits: shown.map(({ id, accountLabel, source, amount, at, hasTime, description, state, doubt, canReopen, createdAt, orderId, orderNumber, customerName }) => ({
      id, accountLabel, source, amount: amountOf(amount), at, hasTime, description, state, doubt, canReopen, createdAt,
      order: orderId === null ? null : { id: orderId, orderId: orderNumber ?? '', customerName: customerName ?? '' },
    })),
    accountIds: new Map(shown.map(({ id, accountId }) => [id, accountId])),
    next: rows.length > PAGE_SIZE && last ? encodeCursor({ createdAt: last.createdAt, id: last.id }) : null,
  }
}
