import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { ZONE_NAMES } from '@/lib/i18n/zone-name'

/** British English: day before month, 24 hours, as Indonesians write it. */
const TAGS = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Locale, string>

const DAY_IN_MS = 24 * 60 * 60_000

const PARTS = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long' },
  dayMonth: { day: 'numeric', month: 'short' },
  monthYear: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  zone: { timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Part = keyof typeof PARTS
type Place = { wording: Wording; timeZone: string }

/** A formatter costs more than a page: each is made once. As many as languages × the world's time zones × parts. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** `16.12 WIB` */
export function formatClock(at: Date, place: Place): string {
  return `${part('clock', at, place)} ${zoneName(at, place)}`
}

/** `20 Nov 2026, 16.12 WIB` */
export function formatMoment(at: Date, place: Place): string {
  return `${part('date', at, place)}, ${formatClock(at, place)}`
}

/** `Maret 2026` */
export function formatMonth(at: Date, place: Place): string {
  return part('monthYear', at, place)
}

/** A deadline as people say it: `hari ini 21.00 WIB`, `besok 09.00 WIB`, `Minggu 30 Nov`, with the year when it is another one. */
export function formatDay(at: Date, { now, ...place }: Place & { now: Date }): string {
  const { t } = place.wording
  const date = (moment: number) => part('date', new Date(moment), place)
  const day = part('date', at, place)
  if (day === date(now.getTime())) return t('today', { time: formatClock(at, place) })
  if (day === date(now.getTime() + DAY_IN_MS)) return t('tomorrow', { time: formatClock(at, place) })
  const year = part('year', at, place)
  return `${part('weekday', at, place)} ${part('dayMonth', at, place)}${year === part('year', now, place) ? '' : ` ${year}`}`
}

function part(name: Part, at: Date, { wording, timeZone }: Place): string {
  return formatter(name, wording.locale, timeZone).format(at)
}

function zoneName(at: Date, { wording, timeZone }: Place): string {
  const known = ZONE_NAMES[timeZone]
  if (known) return known
  const parts = formatter('zone', wording.locale, timeZone).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

function formatter(name: Part, locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${name} ${locale} ${timeZone}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(TAGS[locale], { timeZone, ...PARTS[name] })
  formatters.set(key, made)
  return made
}
