import 'server-only'
import { ownStorage } from '@/lib/file/storage'
import type { MerchantScope } from '@/lib/shop/scope'
import { wallClockText } from '@/lib/table-file/cells'
import { COLUMNS_OF, FIRST_CHOICE, type ExportFormat, type ExportKind } from './schema'
import { findExportFile, findLastChoice } from './store'

export { findExport, listExports } from './store'

export type ExportChoice = { columns: string[]; format: ExportFormat }

/** What is ticked when the page opens: the seller's last choice. */
export async function lastChoice(scope: MerchantScope, kind: ExportKind): Promise<ExportChoice> {
  const last = await findLastChoice(scope, kind)
  const known = COLUMNS_OF[kind].filter((column) => last?.columns.includes(column))
  return { columns: known.length > 0 ? known : [...FIRST_CHOICE[kind]], format: last?.format === 'xlsx' ? 'xlsx' : 'csv' }
}

/** The file of an export, piece by piece; null when there is none for this shop. */
export async function readExport(scope: MerchantScope, id: string): Promise<{ bytes: number; pieces: AsyncIterable<Uint8Array>; fileName: string; format: string } | null> {
  const found = await findExportFile(scope, id)
  const file = found && (await ownStorage().readPieces(found.name))
  if (!file) return null
  const day = wallClockText(found.createdAt, found.timeZone).slice(0, 16).replaceAll(/[: ]/g, '-')
  return { ...file, fileName: `${found.kind}-${day}.${found.format}`, format: found.format }
}
