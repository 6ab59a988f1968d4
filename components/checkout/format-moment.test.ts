import { describe, expect, it } from 'vitest'
import { wordingOf } from '@/lib/i18n/wording'
import { formatClock, formatDay, formatMoment, formatMonth } from './format-moment'

const now = new Date('2026-11-20T05:00:00.000Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const jakarta = { wording: wordingOf('id'), timeZone: 'Asia/Jakarta' }
const english = { ...jakarta, wording: wordingOf('en') }

describe('a deadline', () => {
  it('is told by the clock on the day itself and the day after, then by its day', () => {
    expect(formatDay(hours(9), { ...jakarta, now })).toBe('hari ini 21.00 WIB')
    expect(formatDay(hours(24), { ...jakarta, now })).toBe('besok 12.00 WIB')
    expect(formatDay(hours(240), { ...jakarta, now })).toBe('Senin 30 Nov')
    expect(formatDay(hours(240), { ...english, now })).toBe('Monday 30 Nov')
    expect(formatDay(hours(24 * 60), { ...jakarta, now })).toBe('Selasa 19 Jan 2027')
  })

  it('is told in the zone of the shop, whose day may be another one', () => {
    const evening = new Date('2026-11-20T16:30:00.000Z')
    expect(formatDay(evening, { ...jakarta, now })).toBe('hari ini 23.30 WIB')
    expect(formatDay(evening, { ...jakarta, timeZone: 'Asia/Jayapura', now })).toBe('besok 01.30 WIT')
  })
})

it('names the Indonesian zones as people there do, in both languages', () => {
  expect(formatClock(now, english)).toBe('12:00 WIB')
  expect(formatClock(now, { ...jakarta, timeZone: 'Asia/Makassar' })).toBe('13.00 WITA')
  expect(formatMoment(now, jakarta)).toBe('20 Nov 2026, 12.00 WIB')
  expect(formatMonth(now, jakarta)).toBe('November 2026')
})
