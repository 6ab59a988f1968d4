import { z } from 'zod'
import { line } from '@/lib/platform/text'

/** Who runs the shop and where its post goes, in Indonesia. */
export const identitySchema = z.strictObject({
  legalName: line({ max: 100, required: true }),
  address: line({ max: 255, required: true }),
  city: line({ max: 60, required: true }),
  postcode: z.string({ error: 'text' }).trim().max(20, 'postcode').regex(/^\d{5}$/, 'postcode'),
})
export type IdentityValues = z.output<typeof identitySchema>

/** That an account is the seller's own. */
export const confirmAccountSchema = z.strictObject({
  id: z.uuid({ error: 'unknownField' }),
  /** Why its name is another than the shop's; blank where it is not. */
  explanation: line({ max: 255 }),
  password: z.string({ error: 'text' }).min(1, 'required').max(128, 'passwordLong'),
})
export type ConfirmAccount = z.output<typeof confirmAccountSchema>

/** Of a letter's link; what cannot be one is answered like one that was never given out. */
export const emailTokenSchema = z.strictObject({ token: z.string({ error: 'text' }).max(200, 'confirmLinkInvalid') })
