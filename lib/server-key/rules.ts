import { Temporal } from 'temporal-polyfill'
import type { MessageKey } from '@/lib/platform/result'

/** So many keys of a shop and mode may be valid at once. */
export const MAX_VALID_KEYS = 20

const LATEST_YEAR = 2200

/**
 * When a key with this last day stops opening: at the end of that day by the shop's clock.
 * @param lastDay 2026-12-31, or empty for never (null)
 */
export function endOfKey(lastDay: string, { timeZone, at }: { timeZone: string; at: Date }): { ok: true; expiresAt: Date | null } | { ok: false; message: MessageKey } {
  if (lastDay === '') return { ok: true, expiresAt: null }
  const end = endOfDay(lastDay, timeZone)
  if (end === undefined) return { ok: false, message: 'dateTime' }
  if (end <= at) return { ok: false, message: 'expiryPast' }
  if (end.getUTCFullYear() > LATEST_YEAR) return { ok: false, message: 'expiryTooLate' }
  return { ok: true, expiresAt: end }
}

/** When the old key of a roll ends: after the overlap, or when it would have ended anyway. */
export function endOfOverlap(expiresAt: Date | null, { overlapHours, at }: { overlapHours: number; at: Date }): Date {
  const end = new Date(at.getTime() + overlapHours * 3_600_000)
  return expiresAt !== null && expiresAt < end ? expiresAt : end
}

/** Undefined when the text is no day of any calendar (31 February). */
function endOfDay(day: string, timeZone: string): Date | undefined {
  try {
    return new Date(Temporal.PlainDate.from(day, { overflow: 'reject' }).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    return undefined
  }
}
