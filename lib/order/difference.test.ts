import { expect, it } from 'vitest'
import { settledDifference } from './difference'

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
