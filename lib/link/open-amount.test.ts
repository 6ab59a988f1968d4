import { expect, it } from 'vitest'
import { MAX_AMOUNT } from '@/lib/money/money'
import { openAmountOf, outOfRange, rangeKind } from './open-amount'

const range = (minimum: number, maximum: number) => ({ minimum, maximum, preset: null })

it.each([
  [10_000, 10_000, 'exactly'],
  [1, MAX_AMOUNT, 'any'],
  [10_000, MAX_AMOUNT, 'from'],
  [1, 500_000, 'upTo'],
  [10_000, 500_000, 'between'],
])('says the range from %i to %i as "%s"', (minimum, maximum, kind) => {
  expect(rangeKind(range(minimum, maximum))).toBe(kind)
})

it.each([
  [9_999, 'amountBelow'],
  [10_000, null],
  [500_000, null],
  [500_001, 'amountAbove'],
  [-20_000, 'amountBelow'],
])('judges %i within 10.000 to 500.000 as %s', (amount, verdict) => {
  expect(outOfRange(range(10_000, 500_000), amount)).toBe(verdict)
})

it('knows a link with a fixed amount', () => {
  expect(openAmountOf({ minimumAmount: null, maximumAmount: null, presetAmount: null })).toBeNull()
})
