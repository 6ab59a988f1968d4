import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, queryRows, sql as database, type Sql } from '@/lib/database/sql'
import { enqueue, insertJobs } from '@/lib/job/enqueue'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import type { MerchantScope, Mode } from '@/lib/shop/scope'
import { TEST_EVENT, type DeliveryFilter } from '../schema'
import type { AttemptError, AttemptTrigger, AttemptView, DeliveryDetails, DeliveryPage, DeliveryState, DeliveryView, EndpointState, EventType, OrderDelivery, RetryPolicy } from '../views'

const PAGE_SIZE = 50

/** How a delivery is shown, with its last attempt. A delivery that failed without an attempt was stopped: its endpoint was deleted. */
const VIEW = Prisma.sql`
  SELECT d.id, d.type, d.order_id AS "orderId", o.order_id AS "orderName", d.state, d.attempt_count AS "attemptCount",
    d.next_attempt_at AS "nextAttemptAt", d.created_at AS "createdAt", d.completed_at AS "completedAt",
    last.status_code AS "lastStatusCode", CASE WHEN d.state = 'failed' AND d.attempt_count = 0 AND d.type <> ${TEST_EVENT} THEN 'stopped' ELSE last.error END AS "lastError"`
const FROM = Prisma.sql`
  FROM webhook_deliveries d LEFT JOIN orders o ON o.id = d.order_id LEFT JOIN LATERAL (
    SELECT status_code, error FROM webhook_attempts a WHERE a.delivery_id = d.id ORDER BY number DESC LIMIT 1
  ) AS last ON true`

/** A page of an endpoint's log, newest first, by keyset. */
export async function listDeliveries(scope: MerchantScope, filter: DeliveryFilter): Promise<DeliveryPage> {
  const cursor = decodeCursor(filter.cursor)
  const rows = await queryRows<DeliveryView>`
    ${VIEW} ${FROM}
    WHERE d.merchant_id = ${scope.merchantId}::uuid AND d.mode = ${scope.mode}::mode AND d.endpoint_id = ${filter.endpointId}::uuid
      ${filter.state ? Prisma.sql`AND d.state = ${filter.state}::delivery_state` : Prisma.empty}
      ${cursor ? Prisma.sql`AND (d.created_at, d.id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${PAGE_SIZE + 1}`
  const deliveries = rows.slice(0, PAGE_SIZE)
  const last = deliveries.at(-1)
  return { deliveries, next: rows.length > PAGE_SIZE && last ? encodeCursor(last) : null }
}

/** What was told about one order, newest first; null when it is not this merchant's. More than a hundred nobody reads. */
export async function listOrderDeliveries(scope: MerchantScope, orderId: string): Promise<OrderDelivery[] | null> {
  const owned = await queryRows`
    SELECT 1 AS owned FROM orders WHERE id = ${orderId}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  if (owned.length === 0) return null
  return await queryRows<OrderDelivery>`
    ${VIEW}, d.url ${FROM}
    WHERE d.merchant_id = ${scope.merchantId}::uuid AND d.mode = ${scope.mode}::mode AND d.order_id = ${orderId}::uuid
    ORDER BY d.created_at DESC, d.id DESC LIMIT 100`
}

export async function findDelivery(scope: MerchantScope, id: string): Promise<DeliveryDetails | null> {
  const [delivery] = await queryRows<Omit<DeliveryDetails, 'attempts'>>`
    ${VIEW}, d.url, d.payload ${FROM}
    WHERE d.id = ${id}::uuid AND d.merchant_id = ${scope.merchantId}::uuid AND d.mode = ${scope.mode}::mode`
  if (!delivery) return null
  const attempts = await queryRows<AttemptView>`
    SELECT number, trigger, at, duration_ms AS "durationMs", status_code AS "statusCode", error, request_headers AS "requestHeaders",
      response_headers AS "responseHeaders", response_body AS "responseBody"
    FROM webhook_attempts WHERE delivery_id = ${id}::uuid ORDER BY number DESC LIMIT 100`
  return { ...delivery, attempts }
}

export type PlannedDelivery = {
  id: string
  merchantId: string
  mode: Mode
  /** Null for an address that a link brought itself. */
  endpointId: string | null
  url: string
  orderEventId: string
  orderId: string
  type: EventType
  payload: string
}

/**
 * Writes deliveries and the jobs of their first attempts. One that is already there is left alone,
 * and gets no second job. Only jobs plan; each row says whose it is.
 */
export async function insertDeliveries(sql: Sql, planned: readonly PlannedDelivery[], at: Date): Promise<void> {
  if (planned.length === 0) return
  const written = await sql.queryRows<{ id: string }>`
    INSERT INTO webhook_deliveries (id, merchant_id, mode, endpoint_id, url, order_event_id, order_id, type, payload, created_at, next_attempt_at)
    SELECT id, "merchantId", mode, "endpointId", url, "orderEventId", "orderId", type, payload, ${at}, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) AS planned
      (id uuid, "merchantId" uuid, mode mode, "endpointId" uuid, url text, "orderEventId" bigint, "orderId" uuid, type text, payload text)
    ON CONFLICT DO NOTHING RETURNING id`
  const ids = new Set(written.map(({ id }) => id))
  for (const [group, deliveries] of Map.groupBy(planned.filter(({ id }) => ids.has(id)), groupOf)) {
    await enqueue(sql, 'webhook', deliveries.map(({ id }) => ({ deliveryId: id, attempt: 1 })), { group })
  }
}

/** Failed until its one attempt succeeds, so that a crash in between leaves nothing pending for ever. */
export async function insertTestDelivery(
  scope: MerchantScope,
  { id, endpointId, url, payload, at }: { id: string; endpointId: string; url: string; payload: string; at: Date },
): Promise<void> {
  await execute`
    INSERT INTO webhook_deliveries (id, merchant_id, mode, endpoint_id, url, type, payload, state, created_at, completed_at)
    VALUES (${id}::uuid, ${scope.merchantId}::uuid, ${scope.mode}::mode, ${endpointId}::uuid, ${url}, ${TEST_EVENT}, ${payload}, 'failed', ${at}, ${at})`
}

/** Everything that an attempt needs. */
export type Outstanding = {
  id: string
  url: string
  payload: string
  type: EventType | typeof TEST_EVENT
  state: DeliveryState
  automaticAttempts: number
  endpoint: {
    id: string
    state: EndpointState
    retryPolicy: RetryPolicy
    deleted: boolean
    encryptedSecret: string
    encryptedPreviousSecret: string | null
    previousSecretExpiresAt: Date | null
  } | null
}

type OutstandingRow = Omit<Outstanding, 'endpoint'> & {
  endpointId: string | null
  endpointUrl: string | null
  endpointState: EndpointState
  retryPolicy: RetryPolicy
  deletedAt: Date | null
  encryptedSecret: string
  encryptedPreviousSecret: string | null
  previousSecretExpiresAt: Date | null
}

/** A delivery with its endpoint as it is now: a changed address counts at once. Only attempts ask, whoever's it is. */
export async function findOutstanding(id: string): Promise<Outstanding | null> {
  const [row] = await queryRows<OutstandingRow>`
    SELECT d.id, d.url, d.payload, d.type, d.state, e.url AS "endpointUrl",
      (SELECT count(*)::int FROM webhook_attempts a WHERE a.delivery_id = d.id AND a.trigger = 'automatic') AS "automaticAttempts",
      e.id AS "endpointId", e.state AS "endpointState", e.retry_policy AS "retryPolicy", e.deleted_at AS "deletedAt",
      e.encrypted_secret AS "encryptedSecret", e.encrypted_previous_secret AS "encryptedPreviousSecret", e.previous_secret_expires_at AS "previousSecretExpiresAt"
    FROM webhook_deliveries d LEFT JOIN webhook_endpoints e ON e.id = d.endpoint_id WHERE d.id = ${id}::uuid`
  if (!row) return null
  const { payload, type, state, automaticAttempts, endpointId, endpointUrl, endpointState, deletedAt, retryPolicy, encryptedSecret, encryptedPreviousSecret, previousSecretExpiresAt } = row
  const endpoint = endpointId === null
    ? null
    : { id: endpointId, state: endpointState, retryPolicy, deleted: deletedAt !== null, encryptedSecret, encryptedPreviousSecret, previousSecretExpiresAt }
  return { id, url: endpointUrl ?? row.url, payload, type, state, automaticAttempts, endpoint }
}

export type Attempt = {
  trigger: AttemptTrigger
  requestHeaders: Record<string, string>
  statusCode: number | null
  responseHeaders: Record<string, string> | null
  responseBody: string | null
  error: AttemptError | null
  durationMs: number
  at: Date
}

/**
 * Writes an attempt down. The row of the delivery is locked from here to the end of the transaction.
 * @returns how many automatic attempts there are now, and the delivery's state
 */
export async function insertAttempt(sql: Sql, deliveryId: string, url: string, attempt: Attempt): Promise<{ state: DeliveryState; automaticAttempts: number }> {
  const { trigger, requestHeaders, statusCode, responseHeaders, responseBody, error, durationMs, at } = attempt
  const [delivery] = await sql.queryRows<{ state: DeliveryState; number: number }>`
    UPDATE webhook_deliveries SET attempt_count = attempt_count + 1, url = ${url} WHERE id = ${deliveryId}::uuid RETURNING state, attempt_count AS number`
  if (!delivery) throw new Error('an attempt of a delivery that is gone')
  await sql.execute`
    INSERT INTO webhook_attempts (delivery_id, number, trigger, request_headers, status_code, response_headers, response_body, error, duration_ms, at)
    VALUES (${deliveryId}::uuid, ${delivery.number}, ${trigger}, ${JSON.stringify(requestHeaders)}::jsonb, ${statusCode},
      ${responseHeaders && JSON.stringify(responseHeaders)}::jsonb, ${responseBody}, ${error}, ${durationMs}, ${at})`
  const [count] = await sql.queryRows<{ automaticAttempts: number }>`
    SELECT count(*)::int AS "automaticAttempts" FROM webhook_attempts WHERE delivery_id = ${deliveryId}::uuid AND trigger = 'automatic'`
  return { state: delivery.state, automaticAttempts: count?.automaticAttempts ?? 0 }
}

export async function completeDelivery(sql: Sql, id: string, { state, at }: { state: 'succeeded' | 'failed'; at: Date }): Promise<void> {
  await sql.execute`
    UPDATE webhook_deliveries SET state = ${state}::delivery_state, completed_at = ${at}, next_attempt_at = NULL WHERE id = ${id}::uuid`
}

/** The next attempt's time and its job. */
export async function scheduleAttempt(sql: Sql, delivery: { id: string; endpointId: string | null; url: string }, { attempt, at }: { attempt: number; at: Date }): Promise<void> {
  await sql.execute`UPDATE webhook_deliveries SET next_attempt_at = ${at} WHERE id = ${delivery.id}::uuid`
  await enqueue(sql, 'webhook', [{ deliveryId: delivery.id, attempt }], { startAfter: at, group: groupOf(delivery) })
}

/**
 * Keeps a delivery, without a job, until its endpoint is resumed.
 * @returns false when the endpoint was resumed meanwhile: send it after all. Its row is locked for
 *   that, so that resuming sees either the parked delivery or the job.
 */
export async function parkDelivery(id: string): Promise<boolean> {
  const parked = await execute`
    WITH stopped AS (
      SELECT e.id FROM webhook_endpoints e JOIN webhook_deliveries d ON d.endpoint_id = e.id WHERE d.id = ${id}::uuid AND e.state <> 'enabled'
      FOR SHARE OF e
    )
    UPDATE webhook_deliveries d SET next_attempt_at = NULL FROM stopped WHERE d.id = ${id}::uuid AND d.endpoint_id = stopped.id`
  return parked > 0
}

/** Jobs for everything that was kept while an endpoint did not take any; the number of each one's next attempt goes along. */
export async function unparkDeliveries(sql: Sql, endpointId: string, at: Date): Promise<void> {
  const rows = Prisma.sql`
    SELECT jsonb_build_object('deliveryId', id, 'attempt',
      1 + (SELECT count(*) FROM webhook_attempts a WHERE a.delivery_id = unparked.id AND a.trigger = 'automatic')) AS data FROM unparked`
  await sql.execute`
    WITH unparked AS (
      UPDATE webhook_deliveries SET next_attempt_at = ${at}
      WHERE endpoint_id = ${endpointId}::uuid AND state = 'pending' AND next_attempt_at IS NULL RETURNING id
    )
    ${insertJobs('webhook', rows, { group: endpointId })}`
}

/** What a deleted endpoint had yet to get. */
export async function stopDeliveries(sql: Sql, endpointId: string, at: Date): Promise<void> {
  await sql.execute`
    UPDATE webhook_deliveries SET state = 'failed', completed_at = ${at}, next_attempt_at = NULL WHERE endpoint_id = ${endpointId}::uuid AND state = 'pending'`
}

/**
 * One more attempt of everything since a moment that is not on its way anyway.
 * @returns how many
 */
export async function enqueueSince(scope: MerchantScope, { endpointId, since, onlyFailed }: { endpointId: string; since: Date; onlyFailed: boolean }, sql: Sql = database): Promise<number> {
  const rows = Prisma.sql`
    SELECT jsonb_build_object('deliveryId', id, 'trigger', 'manual') AS data FROM webhook_deliveries
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND endpoint_id = ${endpointId}::uuid
      AND created_at >= ${since} AND type <> ${TEST_EVENT}
      AND ${onlyFailed ? Prisma.sql`state = 'failed'` : Prisma.sql`state <> 'pending'`}
    ORDER BY created_at, id`
  return await sql.execute`${insertJobs('webhook', rows, { group: endpointId })}`
}

/** Deliveries of one endpoint, or of one host that a link named, share their workers. */
function groupOf({ endpointId, url }: { endpointId: string | null; url: string }): string {
  return endpointId ?? URL.parse(url)?.host.slice(0, 200) ?? url.slice(0, 200)
}
