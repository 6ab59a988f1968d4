import { describe, expect, it } from 'vitest'
import { conversionOf, daysOf, homePeriod, methodsOf, numbersOf } from './rules'
import type { DayCounts } from './views'

const day = (overrides: Partial<DayCounts>): DayCounts => ({ day: '2026-11-20', currency: 'IDR', method: 'gopay', started: 0, paid: 0, amount: 0, open: 0, openAmount: 0, ...overrides })

describe('homePeriod', () => {
  it.each([
    ['Asia/Jakarta', '2026-11-20T05:00:00Z', '2026-11-14', '2026-11-20', '2026-11-13T17:00:00.000Z', '2026-11-20T17:00:00.000Z'],
    ['Asia/Jayapura', '2026-11-20T15:00:00Z', '2026-11-15', '2026-11-21', '2026-11-14T15:00:00.000Z', '2026-11-21T15:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-20T05:00:00Z', '2026-11-14', '2026-11-20', '2026-11-13T18:15:00.000Z', '2026-11-20T18:15:00.000Z'],
    ['Europe/Berlin', '2026-10-27T12:00:00Z', '2026-10-21', '2026-10-27', '2026-10-20T22:00:00.000Z', '2026-10-27T23:00:00.000Z'],
  ])('is today and six days before it in %s', (timeZone, at, first, last, from, until) => {
    const period = homePeriod({ timeZone, at: new Date(at) })
    expect({ count: period.days.length, first: period.days[0], last: period.days.at(-1), from: period.from.toISOString(), until: period.until.toISOString() })
      .toEqual({ count: 7, first, last, from, until })
  })

  it('begins and ends with a quarter of an hour in every time zone there is', () => {
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      for (const at of ['2026-01-10T12:00:00Z', '2026-07-10T12:00:00Z']) {
        const { starts, until } = homePeriod({ timeZone, at: new Date(at) })
        for (const moment of [...starts, until]) expect(moment.getTime() % 900_000, `${timeZone} ${moment.toISOString()}`).toBe(0)
      }
    }
  })
})

describe('sums', () => {
  // Another currency than those this product sells in today: sums must not need to know which there are.
  const dollars = 'USD' as DayCounts['currency']
  const counts = [day({ started: 3, paid: 2, amount: 20, open: 1, openAmount: 9 }), day({ method: 'bca_va', started: 1, paid: 1, amount: 5 }), day({ day: '2026-11-19', currency: dollars, paid: 1, amount: 7 })]

  it('never mix currencies, and begin with the one that is used most', () => {
    expect(numbersOf(counts)).toEqual({
      started: 4, paid: 4, paidSums: [{ currency: 'IDR', count: 3, amount: 25 }, { currency: 'USD', count: 1, amount: 7 }], pending: 1, pendingSums: [{ currency: 'IDR', count: 1, amount: 9 }],
    })
    expect(methodsOf(counts).map(({ method, currency, count }) => [method, currency, count])).toEqual([['gopay', 'IDR', 2], ['bca_va', 'IDR', 1], ['gopay', 'USD', 1]])
  })

  it('leave out a currency whose money all went back beside money that stayed, and say its zero when there is no other', () => {
    const returned = day({ currency: dollars, paid: 5, amount: 0 })
    expect(numbersOf([...counts.slice(0, 1), returned])).toMatchObject({ paid: 7, paidSums: [{ currency: 'IDR', count: 2, amount: 20 }] })
    expect(numbersOf([returned]).paidSums).toEqual([{ currency: 'USD', count: 5, amount: 0 }])
  })

  it('have every day, those on which nothing came in too', () => {
    expect(daysOf(counts, ['2026-11-18', '2026-11-19', '2026-11-20'])).toEqual([
      { currency: 'IDR', days: [{ day: '2026-11-18', paid: 0, amount: 0 }, { day: '2026-11-19', paid: 0, amount: 0 }, { day: '2026-11-20', paid: 3, amount: 25 }] },
      { currency: 'USD', days: [{ day: '2026-11-18', paid: 0, amount: 0 }, { day: '2026-11-19', paid: 1, amount: 7 }, { day: '2026-11-20', paid: 0, amount: 0 }] },
    ])
  })
})

it.each([
  [{ opened: 10, started: 4, paid: 2 }, { opened: 10, started: 4, paid: 2 }],
  [{ opened: 1, started: 4, paid: 2 }, { opened: 4, started: 4, paid: 2 }],
  [{ opened: 0, started: 0, paid: 0 }, { opened: 0, started: 0, paid: 0 }],
])('whoever started had opened: %o', (counted, shown) => {
  expect(conversionOf(counted)).toEqual(shown)
})
