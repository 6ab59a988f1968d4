import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { currencySchema } from '@/lib/money/schema'
import { line, phoneSchema } from '@/lib/platform/text'
import { MODES } from './mode'
import { isTimeZone } from './time-zones'

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
