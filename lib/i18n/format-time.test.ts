import { describe, expect, test } from 'vitest'
import { formatDate, formatExactTime, formatRelativeTime } from './format-time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 21.41 in Jakarta, 23.41 in Jayapura. */
const now = Date.parse('2026-11-20T14:41:00Z')

describe('a moment as people say it', () => {
  test.each([
    [-2 * MINUTE, '2 menit lalu', '2 minutes ago'],
    [-59 * MINUTE, '59 menit lalu', '59 minutes ago'],
    [-61 * MINUTE, '1 jam lalu', '1 hour ago'],
    [-20 * HOUR, '20 jam lalu', '20 hours ago'],
    [-25 * HOUR, 'kemarin', 'yesterday'],
    [-50 * HOUR, '18 Nov', '18 Nov'],
    [-365 * 24 * HOUR, '20 Nov 2025', '20 Nov 2025'],
    [30 * MINUTE, 'dalam 30 menit', 'in 30 minutes'],
    [23 * HOUR, 'besok', 'tomorrow'],
  ])('%d ms from now', (distance, id, en) => {
    const at = new Date(now + distance)
    expect(formatRelativeTime(at, { now, locale: 'id', timeZone: 'Asia/Jakarta' })).toBe(id)
    expect(formatRelativeTime(at, { now, locale: 'en', timeZone: 'Asia/Jakarta' })).toBe(en)
  })

  test.each([-59_999, 0, 59_999])('less than a minute away (%d ms) has no number', (distance) => {
    expect(formatRelativeTime(new Date(now + distance), { now, locale: 'id', timeZone: 'Asia/Jakarta' })).toBeNull()
  })

  test('the day changes by the clock of the zone', () => {
    const at = new Date(now - 22 * HOUR)
    expect(formatRelativeTime(at, { now, locale: 'en', timeZone: 'Asia/Jakarta' })).toBe('yesterday')
    expect(formatRelativeTime(at, { now, locale: 'en', timeZone: 'Asia/Jayapura' })).toBe('22 hours ago')
  })
})

test('an exact time names its zone', () => {
  expect(formatExactTime(new Date(now), { locale: 'id', timeZone: 'Asia/Jayapura' })).toBe('20 Nov 2026, 23.41 WIT')
  // English readers in Indonesia say WIB too; elsewhere the calendar's own name of the zone stands.
  expect(formatExactTime(new Date(now), { locale: 'en', timeZone: 'Asia/Jakarta' })).toBe('20 Nov 2026, 21:41 WIB')
  expect(formatExactTime(new Date(now), { locale: 'en', timeZone: 'Asia/Singapore' })).toBe('20 Nov 2026, 22:41 GMT+8')
  expect(formatExactTime(new Date(now), { locale: 'en', timeZone: 'UTC' })).toBe('20 Nov 2026, 14:41 UTC')
})

test('a day alone is the zone’s, day before month in both languages', () => {
  const at = new Date('2026-11-20T17:30:00Z')
  for (const locale of ['id', 'en'] as const) expect(formatDate(at, { locale, timeZone: 'Asia/Jakarta' })).toBe('21 Nov 2026')
})
