import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, queryRows } from '@/lib/database/sql'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import { containsPattern } from '@/lib/platform/like'
import type { MerchantScope, Mode } from '@/lib/shop/scope'
import { KEPT_CALLS, type CallFilter, type CallOutcome } from './schema'
import type { CallDetails, CallPage, CallView } from './views'

export type ApiCallEntry = {
  id: string
  merchantId: string
  mode: Mode
  keyId: string
  method: string
  path: string
  status: number
  durationMs: number
  idempotencyKey: string | null
  userAgent: string | null
  /** Without personal data. */
  requestBody: unknown
  responseBody: unknown
  at: Date
}

export async function insertCalls(calls: readonly ApiCallEntry[]): Promise<void> {
  const rows = calls.map(({ requestBody, responseBody, ...call }) => ({ ...call, request_body: requestBody, response_body: responseBody }))
  await execute`
    INSERT INTO api_calls (id, merchant_id, mode, key_id, method, path, status, duration_ms, idempotency_key, user_agent, request_body, response_body, at)
    SELECT id, "merchantId", mode, "keyId", method, path, status, "durationMs", "idempotencyKey", "userAgent", request_body, response_body, at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS calls (id uuid, "merchantId" uuid, mode mode, "keyId" uuid, method text, path text,
      status int, "durationMs" int, "idempotencyKey" text, "userAgent" text, request_body jsonb, response_body jsonb, at timestamptz)`
}

const PAGE_SIZE = 50

const CALL = Prisma.sql`c.id, c.method, c.path, c.status, c.duration_ms AS "durationMs", c.at, coalesce(k.name, '') AS "keyName"`

/** A page of the log, newest first, by keyset. Whatever is looked for, no more than the kept calls are looked through. */
export async function listCalls(scope: MerchantScope, filter: CallFilter): Promise<CallPage> {
  const cursor = decodeCursor(filter.cursor)
  const rows = await queryRows<CallView>`
    SELECT ${CALL} FROM (
      SELECT * FROM api_calls WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode ORDER BY at DESC, id DESC LIMIT ${KEPT_CALLS}
    ) c LEFT JOIN server_keys k ON k.id = c.key_id
    WHERE true
      ${filter.outcome ? OUTCOMES[filter.outcome] : Prisma.empty}
      ${filter.q ? Prisma.sql`AND lower(c.path) LIKE ${containsPattern(filter.q)}` : Prisma.empty}
      ${cursor ? Prisma.sql`AND (c.at, c.id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY c.at DESC, c.id DESC LIMIT ${PAGE_SIZE + 1}`
  const calls = rows.slice(0, PAGE_SIZE)
  const last = calls.at(-1)
  return { calls, next: rows.length > PAGE_SIZE && last ? encodeCursor({ createdAt: last.at, id: last.id }) : null }
}

/** As {@link outcomeOf} says. */
const OUTCOMES = {
  succeeded: Prisma.sql`AND c.status < 400`,
  refused: Prisma.sql`AND c.status >= 400 AND c.status < 500`,
  failed: Prisma.sql`AND c.status >= 500`,
} as const satisfies Record<CallOutcome, unknown>

export async function findCall(scope: MerchantScope, id: string): Promise<CallDetails | null> {
  const [call] = await queryRows<CallDetails>`
    SELECT ${CALL}, c.idempotency_key AS "idempotencyKey", c.user_agent AS "userAgent", c.request_body AS "requestBody", c.response_body AS "responseBody"
    FROM api_calls c LEFT JOIN server_keys k ON k.id = c.key_id
    WHERE c.id = ${id}::uuid AND c.merchant_id = ${scope.merchantId}::uuid AND c.mode = ${scope.mode}::mode`
  return call ?? null
}

export type CallOwner = { merchantId: string; mode: Mode }

/** Before every shop. */
export const NOBODY: CallOwner = { merchantId: '00000000-0000-0000-0000-000000000000', mode: 'test' }

/**
 * Visits the next shops that have calls, in the order of the index, and deletes what is older than
 * the newest `keep` of each, at most `limit` rows.
 * @returns the last shop visited; null when the round is over
 */
export async function deleteOldCalls({ after, shops, keep, limit }: { after: CallOwner; shops: number; keep: number; limit: number }): Promise<{ visited: CallOwner | null; deleted: number }> {
  const [row] = await queryRows<CallOwner & { count: number; deleted: number }>`
    WITH RECURSIVE owners AS (
      SELECT ${after.merchantId}::uuid AS merchant_id, ${after.mode}::mode AS mode, 0 AS number
      UNION ALL
      SELECT next.merchant_id, next.mode, owners.number + 1 FROM owners CROSS JOIN LATERAL (
        SELECT merchant_id, mode FROM api_calls WHERE (merchant_id, mode) > (owners.merchant_id, owners.mode) ORDER BY merchant_id, mode LIMIT 1
      ) AS next WHERE owners.number < ${shops}
    ), old AS (
      SELECT c.id FROM owners CROSS JOIN LATERAL (
        SELECT id FROM api_calls WHERE merchant_id = owners.merchant_id AND mode = owners.mode ORDER BY at DESC, id DESC OFFSET ${keep} LIMIT ${limit}
      ) AS c WHERE owners.number > 0 LIMIT ${limit}
    ), deleted AS (DELETE FROM api_calls WHERE id IN (SELECT id FROM old) RETURNING 1)
    SELECT merchant_id AS "merchantId", mode, number AS count, (SELECT count(*)::int FROM deleted) AS deleted FROM owners ORDER BY number DESC LIMIT 1`
  if (!row) return { visited: null, deleted: 0 }
  const { merchantId, mode, count, deleted } = row
  return { visited: count < shops ? null : { merchantId, mode }, deleted }
}
