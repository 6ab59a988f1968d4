import { guessDecimal, readDirection } from './read-amount'
import type { TableRow } from './read-table'
import type { DateOrder, Delimiter, Layout, StatementMapping } from './views'

/** What the banks' exports call their columns, in lower case and letters alone. */
const NAMES = {
  date: /^(?:tgl|tanggal|date|post(?:ing)?date|tgltran|tanggaltransaksi|tgltransaksi|transactiondate|trxdate|valuedate|tanggalwaktu|tanggaldanwaktu|datetime|waktutransaksi|tgltrx|effectivedate)$/,
  description: /^(?:keterangan|uraian|uraiantransaksi|desktran|description|deskripsi|remarks?|transactiondescription|rinciantransaksi|detailtransaksi|detail|catatan|notes?|narasi|berita|sumbertujuan)$/,
  amount: /^(?:jumlah|nominal|amount|mutasi|nilai|jumlahidr|nominalidr|jumlahrp|nilaitransaksi)$/,
  credit: /^(?:kredit|credit|mutasikredit|cr|kreditrp|creditamount|uangmasuk|danamasuk|kreditidr)$/,
  debit: /^(?:debet|debit|mutasidebet|mutasidebit|db|debetrp|debitrp|debitamount|uangkeluar|danakeluar|debitidr)$/,
  type: /^(?:dbcr|crdb|dc|dk|type|tipe|jenis|jenistransaksi|tipetransaksi|mutasidk)$/,
  balance: /^(?:saldo|balance|saldoakhirmutasi|saldoakhir|runningbalance|saldorp|endingbalance|saldoidr)$/,
} as const

type Role = keyof typeof NAMES
const ROLES = Object.keys(NAMES) as Role[]

const MONEY = /^\(?[-+]?\s*(?:rp\.?|idr)?\s*\d[\d.,]*\d\)?\s*(?:cr|db|[kd])?$/i
const DAY = /^(?:\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[ -][a-z]{3,9}\b.*|pend)/i

/** Where the columns' names stand in a table that nobody knows, and how it writes days and amounts, as far as its first rows tell. */
export function guessFrame(rows: readonly string[][]): Pick<StatementMapping, 'headerRow' | 'dateOrder' | 'decimal'> {
  const first = rows.findIndex((cells) => cells.some((cell) => DAY.test(cell)) && cells.some((cell) => MONEY.test(cell)))
  const cells = rows.slice(Math.max(first, 0)).flat()
  return { headerRow: first < 0 ? 0 : first - 1, dateOrder: guessOrder(cells.filter((cell) => DAY.test(cell))), decimal: guessDecimal(cells.filter((cell) => MONEY.test(cell))) }
}

/** Null when it cannot be told which column is which: the seller does. */
export function guessMapping(rows: readonly TableRow[], delimiter: Delimiter): StatementMapping | null {
  const columns = byNames(rows) ?? byShape(rows)
  if (!columns) return null
  const body = rows.slice(columns.headerRow + 1)
  const texts = (column: number | null) => (column === null ? [] : body.flatMap(({ cells }) => cells[column] ?? []))
  return {
    ...columns,
    delimiter,
    dateOrder: guessOrder(texts(columns.date)),
    decimal: guessDecimal([columns.amount, columns.credit, columns.debit, columns.balance].flatMap(texts)),
  }
}

type Columns = Omit<StatementMapping, 'delimiter' | 'dateOrder' | 'decimal'>

function byNames(rows: readonly TableRow[]): Columns | null {
  for (const [headerRow, { cells }] of rows.slice(0, 40).entries()) {
    const names = cells.map((cell) => cell.toLowerCase().replaceAll(/[^a-z]/g, ''))
    const [date, description, amount, credit, debit, type, balance] = ROLES.map((role) => names.findIndex((name) => NAMES[role].test(name)))
    const at = (index: number | undefined) => (index === undefined || index < 0 ? null : index)
    const money = at(amount) !== null || (at(credit) !== null && at(debit) !== null)
    if (at(date) === null || at(description) === null || !money) continue
    const unnamed = at(type) ?? typeBeside(rows.slice(headerRow + 1), at(amount))
    return { headerRow, date: date ?? 0, description: description ?? 0, amount: at(credit) !== null && at(debit) !== null ? null : at(amount), credit: at(credit), debit: at(debit), type: unnamed, balance: at(balance) }
  }
  return null
}

/** KlikBCA's rows without names: day, description, branch, amount, CR or DB, balance. */
function byShape(rows: readonly TableRow[]): Columns | null {
  const typed = rows.filter(({ cells }) => DAY.test(cells[0] ?? '') && cells.some((cell) => /^(?:cr|db)$/i.test(cell)))
  const first = typed[0]
  if (!first || typed.length < rows.length / 3) return null
  const type = first.cells.findIndex((cell) => /^(?:cr|db)$/i.test(cell))
  const amount = type - 1
  if (!MONEY.test(first.cells[amount] ?? '')) return null
  return { headerRow: -1, date: 0, description: 1, amount, credit: null, debit: null, type, balance: first.cells[type + 1] === undefined ? null : type + 1 }
}

/** KlikBCA names its columns but not the one with CR and DB behind the amount. */
function typeBeside(body: readonly TableRow[], amount: number | null): number | null {
  if (amount === null) return null
  const cells = body.flatMap(({ cells: row }) => (row.length > amount + 1 ? [row[amount + 1] ?? ''] : []))
  const known = cells.filter((cell) => readDirection(cell) !== null)
  return known.length > 0 && known.length >= cells.length / 2 ? amount + 1 : null
}

/** The day comes first here; a second number above twelve says otherwise. A year of four digits says so itself wherever it stands, among other days too. */
function guessOrder(texts: readonly string[]): DateOrder {
  const all = texts.flatMap((text) => {
    const match = /^(\d{1,4})[-/.](\d{1,2})/.exec(text)
    return match ? [[Number(match[1]), Number(match[2])] as const] : []
  })
  const numbers = all.filter(([first]) => first <= 31)
  if (numbers.length === 0 && all.length > 0) return 'ymd'
  return numbers.some(([, second]) => second > 12) && numbers.every(([first]) => first <= 12) ? 'mdy' : 'dmy'
}

/** Whose layout it is, by what stands above the first movement: names of banks in the movements are other people's. */
export function layoutOf(rows: readonly TableRow[], { headerRow }: Pick<StatementMapping, 'headerRow'>): Layout {
  const head = rows.slice(0, headerRow + 1).map(({ cells }) => cells.join(',')).join('\n').toLowerCase()
  if (/tgl_tran|mutasi_kredit|\bbri\b|britama/.test(head)) return 'bri'
  if (/\bmandiri\b|livin|val\. date/.test(head)) return 'mandiri'
  if (/\bbni\b|post date/.test(head)) return 'bni'
  if (/\bjago\b|sumber\/tujuan/.test(head)) return 'jago'
  if (/\bbca\b|keterangan,cabang/.test(head)) return 'bca'
  return 'other'
}
