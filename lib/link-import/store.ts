import 'server-only'
import { inTransaction, queryRows, sql, type Sql } from '@/lib/database/sql'
import { enqueue } from '@/lib/job/enqueue'
import type { CreateLinkInput } from '@/lib/link/schema'
import type { MessageKey } from '@/lib/platform/result'
import { mintScope, type MerchantScope, type Mode } from '@/lib/shop/scope'
import type { ImportRowView, ImportView, NewImport } from './views'

type ImportRow = Omit<ImportView, 'madeCount' | 'refusedCount'> & { madeCount: bigint; refusedCount: bigint }

const viewOf = ({ madeCount, refusedCount, ...row }: ImportRow): ImportView => ({ ...row, madeCount: Number(madeCount), refusedCount: Number(refusedCount) })

/** The shop's imports, newest first. */
export async function listImports(scope: MerchantScope, limit: number): Promise<ImportView[]> {
  const rows = await queryRows<ImportRow>`
    SELECT i.id, i.file_name AS "fileName", i.delimiter, i.state, i.row_count AS "rowCount", i.created_at AS "createdAt", i.finished_at AS "finishedAt",
      (SELECT count(*) FROM link_import_rows r WHERE r.import_id = i.id AND r.state = 'made') AS "madeCount",
      (SELECT count(*) FROM link_import_rows r WHERE r.import_id = i.id AND r.state = 'refused') AS "refusedCount"
    FROM link_imports i
    WHERE i.merchant_id = ${scope.merchantId}::uuid AND i.mode = ${scope.mode}::mode
    ORDER BY i.created_at DESC, i.id DESC LIMIT ${limit}`
  return rows.map(viewOf)
}

export async function findImport(scope: MerchantScope, id: string): Promise<ImportView | null> {
  const [row] = await queryRows<ImportRow>`
    SELECT i.id, i.file_name AS "fileName", i.delimiter, i.state, i.row_count AS "rowCount", i.created_at AS "createdAt", i.finished_at AS "finishedAt",
      (SELECT count(*) FROM link_import_rows r WHERE r.import_id = i.id AND r.state = 'made') AS "madeCount",
      (SELECT count(*) FROM link_import_rows r WHERE r.import_id = i.id AND r.state = 'refused') AS "refusedCount"
    FROM link_imports i
    WHERE i.id = ${id}::uuid AND i.merchant_id = ${scope.merchantId}::uuid AND i.mode = ${scope.mode}::mode`
  return row ? viewOf(row) : null
}

/** The rows of an import with what became of them, in the file's order. */
export async function listImportRows(scope: MerchantScope, { id, afterRow, limit, only }: { id: string; afterRow: number; limit: number; only?: 'refused' }): Promise<ImportRowView[]> {
  return await queryRows<ImportRowView>`
    SELECT r.row, r.told, r.state, l.order_id AS "orderId", l.slug, r.problems
    FROM link_import_rows r JOIN link_imports i ON i.id = r.import_id LEFT JOIN links l ON l.id = r.link_id
    WHERE r.import_id = ${id}::uuid AND i.merchant_id = ${scope.merchantId}::uuid AND i.mode = ${scope.mode}::mode
      AND r.row > ${afterRow} AND (${only ?? null}::import_row_state IS NULL OR r.state = ${only ?? null}::import_row_state)
    ORDER BY r.row LIMIT ${limit}`
}

/** Of these IDs, those that links have already: order IDs in this shop and mode, addresses anywhere. */
export async function listTaken(scope: MerchantScope, { orderIds, slugs }: { orderIds: string[]; slugs: string[] }): Promise<{ orderIds: Set<string>; slugs: Set<string> }> {
  const rows = await queryRows<{ orderId: string | null; slug: string | null }>`
    SELECT order_id AS "orderId", NULL AS slug FROM links
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND order_id = ANY(${orderIds}::text[])
    UNION ALL SELECT NULL, slug FROM links WHERE slug = ANY(${slugs}::text[])`
  return { orderIds: new Set(rows.flatMap(({ orderId }) => orderId ?? [])), slugs: new Set(rows.flatMap(({ slug }) => slug ?? [])) }
}

/** The newest import of the very same text. */
export async function findSameFile(scope: MerchantScope, fingerprint: string, on: Sql = sql): Promise<{ id: string; at: Date; madeCount: number } | null> {
  const [row] = await on.queryRows<{ id: string; at: Date; madeCount: bigint }>`
    SELECT i.id, i.created_at AS at, (SELECT count(*) FROM link_import_rows r WHERE r.import_id = i.id AND r.state = 'made') AS "madeCount"
    FROM link_imports i
    WHERE i.merchant_id = ${scope.merchantId}::uuid AND i.mode = ${scope.mode}::mode AND i.fingerprint = ${fingerprint}
    ORDER BY i.created_at DESC LIMIT 1`
  return row ? { ...row, madeCount: Number(row.madeCount) } : null
}

/**
 * Writes an import with its rows and its job, all or nothing. Asked twice by one page it is one
 * import; the same file from two pages at once is written by one of them.
 * @param again the seller knows that this file was brought in before
 * @param refusal why it may not be written, unless it is there already: its own links make its order IDs taken
 */
export async function insertImport<Refusal extends string>(
  scope: MerchantScope,
  wish: NewImport,
  { again, refusal }: { again: boolean; refusal: Refusal | null },
): Promise<{ outcome: 'inserted'; id: string } | { outcome: 'sameFile' | Refusal }> {
  return await inTransaction(async (on) => {
    await on.queryRows`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.merchantId} ${wish.fingerprint}`}, 0))::text`
    const [sent] = await on.queryRows<{ id: string }>`SELECT id FROM link_imports WHERE merchant_id = ${scope.merchantId}::uuid AND submission_id = ${wish.submissionId}::uuid`
    if (sent) return { outcome: 'inserted', id: sent.id }
    if (!again && (await findSameFile(scope, wish.fingerprint, on))) return { outcome: 'sameFile' }
    if (refusal) return { outcome: refusal }
    await on.execute`
      INSERT INTO link_imports (id, merchant_id, mode, actor_id, submission_id, file_name, fingerprint, delimiter, time_zone, row_count, created_at)
      VALUES (${wish.id}::uuid, ${scope.merchantId}::uuid, ${scope.mode}::mode, ${scope.userId}, ${wish.submissionId}::uuid, ${wish.fileName}, ${wish.fingerprint},
        ${wish.delimiter}, ${wish.timeZone}, ${wish.rows.length}, ${wish.at})`
    const rows = wish.rows.map(({ row, told, wish: input, problems }) => ({
      row, told, wish: input, submissionId: input?.submissionId ?? null, problems: problems?.map(({ column, message }) => ({ column, message })) ?? null,
    }))
    await on.execute`
      INSERT INTO link_import_rows (import_id, row, submission_id, wish, told, state, problems)
      SELECT ${wish.id}::uuid, r.row, coalesce(r."submissionId", gen_random_uuid()), r.wish, r.told,
        CASE WHEN r.wish IS NULL THEN 'refused' ELSE 'waiting' END::import_row_state, r.problems
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (row int, told jsonb, wish jsonb, "submissionId" uuid, problems jsonb)`
    await enqueue(on, 'link-import', [{ importId: wish.id }])
    return { outcome: 'inserted', id: wish.id }
  })
}

/** @returns false when it is not this shop's, or over already */
export async function cancelImport(scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const changed = await sql.execute`
    UPDATE link_imports SET state = 'cancelled', finished_at = ${at}
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state IN ('waiting', 'running')`
  return changed > 0
}

export type ImportTask = { scope: MerchantScope; timeZone: string }

/** For the job: marks an import as running. @returns null for one that is over */
export async function takeUpImport(id: string): Promise<ImportTask | null> {
  const [row] = await queryRows<{ merchantId: string; mode: Mode; actorId: string | null; timeZone: string }>`
    UPDATE link_imports SET state = 'running' WHERE id = ${id}::uuid AND state IN ('waiting', 'running')
    RETURNING merchant_id AS "merchantId", mode, actor_id AS "actorId", time_zone AS "timeZone"`
  // The seller who sent the file was signed in then: the job acts for them.
  return row ? { scope: mintScope({ merchantId: row.merchantId, mode: row.mode, userId: row.actorId }), timeZone: row.timeZone } : null
}

export type WaitingRow = { row: number; wish: CreateLinkInput }

/** What is still to be made; nothing once the seller cancelled. */
export async function listWaitingRows(id: string, limit: number): Promise<WaitingRow[]> {
  return await queryRows<WaitingRow>`
    SELECT r.row, r.wish FROM link_import_rows r JOIN link_imports i ON i.id = r.import_id
    WHERE r.import_id = ${id}::uuid AND r.state = 'waiting' AND i.state = 'running' ORDER BY r.row LIMIT ${limit}`
}

export async function markRow(id: string, row: number, became: { linkId: string } | { problems: { column: string; message: MessageKey }[] }): Promise<void> {
  const [linkId, problems] = 'linkId' in became ? [became.linkId, null] : [null, JSON.stringify(became.problems)]
  await sql.execute`
    UPDATE link_import_rows SET state = ${linkId ? 'made' : 'refused'}::import_row_state, link_id = ${linkId}::uuid, problems = ${problems}::jsonb
    WHERE import_id = ${id}::uuid AND row = ${row} AND state = 'waiting'`
}

/** Over, once no row waits. */
export async function finishImport(id: string, at: Date): Promise<void> {
  await sql.execute`
    UPDATE link_imports SET state = 'done', finished_at = ${at} WHERE id = ${id}::uuid AND state = 'running'
      AND NOT EXISTS (SELECT 1 FROM link_import_rows WHERE import_id = ${id}::uuid AND state = 'waiting')`
}

/** What customers are called in old files is kept no longer than it serves. @returns how many imports */
export async function forgetImports({ before, limit }: { before: Date; limit: number }): Promise<number> {
  return await sql.execute`
    DELETE FROM link_imports WHERE id IN (SELECT id FROM link_imports WHERE finished_at < ${before} ORDER BY finished_at LIMIT ${limit})`
}
