import { z } from 'zod'
import { MAX_STATEMENT_LENGTH } from '@/lib/statement/read-table'
import { DATE_ORDERS, DECIMAL_SIGNS, DELIMITERS } from '@/lib/statement/views'

export const CREDIT_STATES = ['open', 'matched', 'ignored', 'reversed'] as const
export type CreditState = (typeof CREDIT_STATES)[number]

const column = z.int().min(0).max(39)
const optionalColumn = column.nullable()

export const mappingSchema = z.strictObject({
  delimiter: z.enum(DELIMITERS),
  headerRow: z.int().min(-1).max(60),
  date: column,
  description: column,
  amount: optionalColumn,
  credit: optionalColumn,
  debit: optionalColumn,
  type: optionalColumn,
  balance: optionalColumn,
  dateOrder: z.enum(DATE_ORDERS),
  decimal: z.enum(DECIMAL_SIGNS),
}).refine(({ amount, credit }) => (amount === null) !== (credit === null), { path: ['amount'], error: 'required' })

export const importSchema = z.strictObject({
  accountId: z.uuid(),
  text: z.string().min(1).max(MAX_STATEMENT_LENGTH),
  /** What the seller confirmed; null: as it is guessed, or was told before. */
  mapping: mappingSchema.nullable(),
})
export type StatementImport = z.output<typeof importSchema>

export const creditIdSchema = z.strictObject({ id: z.uuid() })
export const matchSchema = z.strictObject({ id: z.uuid(), orderId: z.uuid() })
export const accountIdSchema = z.strictObject({ accountId: z.uuid() })

/** The address of the list of credits. Anything unreadable falls back, an address never fails. */
export const creditFilterSchema = z.object({
  state: z.enum(CREDIT_STATES).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
})
export type CreditFilter = z.output<typeof creditFilterSchema>
export const waitingFilterSchema = creditFilterSchema.pick({ cursor: true })
