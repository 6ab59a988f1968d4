import 'server-only'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Cell } from './cells'
import { sheetEnd, sheetRow, sheetStart, XLSX_PARTS } from './xlsx-parts'

/** A worksheet has 2^20 rows; one is the header. */
export const MAX_XLSX_ROWS = 1_048_575

/**
 * Rows as an Excel workbook (ECMA-376) with one sheet, packed while they come: no more than a batch
 * and the zip's window are ever in memory. Text is written as inline strings, so nothing in it is
 * ever a formula; dates as the clock of `timeZone` showed them.
 */
export async function* writeXlsx(header: readonly string[], batches: AsyncIterable<readonly Cell[][]>, { timeZone }: { timeZone: string }): AsyncGenerator<Buffer> {
  const zip = new ZipFile()
  const sheet = Readable.from(sheetOf(header, batches, timeZone))
  for (const [path, text] of Object.entries(XLSX_PARTS)) zip.addBuffer(Buffer.from(text), path)
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  zip.end()
  const output = Readable.from(zip.outputStream)
  // The zip does not hand on what broke underneath it.
  sheet.on('error', (error) => output.destroy(error))
  zip.on('error', (error: Error) => output.destroy(error))
  try {
    for await (const piece of output) yield piece as Buffer
  } finally {
    sheet.destroy()
  }
}

async function* sheetOf(header: readonly string[], batches: AsyncIterable<readonly Cell[][]>, timeZone: string): AsyncGenerator<Buffer> {
  let row = 1
  yield Buffer.from(sheetStart(header.length) + sheetRow(row, header, { timeZone, isHeader: true }))
  for await (const rows of batches) {
    let text = ''
    for (const cells of rows) {
      if (row > MAX_XLSX_ROWS) throw new RangeError('more rows than a worksheet has')
      row += 1
      text += sheetRow(row, cells, { timeZone })
    }
    if (text !== '') yield Buffer.from(text)
  }
  yield Buffer.from(sheetEnd)
}
