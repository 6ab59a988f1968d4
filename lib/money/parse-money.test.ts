import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney } from './format-money'
import { MAX_AMOUNT } from './money'
import { parseMoney } from './parse-money'

describe('parseMoney', () => {
  it.each([
    ['10000', 10_000],
    ['10.000', 10_000],
    ['10,000', 10_000],
    ['Rp 10.000', 10_000],
    ['rp10.000', 10_000],
    ['Rp. 10.000', 10_000],
    ['IDR 10000', 10_000],
    [' 1.475.000 ', 1_475_000],
    ['10.000,00', 10_000],
    ['10,000.00', 10_000],
    ['10000,0', 10_000],
    ['-5.000', -5_000],
    ['-Rp 5.000', -5_000],
    ['Rp -5.000', -5_000],
    ['−5000', -5_000],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['999.999.999.999', MAX_AMOUNT],
  ])('reads %j as %d rupiah', (text, amount) => {
    expect(parseMoney(text)).toEqual({ ok: true, amount })
  })

  it.each([
    ['1e3', 'notANumber'],
    ['', 'notANumber'],
    ['abc', 'notANumber'],
    ['--5', 'notANumber'],
    ['-Rp -5', 'notANumber'],
    ['1.00.0', 'notANumber'],
    ['1.0000', 'notANumber'],
    ['1,000,00', 'notANumber'],
    ['.5', 'notANumber'],
    ['5.', 'notANumber'],
    ['10 000', 'notANumber'],
    ['0x10', 'notANumber'],
    ['١٢٣', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['4.35', 'decimals'],
    ['10.000,50', 'decimals'],
    ['1000000000000', 'tooLarge'],
    ['9007199254740992', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ])('refuses %j because it is %s, and never guesses', (text, reason) => {
    expect(parseMoney(text)).toEqual({ ok: false, reason })
  })

  it('reads back every amount as it is written on the screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT }), (amount) => {
        expect(parseMoney(formatMoney(amount))).toEqual({ ok: true, amount: amount === 0 ? 0 : amount })
      }),
    )
  })

  it('answers any text with an exact whole amount or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseMoney(text)
        if (parsed.ok) expect(Number.isSafeInteger(parsed.amount)).toBe(true)
      }),
    )
  })
})
