import { CsvError, parse, type OptionsWithColumns } from 'csv-parse/sync'
import { DELIMITERS, type Delimiter } from '@/lib/table-file/delimiters'
import { undefused } from '@/lib/table-file/write-csv'
import { columnKeyOf, COLUMNS, type ColumnKey } from './columns'
import type { FileFailure } from './views'

/** So many links one file may make. */
export const MAX_ROWS = 5_000
/** Blank ones too, so that a file of nothing but line breaks costs nothing. */
const MAX_RECORDS = 20_000
/** Characters of one row: a hundred times what any link can say. */
const MAX_ROW_CHARACTERS = 100_000

export type Table = {
  /** Between the cells. */
  delimiter: Delimiter
  /** As typed. */
  header: string[]
  places: ReadonlyMap<ColumnKey, number>
  ignored: string[]
  /** Numbered as a spreadsheet does; blank ones are left out. */
  rows: { row: number; cells: string[] }[]
}

/**
 * The rows of a CSV file, whichever of `,` `;` or tab parts its cells (the one that makes most of
 * the header's words known). Everything in a cell is text: a formula too is what it says, no more.
 * @returns why not, for a file that is none of ours
 */
export function readTable(text: string): { ok: true; table: Table } | { ok: false; failure: FileFailure } {
  if (text.trim() === '') return refused({ kind: 'empty' })
  if (text.includes('\0') || text.startsWith('PK\u0003\u0004')) return refused({ kind: 'binary' })
  // What Excel writes in front where a comma is the decimal sign.
  const body = text.replace(/^sep=.\r?\n/i, '')
  const delimiter = delimiterOf(body)
  const records = recordsOf(body, delimiter)
  if ('kind' in records) return refused(records)
  const [header = [], ...rest] = records
  const known = header.map(columnKeyOf)
  const doubled = header.filter((_, index) => known[index] !== undefined && known.indexOf(known[index]) !== index)
  if (doubled.length > 0) return refused({ kind: 'doubledColumn', columns: doubled.map(shortened) })
  const places = new Map(known.flatMap((key, index): [ColumnKey, number][] => (key ? [[key, index]] : [])))
  const missing = missingColumns(places)
  if (missing.length > 0) return refused({ kind: 'header', columns: missing })

  const rows = rest.map((cells, index) => ({ row: index + 2, cells: cells.map(undefused) })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return refused({ kind: 'noRows' })
  if (rows.length > MAX_ROWS || records.length >= MAX_RECORDS) return refused({ kind: 'tooManyRows' })
  const ignored = header.filter((cell, index) => known[index] === undefined && cell.trim() !== '').map(shortened)
  return { ok: true, table: { delimiter, header, places, ignored, rows } }
}

/** What is sold, and for how much: without these there is no link. */
function missingColumns(places: ReadonlyMap<ColumnKey, number>): string[] {
  const missing: string[] = []
  if (!places.has('itemName') && !places.has('title')) missing.push(COLUMNS.itemName[0])
  if (!places.has('itemPrice') && !places.has('grossAmount')) missing.push(COLUMNS.itemPrice[0])
  return missing
}

function delimiterOf(text: string): Delimiter {
  const start = text.slice(0, 20_000)
  const known = (delimiter: Delimiter): number => {
    try {
      const [header = []] = parse(start, { ...OPTIONS, delimiter, to: 1 }) as string[][]
      return header.filter((cell) => columnKeyOf(cell) !== undefined).length
    } catch {
      return 0
    }
  }
  return DELIMITERS.map((delimiter) => ({ delimiter, known: known(delimiter) })).reduce((best, next) => (next.known > best.known ? next : best)).delimiter
}

function recordsOf(text: string, delimiter: Delimiter): string[][] | FileFailure {
  try {
    return parse(text, { ...OPTIONS, delimiter, to: MAX_RECORDS }) as string[][]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { records } = error as unknown as { records?: unknown }
    const row = (typeof records === 'number' ? records : 0) + 1
    return { kind: error.code === 'CSV_MAX_RECORD_SIZE' ? 'cellTooLarge' : 'quotes', row }
  }
}

/** Rows of another length than the header's are told of one by one; a quote inside a word is a quote (`Papan 12"`). */
const OPTIONS = { bom: true, relax_column_count: true, relax_quotes: true, max_record_size: MAX_ROW_CHARACTERS } as const satisfies Partial<OptionsWithColumns<string[]>>

const refused = (failure: FileFailure) => ({ ok: false, failure }) as const

const shortened = (cell: string): string => [...cell.trim()].slice(0, 40).join('')
