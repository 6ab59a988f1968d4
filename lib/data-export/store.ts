import 'server-only'
import { Prisma } from '@/lib/database/client'
import { inTransaction, queryRows, sql, type Sql } from '@/lib/database/sql'
import { targetCondition } from '@/lib/bulk-change/target-condition'
import type { LinkTarget } from '@/lib/bulk-change/schema'
import { insertFile } from '@/lib/file/store'
import type { Locale } from '@/lib/i18n/locales'
import { enqueue } from '@/lib/job/enqueue'
import { meantBy } from '@/lib/link/list-condition'
import { newRowId } from '@/lib/platform/ids'
import { mintScope, type MerchantScope, type Mode } from '@/lib/shop/scope'
import { meantBy as orderMeantBy, shownCondition } from '@/lib/order/list-condition'
import type { OrderFilter } from '@/lib/order/filter'
import type { ExportKind, StartExportValues } from './schema'
import type { ExportTask, ExportView } from './views'

const viewColumns = Prisma.sql`
  id, kind, format, state, row_count AS "rowCount", total_count AS "totalCount", file_id IS NOT NULL AS "hasFile", created_at AS "createdAt", finished_at AS "finishedAt"`

const ownRows = (scope: MerchantScope) => Prisma.sql`merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`

/** Newest first. */
export async function listExports(scope: MerchantScope, limit: number): Promise<ExportView[]> {
  return await queryRows<ExportView>`SELECT ${viewColumns} FROM data_exports WHERE ${ownRows(scope)} ORDER BY created_at DESC, id DESC LIMIT ${limit}`
}

export async function findExport(scope: MerchantScope, id: string): Promise<ExportView | null> {
  const [row] = await queryRows<ExportView>`SELECT ${viewColumns} FROM data_exports WHERE id = ${id}::uuid AND ${ownRows(scope)}`
  return row ?? null
}

/** Where the file of an export lies; null when it is not this shop's, not made or removed. */
export async function findExportFile(scope: MerchantScope, id: string): Promise<{ name: string; kind: ExportKind; format: string; createdAt: Date; timeZone: string } | null> {
  const [row] = await queryRows<{ name: string; kind: ExportKind; format: string; createdAt: Date; timeZone: string }>`
    SELECT f.name, e.kind, e.format, e.created_at AS "createdAt", e.time_zone AS "timeZone" FROM data_exports e JOIN stored_files f ON f.id = e.file_id
    WHERE e.id = ${id}::uuid AND e.merchant_id = ${scope.merchantId}::uuid AND e.mode = ${scope.mode}::mode`
  return row ?? null
}

/** What this seller chose the last time. */
export async function findLastChoice(scope: MerchantScope, kind: ExportKind): Promise<{ columns: string[]; format: string } | null> {
  const [row] = await queryRows<{ columns: string[]; format: string }>`
    SELECT columns, format FROM data_exports WHERE merchant_id = ${scope.merchantId}::uuid AND actor_id = ${scope.userId} AND kind = ${kind}
    ORDER BY created_at DESC LIMIT 1`
  return row ?? null
}

/** Writes an export and its job, all or nothing; asked twice it is one. */
export async function insertExport(scope: MerchantScope, values: StartExportValues, { locale, timeZone, at }: { locale: Locale; timeZone: string; at: Date }): Promise<string> {
  return await inTransaction(async (on) => {
    await on.queryRows`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.merchantId} ${values.submissionId}`}, 0))::text`
    const [sent] = await on.queryRows<{ id: string }>`SELECT id FROM data_exports WHERE merchant_id = ${scope.merchantId}::uuid AND submission_id = ${values.submissionId}::uuid`
    if (sent) return sent.id
    const id = newRowId(at.getTime())
    await on.execute`
      INSERT INTO data_exports (id, merchant_id, mode, actor_id, submission_id, kind, format, columns, filter, locale, time_zone, created_at)
      VALUES (${id}::uuid, ${scope.merchantId}::uuid, ${scope.mode}::mode, ${scope.userId}, ${values.submissionId}::uuid, ${values.kind}, ${values.format},
        ${values.columns}::text[], ${JSON.stringify(values.filter)}::jsonb, ${locale}, ${timeZone}, ${at})`
    await enqueue(on, 'data-export', [{ exportId: id }])
    return id
  })
}

/** Cancelling what is over changes nothing. */
export async function cancelExport(scope: MerchantScope, id: string, at: Date): Promise<void> {
  await sql.execute`UPDATE data_exports SET state = 'cancelled', finished_at = ${at} WHERE id = ${id}::uuid AND ${ownRows(scope)} AND state IN ('waiting', 'running')`
}

/** For the job. @returns null for one that is over */
export async function takeUpExport(id: string): Promise<{ scope: MerchantScope; task: ExportTask } | null> {
  const [row] = await queryRows<ExportTask & { merchantId: string; mode: Mode; actorId: string | null }>`
    UPDATE data_exports SET state = 'running', row_count = 0 WHERE id = ${id}::uuid AND state IN ('waiting', 'running')
    RETURNING merchant_id AS "merchantId", mode, actor_id AS "actorId", kind, format, columns, filter, locale, time_zone AS "timeZone", created_at AS at`
  if (!row) return null
  const { merchantId, mode, actorId, ...task } = row
  // The seller who asked was signed in then: the job acts for them.
  return { scope: mintScope({ merchantId, mode, userId: actorId }), task }
}

/** How many rows a search and filters show. @param atMost counting ends there */
export async function countExported(scope: MerchantScope, { kind, filter }: Pick<StartExportValues, 'kind' | 'filter'>, { at, atMost = 100_000_000 }: { at: Date; atMost?: number }): Promise<number> {
  const rows = kind === 'links'
    ? Prisma.sql`SELECT 1 FROM links WHERE ${targetCondition(scope, await linksMeant(scope, filter as LinkTarget, at), at)}`
    : Prisma.sql`SELECT 1 FROM orders WHERE ${shownCondition(scope, await orderMeantBy(scope, filter as OrderFilter), at)}`
  const [row] = await queryRows<{ count: number }>`SELECT count(*)::int AS count FROM (${rows} LIMIT ${atMost}) AS counted`
  return row?.count ?? 0
}

/** Where a search is exactly one link's ID, that link is meant, as in the list. */
export async function linksMeant(scope: MerchantScope, target: LinkTarget, at: Date): Promise<LinkTarget | { id: string }> {
  if ('ids' in target) return target
  const { id } = await meantBy(scope, { q: target.q, status: target.status, cursor: undefined }, at)
  return id ? { id } : target
}

/** @returns false once the seller cancelled */
export async function noteProgress(id: string, { rowCount, totalCount }: { rowCount: number; totalCount: number }): Promise<boolean> {
  return (await sql.execute`UPDATE data_exports SET row_count = ${rowCount}, total_count = ${totalCount} WHERE id = ${id}::uuid AND state = 'running'`) > 0
}

/** The file and the export that has it, both or neither. @returns false when the export was over meanwhile */
export async function finishExport(id: string, { scope, name, format, bytes, at }: { scope: MerchantScope; name: string; format: string; bytes: number; at: Date }): Promise<boolean> {
  return await inTransaction(async (on) => {
    const [open] = await on.queryRows`SELECT 1 FROM data_exports WHERE id = ${id}::uuid AND state = 'running' FOR UPDATE`
    if (!open) return false
    const fileId = newRowId(at.getTime())
    await insertFile(on, { id: fileId, merchantId: scope.merchantId, name, contentType: format === 'xlsx' ? 'application/zip' : 'text/csv', bytes }, at)
    await on.execute`UPDATE data_exports SET state = 'done', finished_at = ${at}, file_id = ${fileId}::uuid, total_count = row_count WHERE id = ${id}::uuid`
    return true
  })
}

/** @returns names of files that are now free to be removed from the disk */
export async function forgetExportFiles(on: Sql, { before, limit }: { before: Date; limit: number }): Promise<string[]> {
  const rows = await on.queryRows<{ name: string }>`
    DELETE FROM stored_files WHERE id IN (SELECT file_id FROM data_exports WHERE finished_at < ${before} AND file_id IS NOT NULL ORDER BY finished_at LIMIT ${limit}) RETURNING name`
  return rows.map(({ name }) => name)
}
