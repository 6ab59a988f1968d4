import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFields, buildQris, crc16, parseFields, readQris, withAmount, type QrisField } from './qris'

const close = (body: string) => `${body}6304${crc16(`${body}6304`)}`

/** A code as it hangs on a shop's wall, with an acquirer's template, a tip that is asked for, and additional data. */
const STATIC: QrisField[] = [
  ['00', '01'], ['01', '11'],
  ['26', buildFields([['00', 'ID.CO.BANKKU.WWW'], ['01', '936000140000000001'], ['02', '0000000001'], ['03', 'UMI']])],
  ['51', buildFields([['00', 'ID.CO.QRIS.WWW'], ['02', 'ID1020012345678'], ['03', 'UMI']])],
  ['52', '5812'], ['53', '360'], ['55', '01'], ['58', 'ID'], ['59', 'TOKO MELATI'], ['60', 'BANDUNG'], ['61', '40111'],
  ['62', buildFields([['07', 'A01']])],
]
const codeOf = (fields: readonly QrisField[]) => close(buildFields(fields))
const change = (tag: string, value: string | null) => codeOf(STATIC.flatMap(([name, was]): QrisField[] => (name !== tag ? [[name, was]] : value === null ? [] : [[name, value]])))
const payload = codeOf(STATIC)

describe('crc16', () => {
  it.each([
    ['the check value of CRC-16/CCITT-FALSE', '123456789', '29B1'],
    ['the Brazilian central bank’s PIX sample', '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304', '1D3D'],
    ['bytes, not characters', 'é', '7ACB'],
    ['nothing', '', 'FFFF'],
  ])('of %s', (_name, text, expected) => {
    expect(crc16(text)).toBe(expected)
  })
})

describe('fields', () => {
  const fieldOf = fc.tuple(fc.integer({ min: 0, max: 99 }).map((tag) => String(tag).padStart(2, '0')), fc.string({ minLength: 1, maxLength: 99, unit: 'grapheme-ascii' }))

  it('that were built are read back as they were, whatever is in them', () => {
    fc.assert(fc.property(fc.array(fieldOf, { maxLength: 12 }), (fields) => {
      expect(parseFields(buildFields(fields))).toEqual(fields)
    }))
  })

  it('of any other text are none, without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const fields = parseFields(text)
      if (fields) expect(buildFields(fields)).toBe(text)
    }))
    for (const text of ['0', '00', '0002', '000', '00051', 'ab021x', '0000', '00-10']) expect(parseFields(text), text).toBeNull()
  })
})

describe('readQris', () => {
  it('tells whose code it is', () => {
    expect(readQris(` ${payload}\n`)).toEqual({
      ok: true, qris: { payload, isStatic: true, merchantName: 'TOKO MELATI', city: 'BANDUNG', nmid: 'ID1020012345678', amount: null },
    })
    expect(readQris(buildQris({ amount: 85_000, merchantName: 'Toko Melati 👗', city: 'Bandung', nmid: 'ID1020012345678' }))).toMatchObject({
      ok: true, qris: { isStatic: false, merchantName: 'TOKO MELATI', amount: 85_000 },
    })
  })

  it('refuses a code with any one character changed, dropped or doubled', () => {
    for (let at = 0; at < payload.length; at++) {
      for (const other of ['0', '1', '9', 'A', 'a', 'F', ' ', 'é']) {
        if (other === payload[at]) continue
        expect(readQris(payload.slice(0, at) + other + payload.slice(at + 1)).ok, `${at} ${other}`).toBe(false)
      }
      expect(readQris(payload.slice(0, at) + payload.slice(at + 1)).ok, `without ${at}`).toBe(false)
      expect(readQris(payload.slice(0, at + 1) + payload.slice(at)).ok, `${at} twice`).toBe(false)
    }
  })

  it('refuses a code with a random other character anywhere', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: payload.length - 1 }), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }), (at, other) => {
      fc.pre(other !== payload[at])
      // A blank at an end is not part of the code, but then a character of it is missing.
      expect(readQris(payload.slice(0, at) + other + payload.slice(at + 1)).ok).toBe(false)
    }))
  })

  it.each([
    ['nothing', '', 'unreadable'],
    ['an address', 'https://toko.example/p/voal', 'unreadable'],
    ['the widely copied sample with a wrong checksum', '00020101021126570011ID.DANA.WWW011893600915300000000102090000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5906TOKO A6007BANDUNG6304M2B3', 'checksum'],
    ['a code in dollars', change('53', '840'), 'notIndonesia'],
    ['a code of Thailand', change('58', 'TH'), 'notIndonesia'],
    ['a code without a country', change('58', null), 'notIndonesia'],
    ['a code without a National Merchant ID', change('51', null), 'noMerchant'],
    ['a code without a name', change('59', null), 'noMerchant'],
    ['a code that names two merchants', codeOf([...STATIC, ['59', 'TOKO LAIN']]), 'unreadable'],
    ['a code whose amount is none', codeOf([...STATIC.slice(0, 7), ['54', '1e9'], ...STATIC.slice(7)]), 'unreadable'],
    ['a code that does not begin with its version', codeOf(STATIC.slice(1)), 'unreadable'],
    ['text after the checksum', `${payload}0`, 'unreadable'],
    ['a novel', '0'.repeat(10_000), 'unreadable'],
  ])('refuses %s', (_name, text, reason) => {
    expect(readQris(text)).toEqual({ ok: false, reason })
  })

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readQris(text).ok).toBe(false)
    }))
  })
})

describe('withAmount', () => {
  it('puts the amount before the country, makes the code dynamic, leaves tips out and everything else alone', () => {
    const fields = parseFields(withAmount(payload, 84_997)) ?? []
    expect(fields.map(([tag]) => tag)).toEqual(['00', '01', '26', '51', '52', '53', '54', '58', '59', '60', '61', '62', '63'])
    expect(Object.fromEntries(fields)).toMatchObject({ '01': '12', '54': '84997' })
    const kept = STATIC.filter(([tag]) => tag !== '01' && tag !== '55')
    for (const field of kept) expect(fields).toContainEqual(field)
  })

  it('is read back with that amount by anybody who checks, for every amount', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), (amount) => {
      const reading = readQris(withAmount(payload, amount))
      expect(reading).toMatchObject({ ok: true, qris: { amount, isStatic: false, merchantName: 'TOKO MELATI', nmid: 'ID1020012345678' } })
    }))
  })

  it('replaces an amount and tips that were there', () => {
    const tipped = codeOf([...STATIC.slice(0, 6), ['54', '1'], ['55', '02'], ['56', '500'], ...STATIC.slice(7)])
    expect(withAmount(tipped, 85_000)).toBe(withAmount(payload, 85_000))
  })

  it('works for a code that never said whether it is static', () => {
    expect(withAmount(change('01', null), 85_000)).toBe(withAmount(payload, 85_000))
  })

  it.each([0, -1, 1.5, NaN, Infinity, 10_000_000_000_000])('takes no amount of %s', (amount) => {
    expect(() => withAmount(payload, amount)).toThrow(RangeError)
  })

  it('takes no code that is not one', () => {
    expect(() => withAmount('00020101', 1)).toThrow('not a QRIS code')
  })
})
