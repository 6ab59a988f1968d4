import { describe, expect, it } from 'vitest'
import type { ReceivingAccount } from '@/lib/receiving/views'
import { choicesOf, readChoice } from './choice'

const ID = '0198a000-0000-7000-8000-00000000000'
const bank = (number: number, overrides: Partial<ReceivingAccount> = {}): ReceivingAccount => ({
  id: `${ID}${number}`, label: `BCA ${number}`, details: { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Sari' }, isOn: true, minimumAmount: null, maximumAmount: null,
  changedAt: new Date(0), createdAt: new Date(0), ...overrides,
})
const link = { mode: 'live' as const, currency: 'IDR' as const, methods: ['own_transfer' as const, 'cod' as const], accountsOff: [], amount: 85_000, openAmount: null }

describe('what a customer chooses from', () => {
  const limited = [bank(1, { minimumAmount: 20_000 }), bank(2, { maximumAmount: 50_000 }), bank(3)]
  const offered = (overrides: Partial<Parameters<typeof choicesOf>[0]>) => choicesOf({ ...link, ...overrides }, limited).map(({ value }) => value.at(-1)).join('')

  it.each([[19_999, '23'], [20_000, '123'], [50_000, '123'], [50_001, '13']])('takes the amount: of %i', (amount, expected) => {
    expect(offered({ amount })).toBe(expected)
  })

  it.each([[1, 19_999, '23'], [1, 20_000, '123'], [50_000, 90_000, '123'], [50_001, 90_000, '13']])('takes some amount of an open one: from %i to %i', (minimum, maximum, expected) => {
    expect(offered({ openAmount: { minimum, maximum, preset: null } })).toBe(expected)
  })

  it('is no account that the link leaves out, and no method that it does not have', () => {
    expect(offered({ accountsOff: [`${ID}3`] })).toBe('1')
    expect(offered({ methods: ['cod'] })).toBe('')
  })

  it('says limits of rupiah alone', () => {
    expect(choicesOf({ ...link, currency: 'USD' }, [bank(1, { minimumAmount: 90_000 })])).toMatchObject([{ value: `own_transfer:${ID}1`, minimum: 1 }])
  })

  it('comes back from the form, and nothing else does', () => {
    expect(readChoice(`own_transfer:${ID}1`)).toEqual({ method: 'own_transfer', accountId: `${ID}1` })
    expect(readChoice('bca_va')).toEqual({ method: 'bca_va', accountId: null })
    for (const wrong of ['', 'gold', 'own_transfer:', 'own_transfer:1', `own_transfer:${ID}1:2`]) expect(readChoice(wrong), wrong).toBeNull()
  })
})
