import 'server-only'
import { createHash } from 'node:crypto'
import { suggestIds } from '@/lib/link/suggest-ids'
import { listOffers } from '@/lib/receiving/queries'
import type { Currency } from '@/lib/money/money'
import type { MerchantScope } from '@/lib/shop/scope'
import { decodeText } from '@/lib/statement/decode-text'
import { problemAt, readRows, withProblem } from './read-rows'
import { readTable, type Table } from './read-table'
import { listTaken } from './store'
import type { FileFailure, ReadRow } from './views'

export type ReadFile = { table: Table; rows: ReadRow[]; fingerprint: string }

/**
 * A file of links as it would be made at this moment: rows checked by the form's rules, and IDs
 * against the database. Writes nothing.
 * @param timeZone the shop's, in which the file's times are meant
 * @param currency the shop's, of rows that name none
 */
export async function readFile(scope: MerchantScope, content: Uint8Array, { timeZone, currency, at }: { timeZone: string; currency: Currency; at: Date }): Promise<{ ok: true; file: ReadFile } | { ok: false; failure: FileFailure }> {
  const text = decodeText(content)
  const read = readTable(text)
  if (!read.ok) return read
  const { table } = read
  const offers = await listOffers(scope)
  const rows = readRows(table, { timeZone, currency, at, offers, mode: scope.mode, suggest: () => suggestIds({ timeZone, at, count: 'many' }) })
  const typed = rows.flatMap(({ wish }) => wish ?? [])
  const taken = await listTaken(scope, { orderIds: typed.map(({ orderId }) => orderId), slugs: typed.map(({ slug }) => slug) })
  const cellsOf = new Map(table.rows.map(({ row, cells }) => [row, cells]))
  const checked = rows.map((row) => {
    const cells = cellsOf.get(row.row) ?? []
    if (row.wish && taken.orderIds.has(row.wish.orderId)) return withProblem(row, problemAt(table, cells, 'orderId', 'orderIdTaken'))
    return row.wish && taken.slugs.has(row.wish.slug) ? withProblem(row, problemAt(table, cells, 'slug', 'slugTaken')) : row
  })
  return { ok: true, file: { table, rows: checked, fingerprint: createHash('sha256').update(text).digest('hex') } }
}
