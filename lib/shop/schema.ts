import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { currencySchema } from '@/lib/money/typed-money'
import { line, phoneSchema } from '@/lib/platform/text'
import { MODES } from './mode'

export const DEFAULT_TIME_ZONE = 'Asia/Jakarta'

/** Offered first in a choice: WIB, WITA and WIT. */
export const INDONESIAN_TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone !== ''
  } catch {
    return false
  }
}

/** Any time zone that this server's calendar knows. */
const timeZoneSchema = z.string({ error: 'timeZone' }).max(50, 'timeZone').refine(isTimeZone, 'timeZone')

export const shopProfileSchema = z.strictObject({
  name: line({ max: 50, required: true }),
  phone: phoneSchema,
  locale: z.enum(LOCALES, { error: 'locale' }),
  timeZone: timeZoneSchema,
})

/** What new links are in at first. */
export const shopCurrencySchema = z.strictObject({ currency: currencySchema })

export const switchModeSchema = z.strictObject({ mode: z.enum(MODES, { error: 'unknownField' }) })

export type ShopProfile = z.output<typeof shopProfileSchema>
