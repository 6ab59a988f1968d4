import { z } from 'zod'
import { filterSchema } from '@/lib/platform/filter-schema'
import { line, paragraph, phoneSchema } from '@/lib/platform/text'
import { ORDER_FILTER } from './filter'

const emailSchema = z.union([z.literal(''), z.email('email').max(254, 'max254')], { error: 'email' })
export const trimmedEmail = z.string({ error: 'text' }).trim().pipe(emailSchema)

/** A specific customer, as in Midtrans' `customer_details`: at least one way to name or reach them. */
export const customerDetailsSchema = z
  .strictObject({
    firstName: line({ max: 50 }),
    lastName: line({ max: 50 }),
    email: trimmedEmail,
    phone: phoneSchema,
    notes: paragraph({ max: 255 }),
  })
  .refine(({ firstName, email, phone }) => firstName !== '' || email !== '' || phone !== '', {
    path: ['firstName'],
    error: 'customerRequired',
  })

export type CustomerDetails = z.output<typeof customerDetailsSchema>

/** What a customer told on the payment page before choosing a method; blank where they said nothing. */
export type CustomerForm = { name: string; phone: string; email: string }

/** What the actions of the list are sent: its address. */
export const orderFilterSchema = filterSchema(ORDER_FILTER)
