import { expect, it } from 'vitest'
import { accountOfLayout } from './other-account'

const QRIS = { id: 'qris', bank: null }
const BCA = { id: 'bca', bank: 'BCA' }
const JAGO = { id: 'jago', bank: 'Bank Jago' }
const WALLET = { id: 'gopay', bank: 'GoPay' }

it.each([
  ['the account of that bank, wherever it stands', [QRIS, BCA, WALLET], 'bca', BCA],
  ['a bank that calls itself one', [QRIS, JAGO], 'jago', JAGO],
  ['none, where two are of that bank', [BCA, { id: 'second', bank: 'bca' }], 'bca', null],
  ['none, where no account is of that bank', [QRIS, BCA], 'bri', null],
  ['none for a layout that nobody knows', [QRIS, BCA], 'other', null],
] as const)('a layout names %s', (_, accounts, layout, found) => {
  expect(accountOfLayout<{ id: string; bank: string | null }>(accounts, layout)).toBe(found)
})
