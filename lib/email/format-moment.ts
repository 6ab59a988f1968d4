import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { ZONE_NAMES } from '@/lib/i18n/zone-name'

/** British English: day before month, 24 hours, as Indonesians write it. */
const TAGS = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Locale, string>

type Formatters = { day: Intl.DateTimeFormat; clock: Intl.DateTimeFormat; zone: Intl.DateTimeFormat }

/** A formatter costs more than a letter: each is made once. */
const known = new Map<string, Formatters>()

/** `Jum, 20 Nov 2026, 16.12 WIB`, in the zone given. A letter is read on another day than it was written: never "today". */
export function formatMoment(at: Date, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  const { day, clock, zone } = formattersOf(locale, timeZone)
  const zoneName = ZONE_NAMES[timeZone] ?? zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return `${day.format(at)}, ${clock.format(at)} ${zoneName}`
}

function formattersOf(locale: Locale, timeZone: string): Formatters {
  const key = `${locale} ${timeZone}`
  const made = known.get(key) ?? {
    day: new Intl.DateTimeFormat(TAGS[locale], { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    clock: new Intl.DateTimeFormat(TAGS[locale], { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    zone: new Intl.DateTimeFormat(TAGS[locale], { timeZone, timeZoneName: 'short' }),
  }
  known.set(key, made)
  return made
}
