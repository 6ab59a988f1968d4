import { DELIMITERS, type Delimiter } from './views'

/** Of text; a month of a busy shop is a tenth of it. */
export const MAX_STATEMENT_LENGTH = 500_000
export const MAX_STATEMENT_ROWS = 5_000
const MAX_COLUMNS = 40
const MAX_CELL_LENGTH = 2_000

export type TableRow = { line: number; cells: string[] }

/**
 * A table of text (RFC 4180, read leniently): quotes may be doubled, rows may differ in length. A
 * quote that never closes ends with its line, so that it cannot swallow the rest of a statement.
 * Formulas are text like any other. Too long cells are cut off.
 */
export function readTable(text: string, delimiter: Delimiter): TableRow[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    const cells = cellsOf(line, delimiter)
    return cells.some((cell) => cell !== '') ? [{ line: index + 1, cells }] : []
  })
}

function cellsOf(line: string, delimiter: Delimiter): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (isQuoted && character === '"' && line.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (character === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted
    } else if (character === delimiter && !isQuoted) {
      cells.push(cell)
      cell = ''
      if (cells.length >= MAX_COLUMNS) return cells.map(tidy)
    } else {
      cell += character
    }
  }
  return [...cells, cell].map(tidy)
}

/** A leading apostrophe is how banks tell spreadsheets that something is text. */
const tidy = (cell: string): string => cell.slice(0, MAX_CELL_LENGTH).replaceAll(/\s+/g, ' ').trim().replace(/^'(?=[\d=+-])/, '')

/** The sign that splits most rows into the same number of cells, three at least. */
export function guessDelimiter(text: string): Delimiter {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 60)
  const scores = DELIMITERS.map((delimiter) => {
    const widths = lines.map((line) => cellsOf(line, delimiter).length).filter((width) => width >= 3)
    const most = Math.max(0, ...[...Map.groupBy(widths, (width) => width).values()].map((same) => same.length))
    return { delimiter, score: most }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}
