import 'server-only'
import { DEFAULT_CURRENCY, type Currency } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import { readFile } from './read-file'
import { findSameFile } from './store'
import type { FileFailure, GoodRow, ImportPreview } from './views'

const SAMPLE = 5
const REFUSED_SHOWN = 100

/** What a file would make, and what is wrong with which of its cells. Writes nothing. */
export async function previewImport(
  scope: MerchantScope,
  content: Uint8Array,
  circumstances: { timeZone: string; currency: Currency; at: Date },
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
      totals: totalsOf(good),
      emailCount: good.filter(({ wish }) => wish.customer?.email).length,
      sample: good.slice(0, SAMPLE).map(({ row, told, total, wish }) => ({ row, told, total, currency: wish.currency ?? DEFAULT_CURRENCY })),
      refused: rows.flatMap(({ row, problems }) => (problems ? [{ row, problems }] : [])).slice(0, REFUSED_SHOWN),
      ignored: table.ignored,
      earlier: await findSameFile(scope, fingerprint),
    },
  }
}

function totalsOf(rows: readonly GoodRow[]): ImportPreview['totals'] {
  const sums = new Map<Currency, number>()
  for (const { wish: { currency = DEFAULT_CURRENCY }, total } of rows) sums.set(currency, (sums.get(currency) ?? 0) + total)
  return Array.from(sums, ([currency, amount]) => ({ currency, amount }))
}
