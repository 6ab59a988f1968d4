import { describe, expect, it } from 'vitest'
import { ORDER_STATUSES } from '@/lib/order/filter'
import { isOpen, isReceived } from '@/lib/order/status'
import { moneyVerdict } from './rules'

const facts = { expected: 85_003, uniqueCode: 3, received: 85_003, status: 'in_review', alreadyPaid: 0 } as const

describe('money and the order it is for', () => {
  it.each([
    ['to the rupiah', {}, { kind: 'exact' }],
    ['to the rupiah, where there is no code', { expected: 85_000, uniqueCode: 0, received: 85_000 }, { kind: 'exact' }],
    ['a rupiah short', { received: 85_002 }, { kind: 'less', missing: 1 }],
    ['without the code', { received: 85_000 }, { kind: 'withoutCode' }],
    ['without a code that was taken off', { expected: 84_997, uniqueCode: -3, received: 85_000 }, { kind: 'withoutCode' }],
    ['short by as much as a code that it does not have', { uniqueCode: 0, received: 85_000 }, { kind: 'less', missing: 3 }],
    ['a rupiah more', { received: 85_004 }, { kind: 'more', excess: 1 }],
    ['for an order that ran out', { status: 'expired' }, { kind: 'late', difference: 0 }],
    ['late and short', { status: 'cancelled', received: 84_000 }, { kind: 'late', difference: -1_003 }],
    ['late, without the code', { status: 'expired', received: 85_000 }, { kind: 'late', difference: 0 }],
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
})
