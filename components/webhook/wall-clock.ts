/** A moment as a `datetime-local` field wants it, by the clock of the zone: `2026-11-20T21:40`. */
export function wallClock(at: Date, timeZone: string): string {
  // Swedish dates are ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')
}
