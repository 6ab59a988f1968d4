import { z } from 'zod'
import type { CustomerField } from '@/lib/link/views'
import { line, phoneSchema } from '@/lib/platform/text'
import { trimmedEmail, type CustomerForm } from '@/lib/order/schema'
import type { CheckoutLink } from './views'

export type Question = { field: CustomerField; isRequired: boolean }

const FIELDS = ['name', 'phone', 'email'] as const satisfies readonly CustomerField[]

/** On a link that says nothing about it. */
const USUALLY_REQUIRED: readonly CustomerField[] = ['name', 'phone']

/**
 * What a customer is asked before paying. A link that names its customer asks nothing, except what
 * must be told and its details lack (Midtrans: `customer_required`, `customer_details_required_fields`).
 */
export function questionsOf({ customer, customerQuestions }: Pick<CheckoutLink, 'customer' | 'customerQuestions'>): Question[] {
  const required = customerQuestions?.required ?? (customer ? [] : USUALLY_REQUIRED)
  if (!customer) return FIELDS.map((field) => ({ field, isRequired: required.includes(field) }))
  const isKnown = { name: customer.firstName !== '' || customer.lastName !== '', phone: customer.phone !== '', email: customer.email !== '' }
  return FIELDS.filter((field) => required.includes(field) && !isKnown[field]).map((field) => ({ field, isRequired: true }))
}

const ANSWERS = {
  name: line({ max: 101 }),
  phone: phoneSchema,
  email: trimmedEmail,
} as const

type AnswersSchema = ReturnType<typeof makeAnswersSchema>

/** Made once for each way to ask, of which there are few: making one takes as long as placing half an order. */
const made = new Map<string, AnswersSchema>()

/** The answers to these questions and nothing else; what was left out counts as blank. */
export function answersSchema(questions: readonly Question[]): AnswersSchema {
  const key = questions.map(({ field, isRequired }) => (isRequired ? `${field}!` : field)).join()
  const known = made.get(key)
  if (known) return known
  const schema = makeAnswersSchema(questions)
  made.set(key, schema)
  return schema
}

function makeAnswersSchema(questions: readonly Question[]) {
  const shape = questions.map(({ field, isRequired }) => {
    const answer: z.ZodType<string> = ANSWERS[field].default('')
    return [field, isRequired ? answer.refine((value) => value !== '', 'required') : answer] as const
  })
  return z.strictObject(Object.fromEntries(shape)).transform((answers): CustomerForm => ({ ...NOTHING_SAID, ...answers }))
}

export const NOTHING_SAID: CustomerForm = { name: '', phone: '', email: '' }
