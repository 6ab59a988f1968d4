import { Temporal } from 'temporal-polyfill'
import type { CreateLinkInput } from '@/lib/link/schema'

/** `2026-12-31`, `2026-12-31 23:59`, with seconds, with an offset as Midtrans writes it (`+0700`); or the day first: `31/12/2026`. */
const WRITTEN = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))(?:[T ]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A time as people and spreadsheets write it, as the create form says it: on the clock of the shop's wall.
 * @param ofDay the time of a day that is written without one
 * @returns the text as it is when it is no time: the form's rules then refuse it
 */
export function typedTime(text: string, { timeZone, ofDay }: { timeZone: string; ofDay: string }): string {
  const match = WRITTEN.exec(text)
  if (!match) return text
  const [, year = match[6], month = match[5], day = match[4]] = match
  const [, , , , , , , hour, minute, second = '00', offset] = match
  const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')
  const local = `${year}-${two(month)}-${two(day)}T${hour === undefined ? ofDay : `${two(hour)}:${two(minute)}`}:${hour === undefined ? '00' : second}`
  if (!offset) return local
  try {
    const zoned = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase()
    return Temporal.Instant.from(local + zoned).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })
  } catch {
    return text
  }
}

const NEVER = /^(|never|none|tidak|selamanya|-)$/i
const UNITS = { minutes: /^(m|min|minutes?|menit)$/i, hours: /^(h|hours?|jam)$/i, days: /^(d|days?|hari)$/i } as const
const UNIT_NAMES = Object.keys(UNITS) as (keyof typeof UNITS)[]

/**
 * When a link ends: a time, `3 days`, or Midtrans' two columns of a duration and its unit.
 * @returns null when it is neither
 */
export function typedExpiry({ expiry, duration, unit }: { expiry: string; duration: string; unit: string }, timeZone: string): CreateLinkInput['expiry'] | null {
  if (!NEVER.test(expiry)) {
    const spoken = /^(\d+)\s*([a-z]+)$/i.exec(expiry)
    if (spoken) return after(spoken[1] ?? '', spoken[2] ?? '')
    return WRITTEN.test(expiry) ? { kind: 'at', at: typedTime(expiry, { timeZone, ofDay: '23:59' }) } : null
  }
  // Midtrans: days, where no unit is given.
  return duration === '' ? (unit === '' ? { kind: 'never' } : null) : after(duration, unit || 'days')
}

function after(amount: string, word: string): CreateLinkInput['expiry'] | null {
  const unit = UNIT_NAMES.find((name) => UNITS[name].test(word))
  return unit ? { kind: 'after', amount, unit } : null
}
