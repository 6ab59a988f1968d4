import { describe, expect, it } from 'vitest'
import { ORDER_STATUSES } from '@/lib/order/filter'
import { isOpen, isReceived } from '@/lib/order/status'
import { moneyVerdict, settledDifference } from './rules'

const facts = { expected: 85_003, uniqueCode: 3, received: 85_003, status: 'in_review', alreadyPaid: 0 } as const

describe('money and the order it is for', () => {
  it.each([
    ['to the rupiah', {}, { kind: 'exact' }],
    ['a rupiah short', { received: 85_002 }, { kind: 'less', missing: 1 }],
    ['without the code', { received: 85_000 }, { kind: 'withoutCode' }],
    ['without a code that was taken off', { expected: 84_997, uniqueCode: -3, received: 85_000 }, { kind: 'withoutCode' }],
    ['short by as much as a code that it does not have', { uniqueCode: 0, received: 85_000 }, { kind: 'less', missing: 3 }],
    ['a rupiah more', { received: 85_004 }, { kind: 'more', excess: 1 }],
    ['for an order that ran out', { status: 'expired' }, { kind: 'late', difference: 0 }],
    ['late and short', { status: 'cancelled', received: 85_000 }, { kind: 'late', difference: -3 }],
    ['for an order that is paid', { status: 'paid' }, { kind: 'twice', excess: 85_003 }],
    ['after other money', { alreadyPaid: 1 }, { kind: 'twice', excess: 85_003 }],
    ['for a card', { status: 'authorized' }, { kind: 'impossible' }],
    ['nothing', { received: 0 }, { kind: 'impossible' }],
    ['less than nothing', { received: -5 }, { kind: 'impossible' }],
    ['half a rupiah', { received: 0.5 }, { kind: 'impossible' }],
  ] as const)('%s', (_name, overrides, verdict) => {
    expect(moneyVerdict({ ...facts, ...overrides })).toEqual(verdict)
  })

  it('is exact only for an open order, once, to the rupiah', () => {
    for (const status of ORDER_STATUSES) {
      for (const received of [85_002, 85_003, 85_004]) {
        for (const alreadyPaid of [0, 85_003]) {
          const sure = moneyVerdict({ ...facts, status, received, alreadyPaid }).kind === 'exact'
          expect(sure, `${status} ${received} ${alreadyPaid}`).toBe(isOpen(status) && status !== 'authorized' && !isReceived(status) && received === 85_003 && alreadyPaid === 0)
        }
      }
    }
  })

  it.each([
    [{ status: 'paid', expected: null, amount: 85_003, refunded: 0, isRestPaid: false }, null],
    [{ status: 'paid', expected: 85_003, amount: 85_000, refunded: 0, isRestPaid: false }, { kind: 'less', by: 3 }],
    [{ status: 'paid', expected: 85_003, amount: 85_000, refunded: 0, isRestPaid: true }, null],
    [{ status: 'paid', expected: 85_003, amount: 90_003, refunded: 0, isRestPaid: false }, { kind: 'more', by: 5_000 }],
    [{ status: 'paid', expected: 85_003, amount: 90_003, refunded: 2_000, isRestPaid: false }, { kind: 'more', by: 3_000 }],
    [{ status: 'paid', expected: 85_003, amount: 90_003, refunded: 5_000, isRestPaid: false }, null],
    [{ status: 'partially_refunded', expected: 85_003, amount: 85_000, refunded: 5_000, isRestPaid: false }, { kind: 'less', by: 3 }],
    [{ status: 'paid_late', expected: 85_003, amount: 85_000, refunded: 0, isRestPaid: false }, null],
    [{ status: 'refunded', expected: 85_003, amount: 85_000, refunded: 85_000, isRestPaid: false }, null],
  ] as const)('a settled order says what is still odd: %o', (given, said) => {
    expect(settledDifference(given)).toEqual(said)
  })
})
