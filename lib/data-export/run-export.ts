import 'server-only'
import { createTranslator } from 'next-intl'
import { newFileName, ownStorage, type FileStorage } from '@/lib/file/storage'
import { MESSAGES } from '@/lib/i18n/messages'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkTarget } from '@/lib/bulk-change/schema'
import type { OrderFilter } from '@/lib/order/filter'
import type { Cell } from '@/lib/table-file/cells'
import { writeCsv } from '@/lib/table-file/write-csv'
import { writeXlsx } from '@/lib/table-file/write-xlsx'
import { linkCells, orderCells, type ExportWords } from './cells'
import { listLinksToExport, listOrdersToExport } from './rows/store'
import { COLUMNS_OF, LINK_COLUMNS, ORDER_COLUMNS } from './schema'
import { countExported, finishExport, linksMeant, noteProgress, takeUpExport } from './store'
import type { ExportTask } from './views'

/** Rows in memory at once. */
const BATCH = 1_000

/**
 * The job: writes the file of an export, batch by batch. Broken off, it begins anew under another
 * name; what is left of the first is swept.
 */
export async function runExports(jobs: readonly { exportId: string }[], { clock = now, storage = ownStorage() }: { clock?: () => Date; storage?: FileStorage } = {}): Promise<void> {
  for (const { exportId } of jobs) {
    const taken = await takeUpExport(exportId)
    if (taken) await writeFile(exportId, taken, { clock, storage })
  }
}

class Cancelled extends Error {}

async function writeFile(id: string, { scope, task }: { scope: MerchantScope; task: ExportTask }, { clock, storage }: { clock: () => Date; storage: FileStorage }): Promise<void> {
  const totalCount = await countExported(scope, task, { at: task.at })
  if (!(await noteProgress(id, { rowCount: 0, totalCount }))) return
  const { header, words } = textsOf(task)
  const batches = counted(task.kind === 'links' ? linkBatches(scope, task, words) : orderBatches(scope, task, words), async (rowCount) => {
    if (!(await noteProgress(id, { rowCount, totalCount: Math.max(rowCount, totalCount) }))) throw new Cancelled()
  })
  const write = task.format === 'csv' ? writeCsv : writeXlsx
  const name = newFileName()
  let isKept = false
  try {
    const bytes = await storage.writeAll(name, write(header, batches, { timeZone: task.timeZone }))
    isKept = await finishExport(id, { scope, name, format: task.format, bytes, at: clock() })
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
  } finally {
    if (!isKept) await storage.remove(name)
  }
}

async function* counted(batches: AsyncIterable<Cell[][]>, note: (rowCount: number) => Promise<void>): AsyncGenerator<Cell[][]> {
  let rowCount = 0
  for await (const rows of batches) {
    yield rows
    rowCount += rows.length
    await note(rowCount)
  }
}

async function* linkBatches(scope: MerchantScope, { columns, filter, at }: ExportTask, words: ExportWords): AsyncGenerator<Cell[][]> {
  const chosen = LINK_COLUMNS.filter((column) => columns.includes(column))
  const target = await linksMeant(scope, filter as LinkTarget, at)
  for (let after: { createdAt: Date; id: string } | null = null; ; ) {
    const rows = await listLinksToExport(scope, { target, after, limit: BATCH, at })
    if (rows.length > 0) yield rows.map((row) => linkCells(row, chosen, words))
    after = rows.at(-1) ?? null
    if (rows.length < BATCH) return
  }
}

async function* orderBatches(scope: MerchantScope, { columns, filter, at }: ExportTask, words: ExportWords): AsyncGenerator<Cell[][]> {
  const chosen = ORDER_COLUMNS.filter((column) => columns.includes(column))
  for (let after: { createdAt: Date; id: string } | null = null; ; ) {
    const rows = await listOrdersToExport(scope, { filter: filter as OrderFilter, after, limit: BATCH, at })
    if (rows.length > 0) yield rows.map((row) => orderCells(row, chosen, words))
    after = rows.at(-1) ?? null
    if (rows.length < BATCH) return
  }
}

const DATES: readonly string[] = ['startsAt', 'expiresAt', 'createdAt', 'paidAt', 'shippedAt']

/** The seller's language; columns of time say in which zone. */
function textsOf({ kind, columns, locale, timeZone }: ExportTask): { header: string[]; words: ExportWords } {
  const t = createTranslator({ locale, messages: MESSAGES[locale] })
  const header = COLUMNS_OF[kind]
    .filter((column) => columns.includes(column))
    .map((column) => (DATES.includes(column) ? `${t(`bulk.columns.${column}`)} (${timeZone})` : t(`bulk.columns.${column}`)))
  return {
    header,
    words: {
      linkStatus: (status) => t(`links.status.${status}`),
      orderStatus: (status) => t(`orders.status.${status}`),
      method: (method) => t(`methods.${method}`),
      url: (slug) => new URL(`/p/${slug}`, env().APP_URL).href,
    },
  }
}
