import { z } from 'zod'
import { slugSchema } from '@/lib/link/schema'
import { outOfRange } from '@/lib/link/open-amount'
import type { OpenAmount } from '@/lib/link/views'
import { MAX_AMOUNT, type Currency } from '@/lib/money/money'
import { parseMoney } from '@/lib/money/parse-money'
import { priceProblem } from '@/lib/money/typed-money'

/** What stands in the address of a link's page, as the router gives it: anything a stranger typed. */
export const isSlug = (text: string): boolean => slugSchema.safeParse(text).data === text

/** 128 random bits, see lib/platform/ids.ts. */
export const isOrderToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text)

/** The payment page's own fields. The customer's are parsed with `answersSchema`. */
export const checkoutFormSchema = z.object({
  form: z.string({ error: 'required' }).max(200),
  amount: z.string({ error: 'required' }).regex(/^\d{1,12}$/).transform(Number).pipe(z.number().max(MAX_AMOUNT)),
  method: z.string({ error: 'methodRequired' }).min(1, 'methodRequired').max(50, 'methodRequired'),
})

/** The same where the customer decides the amount: text as people type it. */
export function openAmountFormSchema(openAmount: OpenAmount, currency: Currency) {
  return checkoutFormSchema.extend({
    amount: z.string({ error: 'required' }).trim().min(1, 'required').max(100, 'price.notANumber').transform((typed, context) => {
      const parsed = parseMoney(typed, currency)
      const problem = parsed.ok ? outOfRange(openAmount, parsed.amount) : parsed.reason === 'tooLarge' ? 'amountAbove' : priceProblem(parsed.reason, currency)
      if (parsed.ok && !problem) return parsed.amount
      context.addIssue({ code: 'custom', message: problem ?? priceProblem('notANumber', currency) })
      return z.NEVER
    }),
  })
}

export const simulatedNewsSchema = z.strictObject({ news: z.enum(['authorize', 'settle', 'deny', 'expire']) })

/**
 * The simulator's card form; the number is checked where it is used.
 * @param at the expiry must not lie before this month
 */
export function testCardSchema(at: Date) {
  return z.strictObject({
    number: z.string().max(40),
    expiry: z.string().trim().regex(/^(0[1-9]|1[0-2])\s*\/?\s*(20)?\d\d$/).refine((text) => isToCome(text, at)),
    cvv: z.string().trim().regex(/^\d{3,4}$/),
  })
}

function isToCome(expiry: string, at: Date): boolean {
  const month = Number(expiry.slice(0, 2))
  const year = 2000 + Number(expiry.slice(-2))
  return year * 12 + month >= at.getUTCFullYear() * 12 + at.getUTCMonth() + 1
}
