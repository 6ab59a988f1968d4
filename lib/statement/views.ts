/** How the columns of a statement are to be read. Columns count from 0; null: there is none. */
export type StatementMapping = {
  delimiter: Delimiter
  /** The row with the columns' names, counted from 0; -1: there is none. */
  headerRow: number
  date: number
  description: number
  /** One column for both directions, or one for each. */
  amount: number | null
  credit: number | null
  debit: number | null
  /** CR or DB (K or D), when it stands in a column of its own. */
  type: number | null
  balance: number | null
  dateOrder: DateOrder
  decimal: DecimalSign
}

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]
export const DECIMAL_SIGNS = ['.', ','] as const
export type DecimalSign = (typeof DECIMAL_SIGNS)[number]

export const LAYOUTS = ['bca', 'mandiri', 'bri', 'bni', 'jago', 'other'] as const
export type Layout = (typeof LAYOUTS)[number]

/** One movement of money, as the bank wrote it down. */
export type StatementEntry = {
  /** In the file, counted from 1. */
  line: number
  /** YYYY-MM-DD on the bank's calendar (Western Indonesia Time). */
  day: string
  /** HH:MM:SS; null when the bank tells the day alone. */
  time: string | null
  /** Whole rupiah, more than 0. */
  amount: number
  direction: 'credit' | 'debit'
  description: string
}

/** Why a row is left out. `decimals`: sen, interest for instance, which no order expects; `aboveNames`: it stands above the row with the columns' names. */
export type ProblemReason = 'pending' | 'date' | 'year' | 'outsidePeriod' | 'amount' | 'decimals' | 'direction' | 'aboveNames'
export type StatementProblem = { line: number; text: string; reason: ProblemReason }

export type ReadStatement = {
  layout: Layout
  mapping: StatementMapping
  entries: StatementEntry[]
  problems: StatementProblem[]
}

export type StatementFailure = 'empty' | 'tooLarge' | 'tooManyRows' | 'binary' | 'columns'

/** The first rows as they stand in the file, for a seller who tells which column is which. */
export type StatementSample = { delimiter: Delimiter; rows: string[][] }

export type StatementReading = { ok: true; statement: ReadStatement; sample: StatementSample } | { ok: false; failure: StatementFailure; sample: StatementSample | null }
