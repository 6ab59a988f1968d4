import { describe, expect, it } from 'vitest'
import { suggestedTimes } from './suggested-times'

const timesAt = (now: string, timeZone: string) => Object.fromEntries(suggestedTimes(Date.parse(now), timeZone).map(({ name, at }) => [name, at]))

describe('times that are offered for a message', () => {
  it('are of the shop’s clock, not of the server’s or the browser’s', () => {
    expect(timesAt('2026-11-20T10:03:00Z', 'Asia/Jakarta')).toEqual({ hour: '2026-11-20T18:15', morning: '2026-11-21T09:00', evening: '2026-11-21T19:00' })
    expect(timesAt('2026-11-20T17:30:00Z', 'Asia/Jakarta')).toEqual({ hour: '2026-11-21T01:30', morning: '2026-11-22T09:00', evening: '2026-11-22T19:00' })
    expect(timesAt('2026-11-20T17:30:00Z', 'Asia/Jayapura')).toMatchObject({ morning: '2026-11-22T09:00' })
  })

  it('go over the ends of months and years, and over days of 23 hours', () => {
    expect(timesAt('2026-12-31T03:00:00Z', 'Asia/Jakarta')).toMatchObject({ morning: '2027-01-01T09:00' })
    expect(timesAt('2026-03-29T22:30:00Z', 'Europe/Berlin')).toMatchObject({ morning: '2026-03-31T09:00' })
    expect(timesAt('2026-03-28T22:30:00Z', 'Europe/Berlin')).toMatchObject({ morning: '2026-03-29T09:00' })
  })

  it('lie ahead, at least an hour from now', () => {
    for (let minute = 0; minute < 120; minute += 7) {
      const now = Date.parse('2026-11-20T10:00:00Z') + minute * 60_000
      for (const { at } of suggestedTimes(now, 'Asia/Jakarta')) expect(Date.parse(`${at}:00+07:00`) - now).toBeGreaterThanOrEqual(60 * 60_000)
    }
  })
})
