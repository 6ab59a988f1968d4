import type { Locale } from './locales'
import { ZONE_NAMES } from './zone-name'

/** British English: day before month, 24 hours, as Indonesians write it. */
const TAGS = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Locale, string>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Place = { locale: Locale; timeZone: string }

/** `20 Nov 2026, 21.40 WIB`, in the zone given; in English too, as clocks in Indonesia say it. */
export function formatExactTime(at: Date, { locale, timeZone }: Place): string {
  return dateFormat(TAGS[locale], {
    timeZone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short',
  }).format(at).replace(/GMT[+-]\d+(?::\d+)?$/, ZONE_NAMES[timeZone] ?? '$&')
}

/** `20 Nov 2026`: the day of a moment, by the zone's calendar. */
export function formatDate(at: Date, { locale, timeZone }: Place): string {
  return dateFormat(TAGS[locale], { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}

/**
 * A day of the calendar: `Fri`, for a row of at most seven, or in full `Friday, 20 November`.
 * @param day `2026-11-20`
 */
export function formatDay(day: string, { locale, isShort }: { locale: Locale; isShort: boolean }): string {
  const parts = isShort ? ({ weekday: 'short' } as const) : ({ weekday: 'long', day: 'numeric', month: 'long' } as const)
  // A calendar's day has no zone: noon in Greenwich is on it.
  return dateFormat(TAGS[locale], { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/**
 * A moment as people say it: minutes, hours, "yesterday", then the day; the year only when it is another one.
 * Calendar days are those of the zone given.
 * @param now milliseconds since 1970
 * @returns null for less than a minute ago, and for a clock that runs a little behind
 */
export function formatRelativeTime(at: Date, { now, locale, timeZone }: Place & { now: number }): string | null {
  const distance = at.getTime() - now
  const size = Math.abs(distance)
  if (distance > -MINUTE && distance < MINUTE) return null

  const relative = relativeFormat(TAGS[locale])
  if (size < HOUR) return spoken(relative.format(Math.trunc(distance / MINUTE), 'minute'))
  const days = dayNumber(at.getTime(), timeZone) - dayNumber(now, timeZone)
  if (days === 0 || size < 6 * HOUR) return spoken(relative.format(Math.trunc(distance / HOUR), 'hour'))
  if (Math.abs(days) === 1) return spoken(relative.format(days, 'day'))

  const isThisYear = yearOf(at.getTime(), timeZone) === yearOf(now, timeZone)
  return dateFormat(TAGS[locale], { timeZone, day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) }).format(at)
}

/** Nobody says the "yang" of `2 menit yang lalu`. */
const spoken = (text: string) => text.replace(' yang lalu', ' lalu')

/** Days since 1970 by the zone's calendar. */
function dayNumber(time: number, timeZone: string): number {
  const parts = dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(time)
  return Date.parse(parts) / DAY
}

function yearOf(time: number, timeZone: string): string {
  return dateFormat('en', { timeZone, year: 'numeric' }).format(time)
}

/** Making one takes longer than a hundred uses of it, and a list has hundreds. They are as many as languages, zones and forms. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()

function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, options])
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(tag, options)
  dateFormats.set(key, format)
  return format
}

function relativeFormat(tag: string): Intl.RelativeTimeFormat {
  const format = relativeFormats.get(tag) ?? new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'long' })
  relativeFormats.set(tag, format)
  return format
}
