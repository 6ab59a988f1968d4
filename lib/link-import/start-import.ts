import 'server-only'
import type { Currency } from '@/lib/money/money'
import { newRowId } from '@/lib/platform/ids'
import type { MerchantScope } from '@/lib/shop/scope'
import { readFile } from './read-file'
import { insertImport } from './store'
import type { FileFailure } from './views'

type Sent = {
  content: Uint8Array
  /** Made when the page opened: a second click answers with the import of the first. */
  submissionId: string
  fileName: string
  /** Rows that are wrong are left out; else a file with one of them is refused. */
  leavesOutWrong: boolean
  /** The seller knows that this file was brought in before. */
  again: boolean
  /** Customers whose e-mail stands in the file get their link at once; else nobody is written to. */
  sendsEmails: boolean
}

export type ImportOutcome = { outcome: 'started'; id: string } | { outcome: 'unreadable'; failure: FileFailure } | { outcome: 'wrongRows' | 'noGoodRows' | 'sameFile' }

/**
 * Takes a file in: its rows are read again and written down together with the job that makes the
 * links. Rows that are wrong are in the result file with their reasons.
 */
export async function startImport(scope: MerchantScope, { content, submissionId, fileName, leavesOutWrong, again, sendsEmails }: Sent, { timeZone, currency, at }: { timeZone: string; currency: Currency; at: Date }): Promise<ImportOutcome> {
  const read = await readFile(scope, content, { timeZone, currency, at })
  if (!read.ok) return { outcome: 'unreadable', failure: read.failure }
  const { fingerprint, table } = read.file
  const rows = read.file.rows.map((row) => (row.wish ? { ...row, wish: { ...row.wish, sending: { email: sendsEmails && Boolean(row.wish.customer?.email), sms: false, at: null } } } : row))
  const written = await insertImport(scope, { id: newRowId(at.getTime()), submissionId, fileName, fingerprint, delimiter: table.delimiter, timeZone, rows, at }, { again, refusal: refusalOf(rows, leavesOutWrong) })
  return written.outcome === 'inserted' ? { outcome: 'started', id: written.id } : written
}

function refusalOf(rows: readonly { wish: unknown }[], leavesOutWrong: boolean): 'wrongRows' | 'noGoodRows' | null {
  if (rows.every(({ wish }) => wish === null)) return 'noGoodRows'
  return !leavesOutWrong && rows.some(({ wish }) => wish === null) ? 'wrongRows' : null
}
