import { describe, expect, it } from 'vitest'
import { requireCurrency } from '@/lib/money/money'
import { TEST_OFFERS } from '@/lib/receiving/rules'
import { hasUsableMethod, isUnpayableIn, periodOf } from './rules'
import type { CreateLinkValues } from './schema'

const at = new Date('2026-11-20T05:00:00Z')
const period = (values: Partial<Pick<CreateLinkValues, 'startsAt' | 'expiry'>>, timeZone = 'Asia/Jakarta') =>
  periodOf({ startsAt: '', expiry: { kind: 'never' }, ...values }, { timeZone, at })

describe('periodOf', () => {
  it('opens at once and never closes by default', () => {
    expect(period({})).toEqual({ ok: true, period: { startsAt: null, expiresAt: null } })
  })

  it('reads wall-clock times in the time zone of the shop', () => {
    const expiry = { kind: 'at', at: '2026-11-30T23:59' } as const
    expect(period({ expiry })).toMatchObject({ period: { expiresAt: new Date('2026-11-30T16:59:00Z') } })
    expect(period({ expiry }, 'Asia/Jayapura')).toMatchObject({ period: { expiresAt: new Date('2026-11-30T14:59:00Z') } })
  })

  it('counts a duration from the opening, else from creation', () => {
    const expiry = { kind: 'after', amount: 2, unit: 'days' } as const
    expect(period({ expiry })).toMatchObject({ period: { expiresAt: new Date('2026-11-22T05:00:00Z') } })
    expect(period({ expiry, startsAt: '2026-12-01T00:00' })).toMatchObject({ period: { expiresAt: new Date('2026-12-02T17:00:00Z') } })
  })

  it.each([
    ['a date that no calendar has', { expiry: { kind: 'at', at: '2027-02-31T10:00' } as const }, { 'expiry.at': 'dateTime' }],
    ['a start that no calendar has', { startsAt: '2027-13-01T10:00' }, { startsAt: 'dateTime' }],
    ['an end in the past', { expiry: { kind: 'at', at: '2026-11-20T12:00' } as const }, { 'expiry.at': 'expiryPast' }],
    ['an end before the start', { startsAt: '2026-12-02T00:00', expiry: { kind: 'at', at: '2026-12-01T00:00' } as const }, { 'expiry.at': 'expiryBeforeStart' }],
    ['an end that nobody lives to see', { expiry: { kind: 'after', amount: 100_000, unit: 'days' } as const }, { 'expiry.amount': 'expiryTooLate' }],
    ['a start that nobody lives to see', { startsAt: '9999-01-01T00:00' }, { startsAt: 'expiryTooLate' }],
  ])('refuses %s', (_, values, fields) => {
    expect(period(values)).toEqual({ ok: false, fields })
  })
})

describe('hasUsableMethod', () => {
  const items = (price: number) => [{ name: 'x', price, quantity: 1 }]

  it('refuses a choice of methods that cannot carry the amount', () => {
    expect(hasUsableMethod({ currency: 'IDR', items: items(20_000_000), paymentMethods: ['other_qris'] }, TEST_OFFERS)).toBe(false)
    expect(hasUsableMethod({ currency: 'IDR', items: items(10_000_000), paymentMethods: ['other_qris'] }, TEST_OFFERS)).toBe(true)
  })

  it('knows which money a shop cannot take at all', () => {
    const bank = [{ method: 'own_transfer' as const, minimum: 1, maximum: 999_999_999 }]
    expect(['IDR', 'USD', 'KWD'].map((currency) => isUnpayableIn(requireCurrency(currency), bank))).toEqual([false, true, true])
    expect(hasUsableMethod({ currency: 'USD', items: items(1), paymentMethods: [] }, TEST_OFFERS)).toBe(true)
    expect(hasUsableMethod({ currency: 'USD', items: items(1), paymentMethods: ['bca_va'] }, TEST_OFFERS)).toBe(false)
  })

  it('refuses an amount that no method can carry', () => {
    expect(hasUsableMethod({ currency: 'IDR', items: items(999_999_999_999), paymentMethods: [] }, TEST_OFFERS)).toBe(false)
  })
})
