import { Temporal } from 'temporal-polyfill'
import type { Conversion, CurrencyDays, DayCounts, MethodNumbers, PeriodNumbers, Sum } from './views'

const DAYS = 7

export type HomePeriod = {
  /** Seven days of the shop's calendar, today last. */
  days: string[]
  /** When each of them begins. */
  starts: Date[]
  from: Date
  /** The end of today. */
  until: Date
}

/** Today and the six days before it, by the shop's calendar. */
export function homePeriod({ timeZone, at }: { timeZone: string; at: Date }): HomePeriod {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const beginningOf = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds)
  const days = Array.from({ length: DAYS }, (_, index) => today.subtract({ days: DAYS - 1 - index }))
  const starts = days.map(beginningOf)
  return { days: days.map(String), starts, from: starts[0] ?? at, until: beginningOf(today.add({ days: 1 })) }
}

export function numbersOf(counts: readonly DayCounts[]): PeriodNumbers {
  return {
    started: counts.reduce((sum, { started }) => sum + started, 0),
    paid: counts.reduce((sum, { paid }) => sum + paid, 0),
    paidSums: withoutReturned(paidSumsOf(counts)),
    pending: counts.reduce((sum, { open }) => sum + open, 0),
    pendingSums: sumsOf(counts.map(({ currency, open: count, openAmount: amount }) => ({ currency, count, amount }))),
  }
}

const paidSumsOf = (counts: readonly DayCounts[]): Sum[] => sumsOf(counts.map(({ currency, paid: count, amount }) => ({ currency, count, amount })))

/** One sum for each currency, the most used first; currencies are never added up. */
function sumsOf(parts: readonly Sum[]): Sum[] {
  return Array.from(Map.groupBy(parts, ({ currency }) => currency), ([currency, own]) => ({
    currency, count: own.reduce((sum, { count }) => sum + count, 0), amount: own.reduce((sum, { amount }) => sum + amount, 0),
  }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || one.currency.localeCompare(other.currency))
}

/** A currency whose money all went back says nothing beside money that stayed. Alone, its zero is the answer. */
function withoutReturned(sums: Sum[]): Sum[] {
  const kept = sums.filter(({ amount }) => amount !== 0)
  return kept.length > 0 ? kept : sums.slice(0, 1)
}

/** Every day of every currency that came in, days without a payment too. */
export function daysOf(counts: readonly DayCounts[], days: readonly string[]): CurrencyDays[] {
  return paidSumsOf(counts).map(({ currency }) => ({
    currency,
    days: days.map((day) => {
      const own = counts.filter((count) => count.day === day && count.currency === currency)
      return { day, paid: own.reduce((sum, { paid }) => sum + paid, 0), amount: own.reduce((sum, { amount }) => sum + amount, 0) }
    }),
  }))
}

export function methodsOf(counts: readonly DayCounts[]): MethodNumbers[] {
  return Array.from(Map.groupBy(counts, ({ method }) => method))
    .flatMap(([method, own]) => numbersOf(own).paidSums.map((sum) => ({ method, ...sum })))
    .toSorted((one, other) => other.count - one.count || one.method.localeCompare(other.method))
}

/** Who has no JavaScript, or came through the API, is not counted when opening: whoever started had opened. */
export function conversionOf({ opened, started, paid }: Conversion): Conversion {
  const begun = Math.max(started, paid)
  return { opened: Math.max(opened, begun), started: begun, paid }
}
