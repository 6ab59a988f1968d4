import { guessMapping, layoutOf } from './guess-mapping'
import { readAmount, readDirection } from './read-amount'
import { readDate, readPeriod, type Period } from './read-date'
import { guessDelimiter, MAX_STATEMENT_LENGTH, MAX_STATEMENT_ROWS, readTable, type TableRow } from './read-table'
import type { ProblemReason, StatementEntry, StatementMapping, StatementProblem, StatementReading } from './views'

/** Enough to reach the columns' names below the longest titles that banks print. */
const SAMPLE_ROWS = 30
const MAX_DESCRIPTION = 300

/**
 * Reads what a seller pasted or uploaded. Whatever it says is text: nothing is evaluated.
 *
 * @param today YYYY-MM-DD in Western Indonesia Time
 * @param mapping as the seller tells for this very statement
 * @param remembered as they told before: where nothing can be read that way, the bank writes differently now, and it is guessed
 */
export function readStatement(text: string, { today, mapping, remembered = null }: { today: string; mapping: StatementMapping | null; remembered?: StatementMapping | null }): StatementReading {
  const asBefore = mapping === null && remembered !== null ? readMapped(text, today, remembered) : null
  if (asBefore?.ok && asBefore.statement.entries.length > 0) return asBefore
  const reading = readMapped(text, today, mapping)
  return !reading.ok && asBefore?.ok && asBefore.statement.problems.length > 0 ? asBefore : reading
}

/** @param told null: guessed */
function readMapped(given: string, today: string, told: StatementMapping | null): StatementReading {
  const text = given.replace(/^\uFEFF/, '')
  if (text.length > MAX_STATEMENT_LENGTH) return { ok: false, failure: 'tooLarge', sample: null }
  if (text.includes('\0')) return { ok: false, failure: 'binary', sample: null }
  const delimiter = told?.delimiter ?? guessDelimiter(text)
  const rows = readTable(text.toWellFormed(), delimiter)
  if (rows.length === 0) return { ok: false, failure: 'empty', sample: null }
  if (rows.length > MAX_STATEMENT_ROWS) return { ok: false, failure: 'tooManyRows', sample: null }
  const sample = { delimiter, rows: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map((cell) => cell.slice(0, 60))) }
  const mapping = told ?? guessMapping(rows, delimiter)
  if (!mapping) return { ok: false, failure: 'columns', sample }

  const [above, body] = [rows.slice(0, mapping.headerRow + 1), rows.slice(mapping.headerRow + 1)]
  const frame = { period: periodOf(rows, today), today, bareIsCredit: onlyDebitsAreMarked(body, mapping) }
  const read = body.map((row) => readRow(row, mapping, frame))
  const entries = read.flatMap((row) => (row && 'day' in row ? [row] : []))
  // Titles stand there, unless the seller chose a row too far down, or the bank prints fewer titles than last time.
  const leftOut = above.flatMap((row) => {
    const movement = readRow(row, mapping, frame)
    return movement && 'day' in movement ? [problemOf(row, 'aboveNames')] : []
  })
  const problems = [...leftOut, ...read.flatMap((row) => (row && 'reason' in row ? [row] : []))]
  return { ok: true, statement: { layout: layoutOf(rows, mapping), mapping, entries, problems }, sample }
}

type Frame = { period: Period | null; today: string; bareIsCredit: boolean }

/** Lines that are no movement (titles, sums, page numbers) are left out without a word: they have no date and no description. */
function readRow(row: TableRow, mapping: StatementMapping, frame: Frame): StatementEntry | StatementProblem | null {
  const { line, cells } = row
  const at = (column: number | null): string => (column === null ? '' : (cells[column] ?? ''))
  const dateText = at(mapping.date)
  const moneyText = [at(mapping.amount), at(mapping.credit), at(mapping.debit)].find((text) => /\d/.test(text))
  if (moneyText === undefined) return null
  const problem = (reason: ProblemReason) => problemOf(row, reason)
  // BCA: booked, but the day is not decided yet. With another day it would be read twice.
  if (/^pend/i.test(dateText)) return problem('pending')
  const date = readDate(dateText, { order: mapping.dateOrder, ...frame })
  if (!date.ok) return /\d/.test(dateText) && !/saldo|balance|total|mutasi|periode|rekening|account/i.test(`${dateText} ${cells[0] ?? ''}`) ? problem(date.reason) : null
  const money = movementOf(mapping, at, frame)
  if (!money.ok) return money.reason === 'nothing' ? null : problem(money.reason)
  return { line, day: date.day, time: date.time, amount: money.amount, direction: money.direction, description: at(mapping.description).slice(0, MAX_DESCRIPTION) }
}

const problemOf = ({ line, cells }: TableRow, reason: ProblemReason): StatementProblem => ({ line, text: cells.join(' · ').slice(0, 120), reason })

type Movement = { ok: true; amount: number; direction: 'credit' | 'debit' } | { ok: false; reason: 'nothing' | 'amount' | 'decimals' | 'direction' }

function movementOf({ amount, credit, debit, type, decimal }: StatementMapping, at: (column: number | null) => string, { bareIsCredit }: Frame): Movement {
  if (amount === null) {
    const sides = (['credit', 'debit'] as const).map((direction) => ({ direction, text: at(direction === 'credit' ? credit : debit) })).filter(({ text }) => /[1-9]/.test(text))
    const [side, second] = sides
    if (!side) return { ok: false, reason: 'nothing' }
    if (second) return { ok: false, reason: 'direction' }
    const read = readAmount(side.text, decimal)
    if (!read.ok) return read
    // A credit below zero, or marked DB, is taken back by the bank in a way that only a person understands.
    if (read.direction === 'debit' && side.direction === 'credit') return { ok: false, reason: 'direction' }
    return { ok: true, amount: read.amount, direction: side.direction }
  }
  const read = readAmount(at(amount), decimal)
  if (!read.ok) return read
  if (read.amount === 0) return { ok: false, reason: 'nothing' }
  const told = type === null ? null : readDirection(at(type))
  if (type !== null && told === null && read.direction === null) return { ok: false, reason: 'direction' }
  if (told !== null && read.direction !== null && told !== read.direction) return { ok: false, reason: 'direction' }
  const direction = told ?? read.direction ?? (bareIsCredit ? 'credit' : null)
  return direction === null ? { ok: false, reason: 'direction' } : { ok: true, amount: read.amount, direction }
}

/** An amount without a mark is a credit only where the bank marks debits and nothing else; where it marks nothing, nobody can tell. */
function onlyDebitsAreMarked(body: readonly TableRow[], { amount, type, decimal }: StatementMapping): boolean {
  if (amount === null || type !== null) return false
  const marks = body.flatMap(({ cells }) => {
    const read = readAmount(cells[amount] ?? '', decimal)
    return read.ok && read.direction ? [read.direction] : []
  })
  return marks.includes('debit') && !marks.includes('credit')
}

function periodOf(rows: readonly TableRow[], today: string): Period | null {
  for (const { cells } of rows) {
    const period = readPeriod(cells.join(' '), today)
    if (period) return period
  }
  return null
}
