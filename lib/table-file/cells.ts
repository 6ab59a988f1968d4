import { exponentOf, type Currency } from '@/lib/money/money'

/** What stands in one cell of a file that a spreadsheet opens. Text is text, whatever it looks like. */
export type Cell = string | number | Date | null

/**
 * An amount as a spreadsheet counts with it: in whole units of the currency, exact.
 * @param amount in minor units
 */
export function plainAmount(amount: number, currency: Currency): number {
  const exponent = exponentOf(currency)
  const digits = Math.abs(amount).toString().padStart(exponent + 1, '0')
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
  return Number(amount < 0 ? `-${text}` : text)
}

/** A moment as the clock on the shop's wall shows it, as milliseconds of a clock that has no zone. */
export function wallClockMs(at: Date, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((candidate) => candidate.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** `2026-11-29 14:05:00`: sorts as text, and every spreadsheet reads it as a time. */
export const wallClockText = (at: Date, timeZone: string): string => new Date(wallClockMs(at, timeZone)).toISOString().slice(0, 19).replace('T', ' ')

/** Making one takes longer than using it a thousand times. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}
