import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { paragraph } from '@/lib/platform/text'
import { MESSAGE_KINDS, unknownFields } from './fields'

/** Characters of a message: WhatsApp takes more, but an address that carries it does not. */
export const MAX_MESSAGE = 1000

export const templateKeySchema = z.strictObject({
  kind: z.enum(MESSAGE_KINDS, { error: 'unknownField' }),
  locale: z.enum(LOCALES, { error: 'unknownField' }),
})

export type TemplateKey = z.output<typeof templateKeySchema>

/** A shop's own words. A field that has no value would be sent as it stands, in braces. */
export const templateSchema = templateKeySchema.extend({ body: paragraph({ max: MAX_MESSAGE }) }).superRefine(({ kind, body }, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['body'], message })
  if (body === '') return refuse('required')
  if (unknownFields(kind, body).length > 0) return refuse('messageField')
  if (kind === 'offer' && !body.includes('{link}')) refuse('messageNeedsLink')
})

export type TemplateValues = z.output<typeof templateSchema>
