import { z } from 'zod'
import { line } from '@/lib/platform/text'

/** What a key may be used for: looking, changing links and orders, sending money back. */
export const KEY_SCOPES = ['read', 'write', 'refund'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** The name of the key that a shop gets without asking for one. */
export const FIRST_KEY_NAME = 'default'

/** The last day of a key, by the shop's calendar; empty: for ever. */
const lastDay = z.string({ error: 'text' }).regex(/^(\d{4}-\d{2}-\d{2})?$/, 'dateTime')

export const createKeySchema = z.strictObject({
  name: line({ max: 50, required: true }),
  scopes: z
    .array(z.enum(KEY_SCOPES, { error: 'unknownField' }), { error: 'scopesRequired' })
    .min(1, 'scopesRequired')
    .max(KEY_SCOPES.length, 'unknownField')
    .transform((scopes) => KEY_SCOPES.filter((scope) => scopes.includes(scope))),
  lastDay,
})
export type CreateKeyInput = z.input<typeof createKeySchema>
export type CreateKeyValues = z.output<typeof createKeySchema>

/** Hours that the old key goes on opening beside the new one. */
export const OVERLAP_HOURS = [24, 168, 1, 0] as const

export const rollKeySchema = z.strictObject({
  id: z.uuid(),
  overlapHours: z.union([z.literal(0), z.literal(1), z.literal(24), z.literal(168)], { error: 'unknownField' }),
  /** Of the new key. */
  lastDay,
})
export type RollKeyInput = z.input<typeof rollKeySchema>
export type RollKeyValues = z.output<typeof rollKeySchema>

export const keyIdSchema = z.strictObject({ id: z.uuid() })

/** The password is asked again before a key is shown; its rules are those of signing in. */
export const passwordSchema = z.strictObject({ password: z.string({ error: 'text' }).min(1, 'required').max(128, 'passwordLong') })

export const revealKeySchema = passwordSchema.extend({ id: z.uuid() })
