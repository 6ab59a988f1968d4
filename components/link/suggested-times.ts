/** As a `datetime-local` field wants it, by the clock of a time zone. Swedish dates are ISO dates. */
export const localTime = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')

const MINUTE_IN_MS = 60_000

/** When messages are mostly sent, by the shop's clock: nobody has to type a date. @param now milliseconds */
export function suggestedTimes(now: number, timeZone: string): { name: 'hour' | 'morning' | 'evening'; at: string }[] {
  // The next quarter after an hour from now.
  const soon = Math.ceil((now + 60 * MINUTE_IN_MS) / (15 * MINUTE_IN_MS)) * 15 * MINUTE_IN_MS
  const [year = 0, month = 1, day = 1] = localTime(new Date(now), timeZone).slice(0, 10).split('-').map(Number)
  // The calendar's next day, whatever the clocks do in between.
  const tomorrow = new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
  return [
    { name: 'hour', at: localTime(new Date(soon), timeZone) },
    { name: 'morning', at: `${tomorrow}T09:00` },
    { name: 'evening', at: `${tomorrow}T19:00` },
  ]
}
