import { z } from 'zod'
import { PAYMENT_METHOD_NAMES } from '@/lib/payment/methods'
import { line, paragraph, phoneSchema, searchSchema } from '@/lib/platform/text'

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

export const ORDER_STATUSES = ['pending', 'authorized', 'in_review', 'paid', 'paid_late', 'partially_refunded', 'refunded', 'denied', 'cancelled', 'expired'] as const

/** What a seller looks for, where it is more than one status. */
export const ORDER_GROUPS = {
  /** Nothing happens to these until the seller does something. */
  to_do: ['authorized', 'in_review', 'paid_late'],
  sent_back: ['partially_refunded', 'refunded'],
  not_completed: ['denied', 'cancelled', 'expired'],
} as const satisfies Record<string, (typeof ORDER_STATUSES)[number][]>

export type OrderGroup = keyof typeof ORDER_GROUPS
const GROUP_NAMES = Object.keys(ORDER_GROUPS) as OrderGroup[]

export const isOrderGroup = (name: string): name is OrderGroup => Object.hasOwn(ORDER_GROUPS, name)

/** The orders page's address. Anything unreadable falls back, an address never fails. */
export const orderFilterSchema = z.object({
  q: searchSchema.optional().catch(undefined),
  status: z.enum([...ORDER_STATUSES, ...GROUP_NAMES]).optional().catch(undefined),
  method: z.enum(PAYMENT_METHOD_NAMES).optional().catch(undefined),
  link: z.uuid().optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
})
export type OrderFilter = z.output<typeof orderFilterSchema>
