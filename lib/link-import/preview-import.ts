import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import { readFile } from './read-file'
import { findSameFile } from './store'
import type { FileFailure, ImportPreview } from './views'

const SAMPLE = 5
const REFUSED_SHOWN = 100

/** What a file would make, and what is wrong with which of its cells. Writes nothing. */
export async function previewImport(
  scope: MerchantScope,
  content: Uint8Array,
  circumstances: { timeZone: string; at: Date },
): Promise<{ ok: true; preview: ImportPreview } | { ok: false; failure: FileFailure }> {
  const read = await readFile(scope, content, circumstances)
  if (!read.ok) return read
  const { rows, table, fingerprint } = read.file
  const good = rows.flatMap((row) => (row.problems ? [] : [row]))
  return {
    ok: true,
    preview: {
      rowCount: rows.length,
      goodCount: good.length,
      total: good.reduce((sum, { total }) => sum + total, 0),
      emailCount: good.filter(({ wish }) => wish.customer?.email).length,
      sample: good.slice(0, SAMPLE).map(({ row, told, total }) => ({ row, told, total })),
      refused: rows.flatMap(({ row, problems }) => (problems ? [{ row, problems }] : [])).slice(0, REFUSED_SHOWN),
      ignored: table.ignored,
      earlier: await findSameFile(scope, fingerprint),
    },
  }
}
