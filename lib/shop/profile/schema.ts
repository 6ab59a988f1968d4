import { z } from 'zod'
import { line, paragraph } from '@/lib/platform/text'
import { isReadableAccent, readColor } from './accent'

export const WEBSITE_MAX = 300

/** An address of mail, or nothing. */
export const optionalEmail = z
  .string({ error: 'text' })
  .trim()
  .max(254, 'max254')
  .refine((value) => value === '' || z.email().safeParse(value).success, 'email')

/** `tokomelati.id` is enough: what comes out is a whole https address as the parser wrote it, or nothing. */
const website = z
  .string({ error: 'text' })
  .trim()
  .max(WEBSITE_MAX, 'website')
  .refine((value) => value === '' || readWebsite(value) !== null, 'website')
  .transform((value) => readWebsite(value) ?? '')
  .refine((value) => value.length <= WEBSITE_MAX, 'website')

/** `@toko.melati`, `toko.melati` or the profile's address; what comes out is the bare name. */
const instagram = z
  .string({ error: 'text' })
  .trim()
  .max(WEBSITE_MAX, 'instagram')
  .transform((value) => value.replace(/^(?:https?:\/\/)?(?:www\.)?instagram\.com\//i, '').replace(/^@/, '').replace(/[/?].*$/, '').toLowerCase())
  .refine((value) => /^(?:[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?)?$/.test(value), 'instagram')

export const addressSchema = z.strictObject({
  street: line({ max: 200 }),
  city: line({ max: 60 }),
  province: line({ max: 60 }),
  postalCode: z.string({ error: 'text' }).trim().regex(/^(?:\d{5})?$/, 'postalCode'),
})

/** What customers are told about the shop, besides its name and phone. Empty: not told. */
export const profileSchema = z.strictObject({
  supportEmail: optionalEmail,
  website,
  instagram,
  address: addressSchema,
  thankYou: paragraph({ max: 300 }),
})
export type ProfileInput = z.input<typeof profileSchema>
export type ProfileValues = z.output<typeof profileSchema>

/** Empty: ours. What cannot be read on the payment page is refused, whoever sends it. */
export const accentSchema = z.strictObject({
  color: z
    .string({ error: 'text' })
    .trim()
    .max(20, 'color')
    .refine((value) => value === '' || readColor(value) !== null, 'color')
    .transform((value) => readColor(value) ?? '')
    .refine((value) => value === '' || isReadableAccent(value), 'colorContrast'),
})

export const CUSTOM_FIELDS = ['custom_field1', 'custom_field2', 'custom_field3'] as const
export type CustomField = (typeof CUSTOM_FIELDS)[number]
export type CustomFieldLabels = Partial<Record<CustomField, string>>

const label = line({ max: 40 })
export const customFieldLabelsSchema = z.strictObject({ custom_field1: label, custom_field2: label, custom_field3: label })

export const nothingSchema = z.strictObject({})

function readWebsite(text: string): string | null {
  if (/[\p{Cc}\s\\]/u.test(text)) return null
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:/]+\.[^:/]+:\d/.test(text) ? text : `https://${text}`)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return url && isWeb && url.hostname.includes('.') && url.username === '' && url.password === '' ? url.href : null
}
