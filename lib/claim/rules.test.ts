import { expect, it } from 'vitest'
import { later, NOON } from '@/prisma/testing/factories'
import { warningsOf } from './rules'

const claim = { amount: 85_003, transferredAmount: null, accountChangedAt: null, needsMatching: false, isOpen: true, same: null, like: null }
const other = { orderRowId: 'row', orderId: 'INV-1' }
const kinds = (facts: Partial<Parameters<typeof warningsOf>[0]>, at = NOON) => warningsOf({ ...claim, ...facts }, at).map(({ kind }) => kind)

it.each([
  ['nothing', {}, []],
  ['a picture of another order', { same: other, like: other }, ['samePicture']],
  ['a picture that was saved again', { like: other }, ['likePicture']],
  ['another amount than was asked', { transferredAmount: 85_000 }, ['otherAmount']],
  ['the amount that was asked', { transferredAmount: 85_003 }, []],
  ['an order that only a person can match', { needsMatching: true }, ['needsMatching']],
  ['an order that is over', { isOpen: false }, ['ended']],
  ['everything, the gravest first', { same: other, transferredAmount: 1, accountChangedAt: NOON, needsMatching: true, isOpen: false }, ['samePicture', 'otherAmount', 'accountChanged', 'needsMatching', 'ended']],
] as const)('warns of %s', (_, facts, warnings) => {
  expect(kinds(facts)).toEqual(warnings)
})

it('warns for a day after the account was changed, to the minute', () => {
  expect(kinds({ accountChangedAt: NOON }, later(NOON, 24 * 60 - 1))).toEqual(['accountChanged'])
  expect(kinds({ accountChangedAt: NOON }, later(NOON, 24 * 60))).toEqual([])
})
