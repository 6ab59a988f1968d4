import { z } from 'zod'
import { parseMoney } from '@/lib/money/parse-money'
import { readQris } from '@/lib/payment/qris'
import { line, paragraph } from '@/lib/platform/text'
import { digitsOf, findBank, numberProblem } from './banks'

/** How {@link ReceivingDetails} is stored. */
export const receivingDetailsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bank'), bank: z.string(), number: z.string(), holder: z.string() }),
  z.object({ kind: z.literal('qris'), payload: z.string(), merchantName: z.string(), city: z.string(), nmid: z.string() }),
  z.object({ kind: z.literal('cod'), note: z.string() }),
  z.object({ kind: z.literal('custom'), text: z.string() }),
])

/** The spelling of the list, when it is in the list. */
const bankName = line({ max: 40, required: true }).transform((name) => findBank(name)?.name ?? name)

const bankSchema = z
  .strictObject({
    kind: z.literal('bank'),
    bank: bankName,
    number: z.string({ error: 'text' }).max(100, 'accountDigits').transform(digitsOf).refine((number) => number !== '', 'required'),
    holder: line({ max: 50, required: true }),
  })
  .superRefine(({ bank, number }, context) => {
    const message = number === '' ? null : numberProblem(bank, number)
    if (message) context.addIssue({ code: 'custom', path: ['number'], message })
  })

/** Only a merchant's static code: one with an amount inside pays that amount and no other. */
const payloadSchema = z
  .string({ error: 'text' })
  .max(2_000, 'qris.unreadable')
  .transform((text, context) => {
    const problem = qrisProblem(text)
    if (problem === null) return text.trim()
    context.addIssue({ code: 'custom', message: problem })
    return z.NEVER
  })

/** @returns a key of `errors`; null for a code that a shop can be paid to */
export function qrisProblem(text: string): string | null {
  if (text.trim() === '') return 'required'
  const reading = readQris(text)
  if (!reading.ok) return `qris.${reading.reason}`
  return reading.qris.isStatic ? null : 'qris.dynamic'
}

const limitSchema = z
  .string({ error: 'text' })
  .max(40, 'price.notANumber')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const parsed = parseMoney(text, 'IDR')
    if (parsed.ok && parsed.amount > 0) return parsed.amount
    context.addIssue({ code: 'custom', message: parsed.ok ? 'limitPositive' : `price.${parsed.reason}` })
    return z.NEVER
  })

const account = z.strictObject({
  /** Names custom instructions; the others are named by what they are. */
  label: line({ max: 40 }),
  details: z.discriminatedUnion('kind', [
    bankSchema,
    z.strictObject({ kind: z.literal('qris'), payload: payloadSchema }),
    z.strictObject({ kind: z.literal('cod'), note: paragraph({ max: 500 }) }),
    z.strictObject({ kind: z.literal('custom'), text: paragraph({ max: 500 }).refine((text) => text !== '', 'required') }),
  ]),
  /** Of one payment, in rupiah as typed; empty: as the method allows. */
  minimumAmount: limitSchema,
  maximumAmount: limitSchema,
  /** Of whoever is signed in; only asked for when it changes what customers pay to. */
  password: z.string({ error: 'text' }).max(128, 'passwordLong'),
})

type Checked = Pick<z.output<typeof account>, 'label' | 'details' | 'minimumAmount' | 'maximumAmount'>

function checkTogether({ label, details, minimumAmount, maximumAmount }: Checked, context: z.core.$RefinementCtx): void {
  if (details.kind === 'custom' && label === '') context.addIssue({ code: 'custom', path: ['label'], message: 'required' })
  if (minimumAmount !== null && maximumAmount !== null && minimumAmount > maximumAmount) {
    context.addIssue({ code: 'custom', path: ['maximumAmount'], message: 'limitsCrossed' })
  }
}

export const createAccountSchema = account.superRefine(checkTogether)
export const updateAccountSchema = account.extend({ id: z.uuid() }).superRefine(checkTogether)
export const switchAccountSchema = z.strictObject({ id: z.uuid(), isOn: z.boolean({ error: 'unknownField' }) })
export const accountIdSchema = z.strictObject({ id: z.uuid() })

export type AccountInput = z.input<typeof createAccountSchema>
export type AccountValues = z.output<typeof createAccountSchema>
