import { Temporal } from 'temporal-polyfill'

/** Milliseconds of Midtrans' units; its own samples write them in the plural, its table in the singular. */
const UNITS = { minute: 60_000, minutes: 60_000, hour: 3_600_000, hours: 3_600_000, day: 86_400_000, days: 86_400_000 } as const

export const EXPIRY_UNITS = Object.keys(UNITS) as [ExpiryUnit, ...ExpiryUnit[]]
export type ExpiryUnit = keyof typeof UNITS

/** No link begins or ends later: PostgreSQL and JavaScript can say it, and nobody means it. */
export const LATEST = Date.UTC(2201, 0)

export const durationMs = (duration: number, unit: ExpiryUnit): number => duration * UNITS[unit]

/**
 * `yyyy-MM-dd HH:mm:ss Z`, as Midtrans' table has it, without seconds, as its samples have it, or ISO 8601.
 * @returns null for anything else, and for a day that no calendar has
 */
export function readStartTime(text: string): Date | null {
  const [, date, time, zone] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})$/.exec(text.trim()) ?? []
  if (date === undefined || time === undefined || zone === undefined) return null
  try {
    const wallClock = Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' })
    const offset = zone === 'Z' ? '+00:00' : zone.replace(/^(...):?(..)$/, '$1:$2')
    const at = new Date(wallClock.toZonedDateTime(offset).epochMilliseconds)
    return at.getTime() > 0 && at.getTime() < LATEST ? at : null
  } catch {
    return null
  }
}

/** The form that {@link readStartTime} reads, in Jakarta's time, as Midtrans writes its own times. */
export function startTimeText(at: Date): string {
  return `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} +0700`
}

export type SentExpiry = { start: string; duration: number; unit: ExpiryUnit }

type Period = { startsAt: Date | null; expiresAt: Date | null; createdAt: Date }

/** A link's period in Midtrans' words: as it was sent while it is still that, else in the largest unit without a rest. */
export function expiryFields({ startsAt, expiresAt, createdAt }: Period, sent: SentExpiry | null) {
  const start = startsAt ?? createdAt
  if (!expiresAt) return { expiry_start: startsAt && startTimeText(startsAt), expiry_duration: null, expiry_unit: null }
  if (sent && new Date(sent.start).getTime() + durationMs(sent.duration, sent.unit) === expiresAt.getTime()) {
    return { expiry_start: startTimeText(new Date(sent.start)), expiry_duration: sent.duration, expiry_unit: sent.unit }
  }
  const minutes = Math.ceil((expiresAt.getTime() - start.getTime()) / UNITS.minute)
  const unit = (['days', 'hours'] as const).find((name) => (minutes * UNITS.minute) % UNITS[name] === 0) ?? 'minutes'
  return { expiry_start: startTimeText(start), expiry_duration: (minutes * UNITS.minute) / UNITS[unit], expiry_unit: unit }
}
