import { z } from 'zod'
import type { Currency } from '@/lib/money/money'
import { parseMoney } from '@/lib/money/parse-money'
import { currencySchema, typedAmountSchema } from '@/lib/money/schema'
import { priceProblem, withCurrencyBeside } from '@/lib/money/typed-money'
import { line, paragraph } from '@/lib/platform/text'

/** What a proof may weigh, in bytes. */
export const MAX_PROOF_BYTES = 10 * 1024 * 1024

/** What a shop usually finds; told in the customer's language. */
export const REJECT_REASONS = ['notArrived', 'otherAmount', 'notReadable'] as const
export type RejectReason = (typeof REJECT_REASONS)[number]
export const isRejectReason = (text: string): text is RejectReason => (REJECT_REASONS as readonly string[]).includes(text)

/** As people type it; blank: nothing said. */
const optionalAmount = (currency: Currency) => z.string({ error: 'text' }).max(40, 'price.notANumber').transform((text, context) => {
  if (text.trim() === '') return null
  const parsed = parseMoney(text, currency)
  if (parsed.ok && parsed.amount > 0) return parsed.amount
  context.addIssue({ code: 'custom', message: priceProblem(parsed.ok ? 'notANumber' : parsed.reason, currency) })
  return z.NEVER
})

/** The customer's form, besides the picture. @param currency the order's */
export const claimFormSchema = (currency: Currency) => z.strictObject({
  transferred: optionalAmount(currency).default(null),
  note: paragraph({ max: 255 }).default(''),
})

/** A decision is about the proof that was looked at. */
const decided = { id: z.uuid({ error: 'unknownField' }), version: z.number({ error: 'unknownField' }).int('unknownField').min(1, 'unknownField').max(1_000_000, 'unknownField') }

/** `currency`: what `received` was typed in; the order's. */
const confirmation = z.strictObject({ ...decided, received: typedAmountSchema(), currency: currencySchema.optional() })
export const confirmClaimSchema = z.preprocess(withCurrencyBeside<z.input<typeof confirmation>>('received'), confirmation)
export type ConfirmClaim = z.output<typeof confirmClaimSchema>

export const rejectClaimSchema = z.strictObject({ ...decided, reason: line({ max: 255, required: true }) })
export type RejectClaim = z.output<typeof rejectClaimSchema>

/** Which rejection its customer was told of. */
export const toldClaimSchema = z.strictObject(decided)

export const claimFilterSchema = z.object({ cursor: z.string().max(200).optional().catch(undefined) })
export type ClaimFilter = z.output<typeof claimFilterSchema>
