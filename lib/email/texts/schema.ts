import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { line, paragraph } from '@/lib/platform/text'
import { optionalEmail } from '@/lib/shop/profile/schema'
import { CUSTOMER_LETTERS, OPTIONAL_LETTERS, unknownLetterFields } from './letters'

export const letterKeySchema = z.strictObject({
  letter: z.enum(CUSTOMER_LETTERS, { error: 'unknownField' }),
  locale: z.enum(LOCALES, { error: 'unknownField' }),
})
export type LetterKey = z.output<typeof letterKeySchema>

export const WORDS = ['subject', 'greeting', 'closing'] as const

/** A shop's own words; empty: ours. A field without a value would be sent as it stands, in braces. */
export const letterTextSchema = letterKeySchema
  .extend({ subject: line({ max: 150 }), greeting: paragraph({ max: 300 }), closing: paragraph({ max: 300 }) })
  .superRefine((text, context) => {
    for (const name of WORDS) {
      if (unknownLetterFields(text.letter, text[name]).length > 0) context.addIssue({ code: 'custom', path: [name], message: 'messageField' })
    }
  })
export type LetterText = z.output<typeof letterTextSchema>

export const senderSchema = z.strictObject({ senderName: line({ max: 50 }), replyTo: optionalEmail })
export type SenderValues = z.output<typeof senderSchema>

export const switchLetterSchema = z.strictObject({
  letter: z.enum(OPTIONAL_LETTERS, { error: 'unknownField' }),
  isOn: z.boolean({ error: 'unknownField' }),
})
