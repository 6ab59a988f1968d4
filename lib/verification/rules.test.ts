import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReceivingAccount, ReceivingDetails } from '@/lib/receiving/views'
import { doneSteps, isNameOf, verificationOf } from './rules'
import type { AccountConfirmation, EmailStanding, Identity } from './views'

const AT = new Date('2026-11-20T05:00:00.000Z')
const hours = (count: number) => new Date(AT.getTime() + count * 3_600_000)

describe('a name on an account', () => {
  it.each([
    ['SARI WULANDARI', 'Sari Wulandari', true],
    ['SARI W', 'Sari Wulandari', true],
    ['SITI N RAHMA', 'Siti Nurhaliza Rahmawati', true],
    ['IBU SARI WULANDARI', 'Sari Wulandari', true],
    ['CV MELATI JAYA', 'CV. Melati Jaya', true],
    ['MELATI JAYA', 'PT Melati Jaya', true],
    ['JOSÉ MARTÍN', 'Jose Martin', true],
    ['TOKO MELATI HARUM SEMERBA', 'Toko Melati Harum Semerbak Abadi', true],
    ['SARI', 'Sari', true],
    ['SARI', 'Sari Wulandari', false],
    ['S WULANDARI', 'Sari Wulandari', false],
    ['SARI WULANDARI PUTRI', 'Sari Wulandari', false],
    ['WULANDARI SARI', 'Sari Wulandari', false],
    ['BUDI SANTOSO', 'Sari Wulandari', false],
    ['PT', 'PT', true],
    ['TOKO', 'Toko Melati', false],
    ['', 'Sari', false],
    ['SARI', '', false],
    ['***', 'Sari', false],
  ])('%j can be %j: %s', (onAccount, name, can) => {
    expect(isNameOf(onAccount, name)).toBe(can)
  })

  it('is its own whatever its case, and never that of somebody whose first name is another', () => {
    const word = fc.stringMatching(/^[a-z]{4,9}$/)
    fc.assert(fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), (words) => {
      expect(isNameOf(words.join(' ').toUpperCase(), words.join(' '))).toBe(true)
      expect(isNameOf([`x${words[0] ?? ''}`, ...words.slice(1)].join(' '), words.join(' '))).toBe(false)
    }))
  })
})

const BANK: ReceivingDetails = { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'SARI WULANDARI' }
const account = (details: ReceivingDetails = BANK, overrides: Partial<ReceivingAccount> = {}): ReceivingAccount => ({
  id: 'a', label: 'BCA', details, isOn: true, minimumAmount: null, maximumAmount: null, changedAt: AT, createdAt: AT, ...overrides,
})
const identity: Identity = { legalName: 'Sari Wulandari', address: 'Jl. Kenanga 5', city: 'Bandung', postcode: '40123', updatedAt: AT }
const confirmation = (overrides: Partial<AccountConfirmation> = {}): AccountConfirmation => ({ accountId: 'a', compared: { legalName: 'Sari Wulandari', details: BANK }, explanation: null, confirmedAt: AT, ...overrides })
const email: EmailStanding = { email: 'sari@example.com', isConfirmed: false, sentAt: null, expiresAt: null }

const facts = { shopName: 'Toko Melati', identity, email, canSend: true, accounts: [account()], confirmations: [confirmation()] }
const stand = (overrides: Partial<Parameters<typeof verificationOf>[0]> = {}) => verificationOf({ ...facts, ...overrides }, AT)

describe('where a shop stands', () => {
  it.each([
    ['nobody said who they are', { identity: null }, 'identity', 'open', 'missing'],
    ['they did', {}, 'identity', 'done', 'given'],
    ['no letter was sent', {}, 'email', 'open', 'notSent'],
    ['a letter is out', { email: { ...email, sentAt: AT, expiresAt: hours(1) } }, 'email', 'waiting', 'sent'],
    ['its link is over', { email: { ...email, sentAt: AT, expiresAt: AT } }, 'email', 'attention', 'expired'],
    ['it was opened', { email: { ...email, isConfirmed: true, sentAt: AT, expiresAt: AT } }, 'email', 'done', 'confirmed'],
    ['there is no account', { accounts: [] }, 'account', 'open', 'noAccount'],
    ['every account is off', { accounts: [account(BANK, { isOn: false })] }, 'account', 'open', 'noAccount'],
    ['the courier brings it', { accounts: [account({ kind: 'cod', note: '' })] }, 'account', 'done', 'onlyDelivery'],
    ['there is nothing to compare with', { identity: null }, 'account', 'waiting', 'needsIdentity'],
    ['the names fit, nobody confirmed', { confirmations: [] }, 'account', 'open', 'unconfirmed'],
    ['the names differ', { confirmations: [], accounts: [account({ ...BANK, holder: 'BUDI' })] }, 'account', 'attention', 'namesDiffer'],
    ["it bears the shop's name", { confirmations: [], accounts: [account({ ...BANK, holder: 'TOKO MELATI' })] }, 'account', 'open', 'unconfirmed'],
    ['it was confirmed', {}, 'account', 'done', 'confirmed'],
    ['it was explained', { accounts: [account({ ...BANK, holder: 'BUDI' })], confirmations: [confirmation({ compared: { legalName: 'Sari Wulandari', details: { ...BANK, holder: 'BUDI' } }, explanation: 'Suami' })] }, 'account', 'done', 'explained'],
    ['its number changed since', { accounts: [account({ ...BANK, number: '9999999999' })] }, 'account', 'attention', 'changed'],
    ['the seller is somebody else since', { identity: { ...identity, legalName: 'Budi Santoso' } }, 'account', 'attention', 'changed'],
    ['one of two waits', { accounts: [account(), account(BANK, { id: 'b' })] }, 'account', 'open', 'unconfirmed'],
    ['the worst of two is told', { accounts: [account(), account({ ...BANK, holder: 'BUDI' }, { id: 'b' }), account(BANK, { id: 'c' })] }, 'account', 'attention', 'namesDiffer'],
  ] as const)('%s', (_, overrides, step, state, reason) => {
    expect(stand(overrides as Parameters<typeof stand>[0])[step]).toMatchObject({ state, reason })
  })

  it('asks for a reason again when the shop was renamed and the name only agreed with its old one', () => {
    const details = { ...BANK, holder: 'TOKO MELATI' }
    const world = { accounts: [account(details)], confirmations: [confirmation({ compared: { legalName: 'Sari Wulandari', details } })] }
    expect(stand(world).account.state).toBe('done')
    expect(stand({ ...world, shopName: 'Toko Mawar' }).account).toMatchObject({ state: 'attention', reason: 'namesDiffer' })
  })

  it('counts what is done', () => {
    expect(doneSteps(stand())).toEqual(['identity', 'account'])
    expect(doneSteps(stand({ email: { ...email, isConfirmed: true } }))).toEqual(['identity', 'email', 'account'])
  })
})
