import { createLinkSchema, type CreateLinkInput } from '@/lib/link/schema'
import { totalOf } from '@/lib/link/total'
import { hasUsableMethod, isUnpayableIn, periodOf } from '@/lib/link/rules'
import { plainAmount } from '@/lib/money/format-money'
import { isCurrency, type Currency } from '@/lib/money/money'
import { parseMoney } from '@/lib/money/parse-money'
import { priceProblem } from '@/lib/money/typed-money'
import { isPaymentMethod } from '@/lib/payment/methods'
import { fieldErrorsOf } from '@/lib/platform/field-errors'
import type { MessageKey } from '@/lib/platform/result'
import type { Offer } from '@/lib/receiving/views'
import { COLUMNS, MAX_ITEMS_PER_ROW, type ColumnKey, type ColumnName } from './columns'
import { typedExpiry, typedTime } from './read-times'
import type { Table } from './read-table'
import type { CellProblem, ReadRow } from './views'

type Circumstances = {
  timeZone: string
  /** The shop's: of rows that name none. */
  currency: Currency
  at: Date
  offers: readonly Offer[]
  mode: 'test' | 'live'
  /** What a row without IDs of its own gets. */
  suggest: () => { submissionId: string; orderId: string; slug: string }
}

const SHOWN_CHARACTERS = 60

/**
 * Every row as the create form would have sent it, checked by the form's own rules; or what is
 * wrong with which of its cells. IDs that stand twice in the file are refused from the second on.
 * Whether an ID is taken already, only the database knows.
 */
export function readRows(table: Table, circumstances: Circumstances): ReadRow[] {
  const firstRow = { orderId: new Map<string, number>(), slug: new Map<string, number>() }
  return table.rows.map(({ row, cells }) => {
    const read = readRow(table, { row, cells }, circumstances)
    for (const column of ['orderId', 'slug'] as const) {
      const typed = cellOf(table, cells, column)
      if (typed === '') continue
      const before = firstRow[column].get(typed)
      if (before === undefined) firstRow[column].set(typed, row)
      else return withProblem(read, problemAt(table, cells, column, column === 'orderId' ? 'importRow.orderIdTwice' : 'importRow.slugTwice'))
    }
    return read
  })
}

/** A row that turned out to be wrong, besides what was known. */
export function withProblem({ row, told, problems }: ReadRow, problem: CellProblem): ReadRow {
  return { row, told, problems: [...(problems ?? []), problem], wish: null, total: null }
}

export function problemAt(table: Table, cells: readonly string[], column: ColumnKey, message: MessageKey): CellProblem {
  return { column: headerOf(table, column), message, value: [...cellOf(table, cells, column)].slice(0, SHOWN_CHARACTERS).join('') }
}

function readRow(table: Table, { row, cells }: { row: number; cells: string[] }, { timeZone, currency: usual, at, offers, mode, suggest }: Circumstances): ReadRow {
  const typed = (column: ColumnKey) => cellOf(table, cells, column)
  const problems: CellProblem[] = []
  const wrong = (column: ColumnKey, message: MessageKey) => void problems.push(problemAt(table, cells, column, message))

  for (const column of table.places.keys()) if (typed(column).includes('\uFFFD')) wrong(column, 'importRow.unreadable')

  if (cells.slice(table.header.length).some((cell) => cell.trim() !== '')) problems.push({ column: '', message: 'importRow.tooManyCells', value: '' })
  const named = typed('currency').toUpperCase() || usual
  if (!isCurrency(named)) wrong('currency', 'importRow.currency')
  const currency = isCurrency(named) ? named : usual
  const methods = typed('paymentMethods').split(/[\s,;|]+/).filter(Boolean)
  if (methods.some((name) => !isPaymentMethod(name))) wrong('paymentMethods', 'importRow.method')
  const accountsOff = accountsOffOf(typed('accounts'), offers)
  if (!accountsOff) wrong('accounts', 'importRow.account')
  const startsAt = typedTime(typed('startsAt'), { timeZone, ofDay: '00:00' })
  const expiry = typedExpiry({ expiry: typed('expiry'), duration: typed('expiryDuration'), unit: typed('expiryUnit') }, timeZone)
  if (expiry === null) wrong(typed('expiry') === '' ? 'expiryUnit' : 'expiry', 'importRow.expiry')

  const ids = suggest()
  const input: CreateLinkInput = {
    submissionId: ids.submissionId,
    orderId: typed('orderId') || ids.orderId,
    slug: typed('slug') || ids.slug,
    currency,
    usageLimit: /^(unlimited|tanpa batas|0)$/i.test(typed('usageLimit')) ? null : typed('usageLimit') || 1,
    items: itemsOf(typed),
    title: typed('title'),
    description: typed('description'),
    startsAt,
    expiry: expiry ?? { kind: 'never' },
    customer: customerOf(typed),
    paymentMethods: methods.filter(isPaymentMethod),
    accountsOff: accountsOff ?? [],
  }
  const parsed = createLinkSchema.safeParse(input)
  if (!parsed.success) for (const [path, message] of Object.entries(fieldErrorsOf(parsed.error))) wrong(columnOf(path, typed), message)
  if (parsed.success && problems.length === 0) {
    const total = totalOf(parsed.data.items)
    const gross = parseMoney(typed('grossAmount'), currency)
    // Midtrans: the items' sum is the gross amount.
    if (typed('grossAmount') !== '' && !(gross.ok && gross.amount === total)) wrong('grossAmount', gross.ok ? 'importRow.grossAmount' : priceProblem(gross.reason, currency))
    const decided = periodOf(parsed.data, { timeZone, at })
    if (!decided.ok) for (const [path, message] of Object.entries(decided.fields)) wrong(columnOf(path, typed), message)
    if (isUnpayableIn(currency, offers)) wrong('currency', mode === 'live' ? 'noAccountForCurrency' : 'noMethodForCurrency')
    else if (!hasUsableMethod({ ...parsed.data, openAmount: null }, offers)) wrong('paymentMethods', mode === 'live' ? 'noAccountForAmount' : 'noUsableMethod')
  }

  // A price is no gross amount where there is more than one thing.
  const isOneThing = input.items?.length === 1 && input.items[0]?.quantity === '1'
  const amount = typed('grossAmount') || (isOneThing ? typed('itemPrice') : '')
  const told = { orderId: typed('orderId'), name: typed('itemName') || typed('title'), amount, customer: [typed('firstName'), typed('lastName')].filter(Boolean).join(' ') }
  const short = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, shownText(value)])) as typeof told
  if (problems.length > 0 || !parsed.success) return { row, told: short, problems, wish: null, total: null }
  const total = totalOf(parsed.data.items)
  return { row, told: { ...short, amount: plainAmount(total, currency) }, problems: null, wish: input, total }
}

/** PostgreSQL has no NUL, and JSON no lone surrogate. */
const shownText = (value: string): string => [...value.toWellFormed()].slice(0, 254).join('')

type Typed = (column: ColumnKey) => string

/** A single piece may give its price as the gross amount alone. */
function itemsOf(typed: Typed): CreateLinkInput['items'] {
  const further = Array.from({ length: MAX_ITEMS_PER_ROW - 1 }, (_, index) => index + 2)
    .map((place) => ({ name: typed(`itemName.${place}`), price: typed(`itemPrice.${place}`), quantity: typed(`itemQuantity.${place}`) }))
    .filter(({ name, price, quantity }) => name !== '' || price !== '' || quantity !== '')
  const quantity = typed('itemQuantity') || '1'
  const price = typed('itemPrice') || (further.length === 0 && quantity === '1' ? typed('grossAmount') : '')
  const items = [{ name: typed('itemName') || typed('title'), price, quantity }, ...further]
  return items.map((item) => ({ ...item, quantity: item.quantity || '1' }))
}

function customerOf(typed: Typed): CreateLinkInput['customer'] {
  const [first, last] = [typed('firstName'), typed('lastName')]
  // Midtrans asks for either name.
  const customer = { firstName: first || last, lastName: first ? last : '', email: typed('email'), phone: typed('phone'), notes: typed('notes') }
  return Object.values(customer).every((value) => value === '') ? null : customer
}

/**
 * A cell that names accounts, by what customers choose them by, takes no others of their kind.
 * @returns what it does not take; null for a name that the shop has not
 */
function accountsOffOf(typed: string, offers: readonly Offer[]): string[] | null {
  const names = typed.split(/[,;|]/).map((name) => name.trim().toLowerCase()).filter(Boolean)
  const isNamed = ({ account }: Offer) => account !== undefined && names.includes(account.label.trim().toLowerCase())
  const named = offers.filter(isNamed)
  if (names.some((name) => !named.some(({ account }) => account?.label.trim().toLowerCase() === name))) return null
  return offers.flatMap((offer) => (offer.account && !isNamed(offer) && named.some(({ method }) => method === offer.method) ? [offer.account.id] : []))
}

const COLUMN_OF_PATH: Record<string, ColumnName | undefined> = {
  orderId: 'orderId', slug: 'slug', usageLimit: 'usageLimit', title: 'title', description: 'description', startsAt: 'startsAt', paymentMethods: 'paymentMethods', accountsOff: 'accounts',
  'customer.firstName': 'firstName', 'customer.lastName': 'lastName', 'customer.email': 'email', 'customer.phone': 'phone', 'customer.notes': 'notes',
}

/** Which cell a message of the form's rules is about. */
function columnOf(path: string, typed: Typed): ColumnKey {
  const item = /^items\.(\d+)\.(name|price|quantity)$/.exec(path)
  if (item) {
    const place = Number(item[1]) + 1
    const column = ({ name: 'itemName', price: 'itemPrice', quantity: 'itemQuantity' } as const)[item[2] as 'name' | 'price' | 'quantity']
    if (place > 1) return `${column}.${place}`
    if (column === 'itemPrice' && typed('itemPrice') === '' && typed('grossAmount') !== '') return 'grossAmount'
    return column === 'itemName' && typed('itemName') === '' && typed('title') !== '' ? 'title' : column
  }
  if (path === 'items') return typed('itemPrice') === '' ? 'grossAmount' : 'itemPrice'
  if (path.startsWith('expiry')) return typed('expiry') === '' ? 'expiryDuration' : 'expiry'
  return COLUMN_OF_PATH[path] ?? 'itemName'
}

/** Where only paragraphs have line breaks, as when one is pasted into the form's field: one in a cell is a space. */
function cellOf({ places }: Table, cells: readonly string[], column: ColumnKey): string {
  const place = places.get(column)
  if (place === undefined) return ''
  const cell = (cells[place] ?? '').trim()
  return column === 'description' || column === 'notes' ? cell : cell.replaceAll(/\s*[\r\n]\s*/g, ' ')
}

function headerOf({ header, places }: Table, column: ColumnKey): string {
  const place = places.get(column)
  if (place !== undefined) return (header[place] ?? '').trim()
  const [name = '', item] = column.split('.')
  return COLUMNS[name as ColumnName][0] + (item ? `_${item}` : '')
}
