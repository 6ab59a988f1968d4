import type { DateOrder } from './views'

/** YYYY-MM-DD, both days inside. */
export type Period = { from: string; to: string }

export type ReadDate = { ok: true; day: string; time: string | null } | { ok: false; reason: 'date' | 'year' | 'outsidePeriod' }

/** Indonesian and English, by their first three letters (and what those do not tell apart). */
const MONTHS: Record<string, number> = {
  jan: 1, feb: 2, peb: 2, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, agu: 8, ags: 8, agt: 8, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, nop: 11, des: 12, dec: 12,
}

const TIME = /(?:^|[\sT])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(am|pm)?\s*(?:WIB|Z|\+07:?00)?\s*$/i

type Parts = { year: number | null; month: number; day: number }

/**
 * A day, and the time where it is told, as written on the bank's calendar.
 * @param period what the statement covers: gives the year to days without one
 * @param today YYYY-MM-DD: without a period a day belongs to the last year in which it is not in the future
 */
export function readDate(text: string, { order, period, today }: { order: DateOrder; period: Period | null; today: string }): ReadDate {
  const timed = TIME.exec(text)
  // 20.11.26 is a day, not a time.
  const isTime = timed !== null && timed.index > 0
  const dayText = (isTime ? text.slice(0, timed.index) : text).replace(/^[a-z]+,\s*/i, '').replace(/[,T]\s*$/, '').trim()
  const parts = partsOf(dayText, order)
  if (!parts) return { ok: false, reason: 'date' }
  const time = isTime ? timeOf(timed) : null
  if (isTime && time === null) return { ok: false, reason: 'date' }
  if (parts.year !== null) {
    const day = dayOf(parts.year, parts)
    return day === null ? { ok: false, reason: 'date' } : { ok: true, day, time }
  }
  const thisYear = Number(today.slice(0, 4))
  const years = period ? yearsBetween(Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))) : [thisYear, thisYear - 1]
  const days = years.flatMap((year) => dayOf(year, parts) ?? [])
  if (days.length === 0) return { ok: false, reason: 'date' }
  const fitting = days.filter((day) => (period ? day >= period.from && day <= period.to : day <= today))
  const [day] = fitting
  if (day === undefined) return { ok: false, reason: period ? 'outsidePeriod' : 'year' }
  return period && fitting.length > 1 ? { ok: false, reason: 'year' } : { ok: true, day, time }
}

/** The period that a line such as "Periode : 20/12/2025 - 10/01/2026" tells; null for any other line. */
export function readPeriod(line: string, today: string): Period | null {
  if (!/peri?od/i.test(line)) return null
  const found = [...line.matchAll(/\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}/gi)].map(([text]) => readDate(text, { order: /^\d{4}/.test(text) ? 'ymd' : 'dmy', period: null, today }))
  const [from, to] = found
  return from?.ok && to?.ok && from.day <= to.day ? { from: from.day, to: to.day } : null
}

function partsOf(text: string, order: DateOrder): Parts | null {
  const worded = /^(\d{1,2})[-/. ]*([a-z]{3,9})\.?(?:[-/., ]*(\d{4}|\d{2}))?$/i.exec(text)
  if (worded) {
    const month = MONTHS[(worded[2] ?? '').toLowerCase().slice(0, 3)]
    return month === undefined ? null : { year: yearOf(worded[3]), month, day: Number(worded[1]) }
  }
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (plain) return { year: Number(plain[1]), month: Number(plain[2]), day: Number(plain[3]) }
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) }
  const split = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(text)
  if (!split) return null
  const [first, second] = [Number(split[1]), Number(split[2])]
  if (order === 'ymd') return split[3] === undefined || split[3].length === 4 ? null : { year: 2000 + first, month: second, day: Number(split[3]) }
  return order === 'mdy' ? { year: yearOf(split[3]), month: first, day: second } : { year: yearOf(split[3]), month: second, day: first }
}

const yearOf = (text: string | undefined): number | null => (text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text))

/** Null for a day that no calendar has. */
function dayOf(year: number, { month, day }: Parts): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 2000 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

function timeOf([, hour = '', minute = '', second = '00', half]: RegExpExecArray): string | null {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour)
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return [hours, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
}

const yearsBetween = (from: number, to: number): number[] => Array.from({ length: Math.min(to - from, 5) + 1 }, (_, index) => from + index)
