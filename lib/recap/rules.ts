import { Temporal } from 'temporal-polyfill'

export type RecapDay = {
  /** `2026-11-20`, by the shop's calendar. */
  day: string
  from: Date
  /** The next day's beginning: not part of it. */
  until: Date
  before: string
  /** Null on the last day there is to look at: today. */
  after: string | null
}

/**
 * A day of the shop's calendar, from its first moment to the next day's: 23 or 25 hours where clocks change.
 * What is no date, and a day that has not come yet, is today.
 */
export function recapDay(wish: string | undefined, { timeZone, at }: { timeZone: string; at: Date }): RecapDay {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const wished = dateOf(wish)
  const day = wished && Temporal.PlainDate.compare(wished, today) < 0 ? wished : today
  const next = day.add({ days: 1 })
  const beginningOf = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds)
  return {
    day: day.toString(), from: beginningOf(day), until: beginningOf(next),
    before: day.subtract({ days: 1 }).toString(), after: Temporal.PlainDate.compare(day, today) < 0 ? next.toString() : null,
  }
}

function dateOf(text: string | undefined): Temporal.PlainDate | null {
  if (!text || !/^20\d{2}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}
