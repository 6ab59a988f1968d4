import { describe, expect, it } from 'vitest'
import { METHODS_OF_MODE, PAYMENT_METHODS } from '@/lib/payment/methods'
import { accountChoices, offersFor, offersOf, rangeOf, TEST_OFFERS } from './rules'
import { isSameTarget, type AccountState, type ReceivingAccount } from './views'

const bank = (overrides: Partial<ReceivingAccount> = {}) => ({
  id: 'bca', label: 'BCA', details: { kind: 'bank' as const, bank: 'BCA', number: '1234567890', holder: 'Sari' }, isOn: true, minimumAmount: null, maximumAmount: null, ...overrides,
})
const qris = (overrides: Partial<ReceivingAccount> = {}) => bank({ id: 'qris', label: 'QRIS', details: { kind: 'qris', payload: 'x', merchantName: 'TOKO', city: 'BANDUNG', nmid: 'ID1' }, ...overrides })

describe('offersOf', () => {
  it('offers what is on, within the limits of the account and of its method', () => {
    expect(offersOf([bank({ minimumAmount: 10_000, maximumAmount: 500_000 }), bank({ isOn: false }), qris({ maximumAmount: 50_000_000 })])).toEqual([
      { method: 'own_transfer', minimum: 10_000, maximum: 500_000, account: { id: 'bca', label: 'BCA' } },
      { method: 'own_qris', minimum: 1, maximum: PAYMENT_METHODS.own_qris.maximum, account: { id: 'qris', label: 'QRIS' } },
    ])
  })

  it('offers the methods of the simulator in test mode, none of the shop’s own', () => {
    expect(TEST_OFFERS.map(({ method }) => method)).toEqual(METHODS_OF_MODE.test)
  })
})

describe('offersFor', () => {
  const offers = offersOf([bank({ minimumAmount: 10_000, maximumAmount: 50_000 }), qris({ minimumAmount: 100_000 })])
  const methods = (wish: Parameters<typeof offersFor>[1]) => offersFor(offers, wish).map(({ method }) => method)

  it('names what takes an amount, both ends included', () => {
    expect([9_999, 10_000, 50_000, 50_001, 99_999, 100_000].map((amount) => methods({ currency: 'IDR', amount, chosen: [] }).join())).toEqual(['', 'own_transfer', 'own_transfer', '', '', 'own_qris'])
  })

  it('looks at the chosen ones alone, and at any amount between two', () => {
    expect(methods({ currency: 'IDR', amount: 20_000, chosen: ['own_qris'] })).toEqual([])
    expect(methods({ currency: 'IDR', amount: 1, upTo: 1_000_000, chosen: [] })).toEqual(['own_transfer', 'own_qris'])
  })

  it('spans from the smallest to the largest of them', () => {
    expect(rangeOf(offers, 'IDR')).toEqual({ minimum: 10_000, maximum: 10_000_000 })
    expect(rangeOf(offers, 'IDR', { chosen: ['cod'] })).toBeNull()
  })
})

describe('accounts that a link does not take', () => {
  const offers = offersOf([bank({ maximumAmount: 50_000 }), bank({ id: 'mandiri', label: 'Mandiri' }), qris()])
  const takers = (accountsOff: string[], chosen: string[] = []) => offersFor(offers, { currency: 'IDR', amount: 40_000, chosen, accountsOff }).map(({ account }) => account?.id)

  it('are not offered, the others are, and one that is gone does no harm', () => {
    expect(takers([])).toEqual(['bca', 'mandiri', 'qris'])
    expect(takers(['bca', 'deleted'])).toEqual(['mandiri', 'qris'])
    expect(takers(['bca', 'mandiri'], ['own_transfer'])).toEqual([])
  })

  it('count for nothing in what a link may cost', () => {
    expect(offersFor(offers, { currency: 'IDR', amount: 60_000, chosen: ['own_transfer'], accountsOff: ['mandiri'] })).toEqual([])
    expect(rangeOf(offers, 'IDR', { chosen: ['own_transfer'], accountsOff: ['mandiri'] })?.maximum).toBe(50_000)
  })

  it('may be chosen where there are several of a kind', () => {
    expect(accountChoices(offers, 'IDR')).toEqual([{ method: 'own_transfer', accounts: [{ id: 'bca', label: 'BCA' }, { id: 'mandiri', label: 'Mandiri' }] }])
    expect(accountChoices(offersOf([bank(), qris()]), 'IDR')).toEqual([])
  })
})

describe('isSameTarget', () => {
  it('sees another number, holder or code, and not that a method is named in another language', () => {
    expect(isSameTarget(bank(), bank({ details: { kind: 'bank', bank: 'BCA', number: '1234567891', holder: 'Sari' } }))).toBe(false)
    expect(isSameTarget(bank(), bank({ details: { holder: 'Sari', number: '1234567890', bank: 'BCA', kind: 'bank' }, minimumAmount: 5 }))).toBe(true)
    const cod = (label: string): AccountState => bank({ label, details: { kind: 'cod', note: '' } })
    expect(isSameTarget(cod('Pay on delivery'), cod('Bayar di tempat'))).toBe(true)
    const custom = (label: string): AccountState => bank({ label, details: { kind: 'custom', text: 'Ke lapak' } })
    expect(isSameTarget(custom('Lapak'), custom('Kios'))).toBe(false)
  })
})
