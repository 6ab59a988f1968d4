import { describe, expect, it } from 'vitest'
import { DETAILS, STATIC_QRIS } from '@/prisma/testing/account-details'
import type { ReceivingAccount, ReceivingDetails } from '@/lib/receiving/views'
import { METHODS_OF_MODE } from './methods'
import { customWay, ownQris, ownTransfer, payOnDelivery } from './own-rails'
import { readQris } from './qris'
import { keepsTheRailContract } from './rail-contract.test-suite'
import { railFor } from './rails'
import { largestCode } from './unique-code'

const CHANGED = new Date('2026-11-19T05:00:00.000Z')
const account = (details: ReceivingDetails): ReceivingAccount => ({
  id: '01933b2e-0000-7000-8000-000000000000', label: 'BCA Melati', details, isOn: true, minimumAmount: null, maximumAmount: null, changedAt: CHANGED, createdAt: CHANGED,
})

keepsTheRailContract(ownQris, account(DETAILS.qris))
keepsTheRailContract(ownTransfer, account(DETAILS.bank))
keepsTheRailContract(payOnDelivery, account(DETAILS.cod))
keepsTheRailContract(customWay, account(DETAILS.custom))

describe("a shop's own ways", () => {
  it('have one rail for every method of live mode', () => {
    for (const method of METHODS_OF_MODE.live) expect(railFor('live', method)?.methods, method).toEqual([method])
    expect(railFor('test', 'own_qris')).toBeUndefined()
  })

  it('put the exact amount into the QRIS code and keep the code of the wall as it is', async () => {
    const instructions = await ownQris.start({ method: 'own_qris', amount: 84_999, currency: 'IDR', shopName: 'Toko Melati', account: account(DETAILS.qris) })
    if (instructions.kind !== 'ownQr') throw new Error(instructions.kind)
    expect(readQris(instructions.payload)).toMatchObject({ ok: true, qris: { amount: 84_999, isStatic: false, merchantName: 'TOKO MELATI', nmid: 'ID1020000000001' } })
    expect(instructions.staticPayload).toBe(STATIC_QRIS)
  })

  it('are not started without an account or with one of another kind', () => {
    const request = { method: 'own_transfer', amount: 1, currency: 'IDR', shopName: 'Toko Melati' } as const
    expect(() => ownTransfer.start(request)).toThrow(/without an account/)
    expect(() => ownTransfer.start({ ...request, account: account(DETAILS.cod) })).toThrow(/kind cod/)
  })
})

describe('largestCode', () => {
  it.each([
    [85_000, 'added', 999],
    [1, 'added', 999],
    [999_999_000, 'added', 999],
    [999_999_500, 'added', 499],
    [999_999_999, 'added', 0],
    [85_000, 'takenOff', 999],
    [1_000, 'takenOff', 999],
    [999, 'takenOff', 0],
    [1, 'takenOff', 0],
  ] as const)('for a price of %i with the code %s is %i, so that what is paid is never nothing and never too much', (price, way, largest) => {
    expect(largestCode({ price, way, maximum: 999_999_999 })).toBe(largest)
  })
})
