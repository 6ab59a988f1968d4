import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import type { MerchantScope, Mode } from '@/lib/shop/scope'
import type { EndpointValues } from '../schema'
import { TEST_EVENT } from '../schema'
import type { DisabledReason, EndpointState, EndpointView, EventType } from '../views'

/** Secrets as they lie in the row: sealed. */
export type SealedSecrets = { sealed: string; sealedPrevious: string | null; previousExpiresAt: Date | null }

/** The shop's endpoints of this mode, newest first. */
export async function listEndpoints(scope: MerchantScope, { id }: { id?: string } = {}): Promise<EndpointView[]> {
  return await queryRows<EndpointView>`
    SELECT e.id, e.url, e.description, e.events, e.retry_policy AS "retryPolicy", e.state, e.disabled_reason AS "disabledReason",
      e.failing_since AS "failingSince", e.previous_secret_expires_at AS "previousSecretExpiresAt", e.created_at AS "createdAt",
      counts.pending AS "pendingCount", counts.failed AS "failedCount"
    FROM webhook_endpoints e CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE d.state = 'pending')::int AS pending, count(*) FILTER (WHERE d.state = 'failed')::int AS failed
      FROM webhook_deliveries d WHERE d.endpoint_id = e.id AND d.type <> ${TEST_EVENT} AND d.state <> 'succeeded'
    ) AS counts
    WHERE e.merchant_id = ${scope.merchantId}::uuid AND e.mode = ${scope.mode}::mode AND e.deleted_at IS NULL
      ${id ? Prisma.sql`AND e.id = ${id}::uuid` : Prisma.empty}
    ORDER BY e.created_at DESC, e.id DESC`
}

export async function findEndpoint(scope: MerchantScope, id: string): Promise<EndpointView | null> {
  const [endpoint] = await listEndpoints(scope, { id })
  return endpoint ?? null
}

export async function insertEndpoint(
  scope: MerchantScope,
  endpoint: EndpointValues & { id: string; sealedSecret: string; at: Date },
): Promise<void> {
  const { sealedSecret, at, ...values } = endpoint
  await prisma.webhookEndpoint.create({
    data: { ...values, merchantId: scope.merchantId, mode: scope.mode, encryptedSecret: sealedSecret, createdAt: at },
  })
}

/** @returns whether there was such an endpoint */
export async function updateEndpoint(scope: MerchantScope, id: string, values: EndpointValues): Promise<boolean> {
  const { count } = await prisma.webhookEndpoint.updateMany({ where: own(scope, id), data: values })
  return count > 0
}

export async function pauseEndpoint(scope: MerchantScope, id: string): Promise<boolean> {
  const { count } = await prisma.webhookEndpoint.updateMany({ where: own(scope, id), data: { state: 'paused', disabledReason: null } })
  return count > 0
}

/** As new: what failed before no longer counts. */
export async function enableEndpoint(sql: Sql, scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const count = await sql.execute`
    UPDATE webhook_endpoints SET state = 'enabled', disabled_reason = NULL, failing_since = NULL, updated_at = ${at}
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND deleted_at IS NULL`
  return count > 0
}

/** Its log stays; its secrets do not. */
export async function deleteEndpoint(sql: Sql, scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const count = await sql.execute`
    UPDATE webhook_endpoints SET deleted_at = ${at}, updated_at = ${at}, encrypted_secret = '', encrypted_previous_secret = NULL, previous_secret_expires_at = NULL
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND deleted_at IS NULL`
  return count > 0
}

export async function findSealedSecrets(scope: MerchantScope, id: string): Promise<SealedSecrets | null> {
  const row = await prisma.webhookEndpoint.findFirst({
    where: own(scope, id),
    select: { encryptedSecret: true, encryptedPreviousSecret: true, previousSecretExpiresAt: true },
  })
  return row && { sealed: row.encryptedSecret, sealedPrevious: row.encryptedPreviousSecret, previousExpiresAt: row.previousSecretExpiresAt }
}

/**
 * Puts a new secret in place of the one that signs now.
 * @param keepUntil how long the old one goes on signing; null: not at all
 */
export async function replaceSecret(scope: MerchantScope, id: string, { sealed, keepUntil, at }: { sealed: string; keepUntil: Date | null; at: Date }): Promise<boolean> {
  const count = await execute`
    UPDATE webhook_endpoints SET encrypted_secret = ${sealed}, updated_at = ${at}, previous_secret_expires_at = ${keepUntil},
      encrypted_previous_secret = CASE WHEN ${keepUntil}::timestamptz IS NOT NULL THEN encrypted_secret END
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND deleted_at IS NULL`
  return count > 0
}

export type Subscriber = { id: string; merchantId: string; mode: Mode; url: string; events: EventType[] }

/** Every endpoint of these shops, paused and disabled ones too: what happens meanwhile is kept for them. Only jobs ask. */
export async function listSubscribers(sql: Sql, merchantIds: readonly string[]): Promise<Subscriber[]> {
  return await sql.queryRows<Subscriber>`
    SELECT id, merchant_id AS "merchantId", mode, url, events FROM webhook_endpoints
    WHERE merchant_id = ANY(${merchantIds}::uuid[]) AND deleted_at IS NULL ORDER BY created_at, id`
}

/** An endpoint whose attempt just ended, locked for the rest of the transaction. Only attempts ask, with the id from their delivery. */
export type EndpointStanding = { id: string; merchantId: string; mode: Mode; url: string; state: EndpointState; failingSince: Date | null }

/** It answers again. Touches the row only when that is news. */
export async function noteSuccess(sql: Sql, id: string): Promise<void> {
  await sql.execute`UPDATE webhook_endpoints SET failing_since = NULL WHERE id = ${id}::uuid AND failing_since IS NOT NULL`
}

/** @returns where it stands now, and since when it has been failing */
export async function noteFailure(sql: Sql, id: string, at: Date): Promise<EndpointStanding | null> {
  await sql.execute`UPDATE webhook_endpoints SET failing_since = ${at} WHERE id = ${id}::uuid AND failing_since IS NULL`
  const [endpoint] = await sql.queryRows<EndpointStanding>`
    SELECT id, merchant_id AS "merchantId", mode, url, state, failing_since AS "failingSince" FROM webhook_endpoints
    WHERE id = ${id}::uuid AND deleted_at IS NULL`
  return endpoint ?? null
}

/** Stops sending to it, and tells its owner with a line of news in the same transaction. Does nothing unless it is enabled. */
export async function disableEndpoint(sql: Sql, endpoint: EndpointStanding, { reason, at }: { reason: DisabledReason; at: Date }): Promise<boolean> {
  const { id, merchantId, mode, url } = endpoint
  const count = await sql.execute`
    UPDATE webhook_endpoints SET state = 'disabled', disabled_reason = ${reason}, updated_at = ${at} WHERE id = ${id}::uuid AND state = 'enabled'`
  if (count === 0) return false
  await sql.execute`
    INSERT INTO news (merchant_id, mode, type, data, dedupe_key, at)
    VALUES (${merchantId}::uuid, ${mode}::mode, 'endpoint.disabled', ${JSON.stringify({ endpointId: id, url, reason })}::jsonb,
      ${`endpoint.disabled:${id}:${at.getTime()}`}, ${at})
    ON CONFLICT DO NOTHING`
  return true
}

const own = (scope: MerchantScope, id: string) => ({ id, merchantId: scope.merchantId, mode: scope.mode, deletedAt: null })
