import type { MessageKey } from '@/lib/platform/result'
import type { CreateLinkInput } from '@/lib/link/schema'
import type { Currency } from '@/lib/money/money'
import type { Delimiter } from '@/lib/table-file/delimiters'

/** Why a file cannot be read at all. */
export type FileFailure =
  | { kind: 'empty' | 'binary' | 'tooLarge' | 'tooManyRows' | 'noRows' }
  /** Columns without which no link can be made. */
  | { kind: 'header'; columns: string[] }
  | { kind: 'doubledColumn'; columns: string[] }
  | { kind: 'cellTooLarge' | 'quotes'; row: number }

/** What is wrong with one cell. */
export type CellProblem = {
  /** As the file's header calls it. */
  column: string
  /** A key of `errors`. */
  message: MessageKey
  /** The beginning of what stands there. */
  value: string
}

/** What the result file repeats of a row: as it was typed, but the amount of a good row as what the link asks for. */
export type ToldRow = { orderId: string; name: string; amount: string; customer: string }

type Row = {
  /** As a spreadsheet counts: the row below the header is 2. */
  row: number
  told: ToldRow
}
/** `total` is in minor units of the wish's currency. */
export type GoodRow = Row & { problems: null; wish: CreateLinkInput; total: number }
export type ReadRow = GoodRow | (Row & { problems: CellProblem[]; wish: null; total: null })

/** What a file says, before anything is made. */
export type ImportPreview = {
  rowCount: number
  goodCount: number
  /** Of the rows that are good: a sum for each currency, in its minor units. */
  totals: { currency: Currency; amount: number }[]
  /** Customers whose e-mail is known, and who can be sent their link as soon as it is made. */
  emailCount: number
  /** The first rows that are good. */
  sample: { row: number; told: ToldRow; total: number; currency: Currency }[]
  /** The first rows that are not. */
  refused: { row: number; problems: CellProblem[] }[]
  /** Columns that mean nothing here. */
  ignored: string[]
  /** The very same file, brought in before. */
  earlier: { id: string; at: Date; madeCount: number } | null
}

export type ImportState = 'waiting' | 'running' | 'done' | 'cancelled'

export type ImportView = {
  id: string
  fileName: string
  /** Of the file, and so of its result file: what opens one opens the other. */
  delimiter: Delimiter
  state: ImportState
  rowCount: number
  madeCount: number
  refusedCount: number
  createdAt: Date
  finishedAt: Date | null
}

export type ImportRowView = { row: number; told: ToldRow; state: 'waiting' | 'made' | 'refused'; orderId: string | null; slug: string | null; problems: { column: string; message: MessageKey }[] | null }

export type NewImport = { id: string; submissionId: string; fileName: string; fingerprint: string; delimiter: Delimiter; timeZone: string; rows: ReadRow[]; at: Date }
