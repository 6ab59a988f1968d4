import { z } from 'zod'
import { CUSTOMER_FIELDS } from '@/lib/link/fields'
import { DEFAULT_CURRENCY } from '@/lib/money/money'
import { currencySchema } from '@/lib/money/schema'
import { PAYMENT_METHOD_NAMES } from '@/lib/payment/methods'
import type { LinkDraft } from './link-draft'

const text = z.string()

const draftSchema = z.object({
  submissionId: text,
  orderId: text,
  slug: text,
  currency: currencySchema.default(DEFAULT_CURRENCY),
  usageLimit: text,
  isUnlimited: z.boolean(),
  items: z.array(z.object({ name: text, price: text, quantity: text, isDiscount: z.boolean() })).min(1),
  title: text,
  description: text,
  startsAt: text,
  expiry: z.object({ kind: z.enum(['never', 'at', 'after']), at: text, amount: text, unit: z.enum(['minutes', 'hours', 'days']) }),
  isForOneCustomer: z.boolean(),
  customer: z.object({ firstName: text, lastName: text, email: text, phone: text, notes: text }),
  isEveryMethod: z.boolean(),
  paymentMethods: z.array(z.enum(PAYMENT_METHOD_NAMES)),
  accountsOff: z.array(text).default([]),
  isOpenAmount: z.boolean(),
  openAmount: z.object({ minimum: text, maximum: text, preset: text }),
  asksUsual: z.boolean(),
  questions: z.array(z.enum(CUSTOMER_FIELDS)),
  sending: z.object({ email: z.boolean(), sms: z.boolean(), kind: z.enum(['now', 'at']), at: text }),
  internalNotes: z.array(z.object({ key: text, value: text })),
  wantsReview: z.boolean(),
}) satisfies z.ZodType<LinkDraft>

/** A draft that was kept as text; null for what an older version or a stranger left there. */
export function readStoredDraft(stored: string): LinkDraft | null {
  try {
    return draftSchema.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}
