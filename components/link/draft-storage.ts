import { z } from 'zod'
import { CUSTOMER_FIELDS } from '@/lib/link/schema'
import { DEFAULT_CURRENCY } from '@/lib/money/money'
import { currencySchema } from '@/lib/money/typed-money'
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

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Keeps an unsaved form over a reload, in this tab only, for one shop and mode. Remembers the last form that
 * was sent too: going back to it must not send it once more under its old name.
 * Storage that is full or forbidden loses the draft, never the form.
 */
export function draftStorage(draftOf: string, place: () => Place = () => window.sessionStorage) {
  const draftKey = `new-link:${draftOf}`
  const sentKey = `new-link-sent:${draftOf}`
  return {
    read: (): LinkDraft | null =>
      attempt(() => {
        const stored = place().getItem(draftKey)
        return stored === null ? null : (draftSchema.safeParse(JSON.parse(stored)).data ?? null)
      }),
    write: (draft: LinkDraft) => attempt(() => place().setItem(draftKey, JSON.stringify(draft))),
    clear: () => attempt(() => place().removeItem(draftKey)),
    markSent: (submissionId: string) => {
      attempt(() => place().removeItem(draftKey))
      attempt(() => place().setItem(sentKey, submissionId))
    },
    wasSent: (submissionId: string): boolean => attempt(() => place().getItem(sentKey) === submissionId) ?? false,
  }
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
