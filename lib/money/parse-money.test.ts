import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount, formatDecimal, formatMoney } from './format-money'
import { CURRENCIES, exponentOf, MAX_AMOUNT } from './money'
import { parseDecimal, parseMoney } from './parse-money'

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
    expect(parseMoney(text, 'IDR')).toEqual({ ok: true, amount })
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
    ['0.500', 'notANumber'],
    ['USD 5', 'notANumber'],
    ['4.35', 'decimals'],
    ['10.000,50', 'decimals'],
    ['1000000000000', 'tooLarge'],
    ['9007199254740992', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ])('refuses %j because it is %s, and never guesses', (text, reason) => {
    expect(parseMoney(text, 'IDR')).toEqual({ ok: false, reason })
  })

  it.each([
    ['USD', '4.35', 435],
    ['USD', '4,35', 435],
    ['USD', '4.3', 430],
    ['USD', '4', 400],
    ['USD', '1,234.50', 123_450],
    ['USD', '1.234,50', 123_450],
    ['USD', '1,234', 123_400],
    ['USD', '10.000', 1_000_000],
    ['USD', 'USD 25', 2_500],
    ['USD', '-usd 0.05', -5],
    ['EUR', '9.999.999.999,99', MAX_AMOUNT],
    ['JPY', '1,234', 1_234],
    ['JPY', '500.00', 500],
    ['VND', '85.000', 85_000],
    ['KRW', 'KRW 12000', 12_000],
    ['KWD', '4.350', 4_350],
    ['KWD', '4,35', 4_350],
    ['KWD', '10.000', 10_000],
    ['KWD', '1,234.5', 1_234_500],
    ['KWD', '1.234.567', 1_234_567_000],
    ['BHD', '0.005', 5],
  ] as const)('reads, in %s, %j as %d of the minor unit', (currency, text, amount) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, amount })
  })

  it.each([
    ['USD', '4.3567', 'notANumber', '4.3567'],
    ['USD', '0.500', 'notANumber', '0.500'],
    ['JPY', '4.5', 'decimals', '4.5'],
    ['KWD', '4.3501', 'notANumber', '4.3501'],
    ['USD', 'Rp 5', 'notANumber', 'Rp 5'],
    ['USD', 'EUR 5', 'notANumber', 'EUR 5'],
    ['USD', '10.000.000.000', 'tooLarge', '10.000.000.000'],
    ['KWD', '1000000000', 'tooLarge', '1000000000'],
  ] as const)('refuses, in %s, what is like %j as %s', (currency, _, reason, text) => {
    expect(parseMoney(text, currency)).toEqual({ ok: false, reason })
  })

  it.each([...CURRENCIES])('reads back every amount in %s as it is written on the screen and in a field', (currency) => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT }), fc.integer({ min: -100_000, max: 100_000 })), (amount) => {
        const read = { ok: true, amount: amount === 0 ? 0 : amount }
        expect(parseMoney(formatMoney(amount, currency), currency)).toEqual(read)
        expect(parseMoney(formatAmount(amount, currency), currency)).toEqual(read)
        expect(parseDecimal(formatDecimal(Math.abs(amount), currency), currency)).toBe(Math.abs(amount))
      }),
      { numRuns: exponentOf(currency) === 2 ? 30 : 100 },
    )
  })

  it('answers any text with an exact whole amount or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...CURRENCIES), (text, currency) => {
        const parsed = parseMoney(text, currency)
        if (parsed.ok) expect(Number.isSafeInteger(parsed.amount)).toBe(true)
      }),
    )
  })
})

it.each([
  ['85000', 'IDR', 85_000],
  ['85000.00', 'IDR', 85_000],
  ['1.500', 'IDR', null],
  ['4.350', 'USD', 435],
  ['4.355', 'USD', null],
  ['1.500', 'KWD', 1_500],
  ['1,5', 'USD', null],
  ['-1', 'USD', null],
  ['1e3', 'USD', null],
  ['10000000000', 'USD', null],
] as const)('a machine’s %s in %s is %s', (text, currency, amount) => {
  expect(parseDecimal(text, currency)).toBe(amount)
})
