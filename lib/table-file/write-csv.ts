import { stringify } from 'csv-stringify/sync'
import { wallClockText, type Cell } from './cells'
import type { Delimiter } from './delimiters'

/** Without it, Excel reads a file as Windows-1252. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Rows as CSV (RFC 4180), UTF-8 with a byte order mark, piece by piece as they come.
 *
 * Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return) gets an apostrophe in front (OWASP, "CSV Injection"); {@link undefused} takes it off.
 * @param timeZone in which dates are written
 * @param delimiter between the cells; a comma if none is given
 */
export async function* writeCsv(header: readonly string[], batches: AsyncIterable<readonly Cell[][]>, { timeZone, delimiter = ',' }: { timeZone: string; delimiter?: Delimiter }): AsyncGenerator<Buffer> {
  const linesOf = (lines: (string | number | null)[][]): string => stringify(lines, { delimiter, record_delimiter: '\r\n' })
  yield Buffer.from(BYTE_ORDER_MARK + linesOf([[...header]]))
  for await (const rows of batches) {
    if (rows.length > 0) yield Buffer.from(linesOf(rows.map((row) => row.map((cell) => (cell instanceof Date ? wallClockText(cell, timeZone) : defused(cell))))))
  }
}

/** Also behind what parts cells and lines: where a file of commas is opened at semicolons, that begins a cell. A list of `- this` stays one. */
const FORMULA = /^(?=[=+\-@\t\r])|(?<=[,;\t\r\n])(?=[=@]|[+-](?! ))/g

const defused = (cell: string | number | null) => (typeof cell === 'string' ? cell.replaceAll(FORMULA, "'") : cell)

/** What was meant by a cell that {@link writeCsv}, or somebody who knows Excel, wrote with an apostrophe. */
export const undefused = (cell: string): string => cell.replaceAll(/^'(?=[=+\-@\t\r])|(?<=[,;\t\r\n])'(?=[=@]|[+-](?! ))/g, '')
