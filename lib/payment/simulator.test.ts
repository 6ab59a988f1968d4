import { describe, expect, it } from 'vitest'
import { keepsTheRailContract } from './rail-contract.test-suite'
import { MAX_AMOUNT } from '@/lib/money/money'
import { METHODS_OF_MODE, methodsFor } from './methods'
import { crc16, buildQris } from './qris'
import { simulator } from './simulator'
import { SHOWN_TEST_CARDS, testCardOutcome } from './test-cards'

keepsTheRailContract(simulator)

describe('the simulator', () => {
  it('collects with every method that the payment page knows', () => {
    expect([...simulator.methods]).toEqual(METHODS_OF_MODE.test)
  })

  it.each([
    ['bca_va', /^\d{11}$/], ['bni_va', /^\d{16}$/], ['bri_va', /^\d{18}$/], ['permata_va', /^\d{16}$/],
  ] as const)('gives %s a number of the right length', async (method, form) => {
    const instructions = await simulator.start({ method, amount: 85_000, currency: 'IDR', shopName: 'Toko' })
    expect(instructions.kind === 'virtualAccount' && instructions.number).toMatch(form)
  })
})

describe('QRIS', () => {
  it.each([
    ['123456789', '29B1'],
    ['', 'FFFF'],
  ])('has the checksum of CRC-16/CCITT-FALSE: %j → %s', (text, crc) => {
    expect(crc16(text)).toBe(crc)
  })

  it('agrees with a Brazilian code in the wild about the checksum of the same standard', () => {
    const pix = '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304'
    expect(crc16(pix)).toBe('1D3D')
  })

  it('carries its amount before the country and ends with its checksum', () => {
    const payload = buildQris({ amount: 85_000, merchantName: 'Toko Mélati 👗', city: 'Bandung', nmid: 'ID1020304050607' })
    expect(payload).toMatch(/^000201010212/)
    expect(payload).toContain('5303360' + '540585000' + '5802ID' + '5911TOKO MELATI' + '6007BANDUNG')
    expect(payload.slice(-4)).toBe(crc16(payload.slice(0, -4)))
  })
})

describe('methodsFor', () => {
  it('offers only what can carry the amount, of what the seller chose', () => {
    expect(methodsFor({ mode: 'test', currency: 'IDR', amount: 85_000, chosen: [] })).toEqual(METHODS_OF_MODE.test)
    expect(methodsFor({ currency: 'IDR', amount: 5_000, chosen: ['bca_va', 'bni_va', 'no_such'] })).toEqual(['bni_va'])
    expect(methodsFor({ currency: 'IDR', amount: 10_000_001, chosen: ['other_qris'] })).toEqual([])
  })
})

describe('test cards', () => {
  it('understands the published numbers as people type them', () => {
    expect(testCardOutcome(SHOWN_TEST_CARDS.accept)).toBe('accept')
    expect(testCardOutcome('4911-1111 1111-1113')).toBe('deny')
  })

  it.each(['4242424242424242', '5555555555554444', '', 'constructor', '48111111111111141'])('refuses %j, which may be somebody’s card', (number) => {
    expect(testCardOutcome(number)).toBeUndefined()
  })

  it('moves other money than rupiah by card, by hand and by word only, without the limits of rupiah', () => {
    expect(methodsFor({ mode: 'test', currency: 'USD', amount: 1, chosen: [] })).toEqual(['credit_card'])
    expect(methodsFor({ mode: 'live', currency: 'KWD', amount: MAX_AMOUNT, chosen: [] })).toEqual(['cod', 'custom'])
    expect(methodsFor({ currency: 'JPY', amount: 500, chosen: ['bca_va', 'own_qris', 'own_transfer'] })).toEqual([])
  })
})
