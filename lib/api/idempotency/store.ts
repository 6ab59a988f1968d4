import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'

/** How long an answer is remembered. */
export const REMEMBERED_MS = 24 * 60 * 60_000

/** A process that died while it worked on a request lets others at it after this long. */
const CLAIM_MS = 30_000

export type IdempotencyUse = { operation: string; key: string; fingerprint: string }

export type EarlierUse = { fingerprint: string; status: number | null; body: string | null }

/**
 * Takes a key for one request until the end of the transaction, unless somebody else has it or it was
 * answered already. What is committed between looking and locking is not seen: `insertAnswer` is.
 */
export async function lockKey(sql: Sql, scope: MerchantScope, use: IdempotencyUse, at: Date): Promise<{ isFree: boolean; earlier: EarlierUse | null }> {
  const name = lockName(scope, use)
  const [row] = await sql.queryRows<{ isFree: boolean; fingerprint: string | null; status: number | null; body: string | null }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS "isFree", known.fingerprint, known.status, known.body
    FROM (VALUES (1)) AS one LEFT JOIN idempotency_keys AS known ON ${isUse(scope, use)} AND ${isKnown(at)}`
  if (!row) throw new Error('a lock was neither given nor refused')
  const { isFree, fingerprint, status, body } = row
  return { isFree, earlier: fingerprint === null ? null : { fingerprint, status, body } }
}

/** Whoever holds the advisory lock of this name works on the key. */
export const lockName = (scope: MerchantScope, { operation, key }: IdempotencyUse): string => `idempotency ${scope.merchantId} ${scope.mode} ${operation} ${key}`

export async function findAnswer(scope: MerchantScope, use: IdempotencyUse, at: Date): Promise<EarlierUse | null> {
  const [row] = await queryRows<EarlierUse>`SELECT fingerprint, status, body FROM idempotency_keys AS known WHERE ${isUse(scope, use)} AND ${isKnown(at)}`
  return row ?? null
}

/** @returns false when the key was answered meanwhile: what was done here must not be kept */
export async function insertAnswer(sql: Sql, scope: MerchantScope, { use, at, status, body }: { use: IdempotencyUse; at: Date; status: number; body: string }): Promise<boolean> {
  const { operation, key, fingerprint } = use
  const written = await sql.execute`
    INSERT INTO idempotency_keys AS known (merchant_id, mode, operation, key, fingerprint, claim, claimed_until, status, body, created_at)
    VALUES (${scope.merchantId}::uuid, ${scope.mode}::mode, ${operation}, ${key}, ${fingerprint}, gen_random_uuid(), ${at}, ${status}, ${body}, ${at})
    ON CONFLICT (merchant_id, mode, operation, key) DO UPDATE SET fingerprint = excluded.fingerprint, claim = excluded.claim,
      claimed_until = excluded.claimed_until, status = excluded.status, body = excluded.body, created_at = excluded.created_at
    WHERE NOT ${isKnown(at)}`
  return written > 0
}

const isUse = (scope: MerchantScope, { operation, key }: IdempotencyUse) =>
  Prisma.sql`known.merchant_id = ${scope.merchantId}::uuid AND known.mode = ${scope.mode}::mode AND known.operation = ${operation} AND known.key = ${key}`

/** Neither older than a day nor left behind without an answer. */
const isKnown = (at: Date) =>
  Prisma.sql`(known.created_at > ${new Date(at.getTime() - REMEMBERED_MS)} AND (known.status IS NOT NULL OR known.claimed_until > ${at}))`

/**
 * Takes a key for one request: nobody else works on it meanwhile.
 * @param claim names this request
 * @returns null when it was taken; else what is known of its earlier use (without a status: still being worked on)
 */
export async function claimKey(scope: MerchantScope, use: IdempotencyUse, claim: string, at: Date): Promise<EarlierUse | null> {
  const { operation, key, fingerprint } = use
  const until = new Date(at.getTime() + CLAIM_MS)
  const [row] = await queryRows<EarlierUse & { isOurs: boolean }>`
    WITH claimed AS (
      INSERT INTO idempotency_keys AS known (merchant_id, mode, operation, key, fingerprint, claim, claimed_until, created_at)
      VALUES (${scope.merchantId}::uuid, ${scope.mode}::mode, ${operation}, ${key}, ${fingerprint}, ${claim}::uuid, ${until}, ${at})
      ON CONFLICT (merchant_id, mode, operation, key) DO UPDATE SET fingerprint = excluded.fingerprint, claim = excluded.claim,
        claimed_until = excluded.claimed_until, status = NULL, body = NULL, created_at = excluded.created_at
      WHERE known.created_at <= ${new Date(at.getTime() - REMEMBERED_MS)}
        OR (known.status IS NULL AND known.claimed_until <= ${at} AND known.fingerprint = excluded.fingerprint)
      RETURNING true AS "isOurs"
    )
    SELECT true AS "isOurs", '' AS fingerprint, NULL::int AS status, NULL AS body FROM claimed
    UNION ALL
    SELECT false, fingerprint, status, body FROM idempotency_keys
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND operation = ${operation} AND key = ${key}
      AND NOT EXISTS (SELECT 1 FROM claimed)`
  // Written and taken away between the two halves of the statement: as if it were still being worked on.
  if (!row) return { fingerprint, status: null, body: null }
  return row.isOurs ? null : row
}

/** @returns false when somebody else took the key over: what was done here must not be kept */
export async function rememberAnswer(sql: Sql, scope: MerchantScope, { use, claim, status, body }: { use: IdempotencyUse; claim: string; status: number; body: string }): Promise<boolean> {
  const written = await sql.execute`
    UPDATE idempotency_keys SET status = ${status}, body = ${body}
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND operation = ${use.operation} AND key = ${use.key} AND claim = ${claim}::uuid`
  return written > 0
}

/** Nothing was done: the key may be used again. */
export async function releaseKey(scope: MerchantScope, use: IdempotencyUse, claim: string): Promise<void> {
  await execute`
    DELETE FROM idempotency_keys
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND operation = ${use.operation} AND key = ${use.key}
      AND claim = ${claim}::uuid AND status IS NULL`
}

/** @returns how many were forgotten */
export async function forgetOldKeys({ at, limit }: { at: Date; limit: number }): Promise<number> {
  const until = new Date(at.getTime() - REMEMBERED_MS)
  // Asked twice: a key that is taken anew between the search and the deletion is not old any more.
  return await execute`
    DELETE FROM idempotency_keys WHERE created_at <= ${until} AND (merchant_id, mode, operation, key) IN (
      SELECT merchant_id, mode, operation, key FROM idempotency_keys WHERE created_at <= ${until} ORDER BY created_at LIMIT ${limit}
    )`
}
