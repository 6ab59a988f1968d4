import 'server-only'
import { inTransaction, queryRows, sql, type Sql } from '@/lib/database/sql'
import { enqueue } from '@/lib/job/enqueue'
import { meantBy } from '@/lib/link/list-condition'
import { linkStatus, type LinkFacts } from '@/lib/link/status'
import { newRowId } from '@/lib/platform/ids'
import { mintScope, type MerchantScope, type Mode } from '@/lib/shop/scope'
import { closes, meaningOf } from './rules'
import type { ChangeName } from './rules'
import type { ChangeLinksValues, LinkTarget } from './schema'
import { nextCondition, targetCondition } from './target-condition'
import type { BulkChangeView, StoredTarget, TargetSize } from './views'

/** Where a search is exactly one link's ID, that link is meant, as in the list. */
async function storedTarget(scope: MerchantScope, target: LinkTarget | { undo: string }, at: Date): Promise<StoredTarget> {
  if ('ids' in target || 'undo' in target) return target
  const { id } = await meantBy(scope, { q: target.q, status: target.status, cursor: undefined }, at)
  return id ? { id } : target
}

export async function measureTarget(scope: MerchantScope, target: LinkTarget, at: Date): Promise<TargetSize> {
  return await sizeOf(sql, scope, await storedTarget(scope, target, at), at)
}

async function sizeOf(on: Sql, scope: MerchantScope, target: StoredTarget, at: Date): Promise<TargetSize> {
  const [row] = await on.queryRows<{ links: number; openOrders: number }>`
    SELECT count(*)::int AS links, coalesce(sum(held_count), 0)::int AS "openOrders" FROM links WHERE ${targetCondition(scope, target, at)}`
  return row ?? { links: 0, openOrders: 0 }
}

type Wish = Omit<ChangeLinksValues, 'target'> & { target: LinkTarget | { undo: string } }

/**
 * Writes a change and its job, all or nothing; asked twice it is one.
 * @returns its id; null when the target is no link of this shop
 */
export async function insertBulkChange(scope: MerchantScope, { submissionId, change, target, cancelsOrders }: Wish, at: Date): Promise<string | null> {
  const meant = await storedTarget(scope, target, at)
  return await inTransaction(async (on) => {
    await on.queryRows`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.merchantId} ${submissionId}`}, 0))::text`
    const [sent] = await on.queryRows<{ id: string }>`SELECT id FROM bulk_changes WHERE merchant_id = ${scope.merchantId}::uuid AND submission_id = ${submissionId}::uuid`
    if (sent) return sent.id
    const { links } = await sizeOf(on, scope, meant, at)
    if (links === 0) return null
    const id = newRowId(at.getTime())
    await on.execute`
      INSERT INTO bulk_changes (id, merchant_id, mode, actor_id, submission_id, change, target, cancels_orders, total_count, created_at)
      VALUES (${id}::uuid, ${scope.merchantId}::uuid, ${scope.mode}::mode, ${scope.userId}, ${submissionId}::uuid, ${change}, ${JSON.stringify(meant)}::jsonb,
        ${cancelsOrders && closes(change)}, ${links}, ${at})`
    await enqueue(on, 'bulk-change', [{ changeId: id }])
    return id
  })
}

export async function findBulkChange(scope: MerchantScope, id: string): Promise<BulkChangeView | null> {
  const [row] = await queryRows<BulkChangeView>`
    SELECT id, change, state, total_count AS "totalCount", changed_count AS "changedCount", already_count AS "alreadyCount", left_count AS "leftCount",
      cancelled_orders AS "cancelledOrders", paid_orders AS "paidOrders"
    FROM bulk_changes WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  return row ?? null
}

/** What was changed stays so. */
export async function cancelBulkChange(scope: MerchantScope, id: string, at: Date): Promise<void> {
  await sql.execute`
    UPDATE bulk_changes SET state = 'cancelled', finished_at = ${at}
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state IN ('waiting', 'running')`
}

type Task = {
  merchantId: string
  mode: Mode
  actorId: string | null
  change: ChangeName
  target: StoredTarget
  cancelsOrders: boolean
  lastCreatedAt: Date | null
  lastId: string | null
  createdAt: Date
}

export type ChangeStep = { scope: MerchantScope; hasMore: boolean }

type Row = Omit<LinkFacts, 'state'> & { id: string; state: LinkFacts['state']; createdAt: Date }

/**
 * Changes the next `limit` links, counts them and remembers how far it came, in one transaction:
 * whoever runs it, and however often it breaks off, each link is counted once.
 * @returns null for a change that is over
 */
export async function changeNextLinks(id: string, { limit, at }: { limit: number; at: Date }): Promise<ChangeStep | null> {
  return await inTransaction(async (on) => {
    const [task] = await on.queryRows<Task>`
      SELECT merchant_id AS "merchantId", mode, actor_id AS "actorId", change, target, cancels_orders AS "cancelsOrders",
        last_created_at AS "lastCreatedAt", last_id AS "lastId", created_at AS "createdAt"
      FROM bulk_changes WHERE id = ${id}::uuid AND state IN ('waiting', 'running') FOR UPDATE`
    if (!task) return null
    // The seller who asked was signed in then: the job acts for them.
    const scope = mintScope({ merchantId: task.merchantId, mode: task.mode, userId: task.actorId })
    const after = task.lastCreatedAt && task.lastId ? { createdAt: task.lastCreatedAt, id: task.lastId } : null
    const rows = await on.queryRows<Row>`
      SELECT id, state, starts_at AS "startsAt", expires_at AS "expiresAt", usage_limit AS "usageLimit", used_count AS "usedCount", held_count AS "heldCount", created_at AS "createdAt"
      FROM links
      WHERE ${nextCondition(scope, task.target, { after, at: task.createdAt })}
      ORDER BY created_at DESC, id DESC LIMIT ${limit} FOR UPDATE`
    const means = { change: [] as string[], already: 0, left: 0 }
    for (const row of rows) {
      const meaning = meaningOf(task.change, linkStatus(row, at))
      if (meaning === 'change') means.change.push(row.id)
      else means[meaning] += 1
    }
    await writeChange(on, { id, task, ids: means.change, at })
    const last = rows.at(-1)
    await on.execute`
      UPDATE bulk_changes SET state = 'running', changed_count = changed_count + ${means.change.length}, already_count = already_count + ${means.already},
        left_count = left_count + ${means.left}, last_created_at = ${last?.createdAt ?? task.lastCreatedAt}, last_id = ${last?.id ?? task.lastId}::uuid
      WHERE id = ${id}::uuid`
    return { scope, hasMore: rows.length === limit }
  })
}

const STATES = { pause: 'paused', resume: 'active', delete: 'deleted' } as const
const EVENTS = { pause: 'paused', resume: 'resumed', delete: 'deleted', restore: 'restored' } as const satisfies Record<ChangeName, string>

async function writeChange(on: Sql, { id, task, ids, at }: { id: string; task: Task; ids: string[]; at: Date }): Promise<void> {
  if (ids.length === 0) return
  if (task.change === 'restore') {
    // As restoring a single link does: paused, if it was paused.
    await on.execute`
      UPDATE links SET deleted_at = NULL, updated_at = ${at}, state = CASE (
          SELECT type FROM link_events WHERE link_id = links.id AND type IN ('paused', 'resumed', 'renewed') ORDER BY id DESC LIMIT 1
        ) WHEN 'paused' THEN 'paused'::link_state ELSE 'active'::link_state END
      WHERE id = ANY(${ids}::uuid[])`
  } else {
    await on.execute`
      UPDATE links SET state = ${STATES[task.change]}::link_state, deleted_at = ${task.change === 'delete' ? at : null}, updated_at = ${at} WHERE id = ANY(${ids}::uuid[])`
  }
  await on.execute`
    INSERT INTO link_events (merchant_id, link_id, type, actor_id, at)
    SELECT ${task.merchantId}::uuid, link_id, ${EVENTS[task.change]}, ${task.actorId}, ${at} FROM unnest(${ids}::uuid[]) AS link_id`
  await on.execute`
    INSERT INTO bulk_change_links (change_id, link_id, has_open_orders)
    SELECT ${id}::uuid, id, ${task.cancelsOrders} AND held_count > 0 FROM links WHERE id = ANY(${ids}::uuid[])`
}

/** Links that this change closed and whose open orders are still to be cancelled. */
export async function listLinksWithOpenOrders(id: string, limit: number): Promise<string[]> {
  const rows = await queryRows<{ linkId: string }>`SELECT link_id AS "linkId" FROM bulk_change_links WHERE change_id = ${id}::uuid AND has_open_orders LIMIT ${limit}`
  return rows.map(({ linkId }) => linkId)
}

export async function noteCancelledOrders(id: string, { linkId, cancelled, paid }: { linkId: string; cancelled: number; paid: number }): Promise<void> {
  await sql.execute`
    WITH noted AS (UPDATE bulk_change_links SET has_open_orders = false WHERE change_id = ${id}::uuid AND link_id = ${linkId}::uuid AND has_open_orders RETURNING 1)
    UPDATE bulk_changes SET cancelled_orders = cancelled_orders + ${cancelled}, paid_orders = paid_orders + ${paid} WHERE id = ${id}::uuid AND EXISTS (SELECT 1 FROM noted)`
}

export async function finishBulkChange(id: string, at: Date): Promise<void> {
  await sql.execute`UPDATE bulk_changes SET state = 'done', finished_at = ${at} WHERE id = ${id}::uuid AND state = 'running'`
}

/** @returns how many were removed: nobody undoes them any more */
export async function forgetBulkChanges({ before, limit }: { before: Date; limit: number }): Promise<number> {
  return await sql.execute`
    DELETE FROM bulk_changes WHERE id IN (SELECT id FROM bulk_changes WHERE finished_at < ${before} ORDER BY finished_at LIMIT ${limit})`
}
