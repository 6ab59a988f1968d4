import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Cell } from '@/lib/table-file/cells'
import { writeCsv } from '@/lib/table-file/write-csv'
import { findImport, listImportRows } from './store'
import type { ImportRowView, ImportView } from './views'

const BATCH = 1_000

type Words = {
  stateOf: (state: ImportRowView['state'], of: ImportView['state']) => string
  reasonOf: (message: string) => string
  urlOf: (slug: string) => string
}

/** `row` is the file's; the rest are names that our import reads again. */
const HEADER = ['row', 'order_id', 'item_details_name', 'gross_amount', 'first_name', 'status', 'payment_link_url', 'error'] as const

/**
 * Every row of an import with its link's address, or why there is none, its cells parted as in the seller's file; null when it is not this shop's.
 * A file of tabs says so in its name: spreadsheets part a `.csv` at commas or semicolons only.
 */
export async function resultFile(scope: MerchantScope, id: string, words: Words): Promise<{ fileName: string; content: AsyncGenerator<Buffer> } | null> {
  const found = await findImport(scope, id)
  if (!found) return null
  const { delimiter } = found
  return { fileName: `links-result.${delimiter === '\t' ? 'tsv' : 'csv'}`, content: writeCsv(HEADER, rowsOf(scope, found, words), { timeZone: 'UTC', delimiter }) }
}

async function* rowsOf(scope: MerchantScope, found: ImportView, { stateOf, reasonOf, urlOf }: Words): AsyncGenerator<Cell[][]> {
  let afterRow = 0
  for (;;) {
    const rows = await listImportRows(scope, { id: found.id, afterRow, limit: BATCH })
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ row, told, state, orderId, slug, problems }) => [
      row, orderId ?? told.orderId, told.name, told.amount, told.customer, stateOf(state, found.state), slug === null ? '' : urlOf(slug),
      (problems ?? []).map(({ column, message }) => (column === '' ? reasonOf(message) : `${column}: ${reasonOf(message)}`)).join(' '),
    ])
    afterRow = last.row
  }
}
