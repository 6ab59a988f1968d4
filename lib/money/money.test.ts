import { data } from 'currency-codes'
import { describe, expect, it } from 'vitest'
import { formatAmount, formatDecimal, formatMoney, plainAmount } from './format-money'
import { CURRENCIES, exponentOf, isCurrency, requireCurrency, type Currency } from './money'

/** On ISO's list, but nobody hands them over: funds, metals, units of account, codes for tests and for none. */
const NOT_MONEY = 'BOV CHE CHW CLF COU MXV USN UYI UYW XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' ')

/** Still on one of the lists, and no money any more: Antilles (2025), Bulgaria (2026), Cuba (2021), Croatia (2023), old ones of Sierra Leone and Zimbabwe; VED is VES under another number. */
const WITHDRAWN = 'ANG BGN CUC HRK SLL ZWL VED'.split(' ')

/** Where the calendar of the locale data knows what people do, ISO says what a unit is. Rupiah alone we count as people do. */
const ROUNDED_IN_PRACTICE = 'AFN ALL COP HUF IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' ')

const icuExponent = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits

describe('the currencies', () => {
  it("are ISO 4217's, as the package of the list and the runtime's data know them", () => {
    const known = new Set([...data.map(({ code }) => code), ...Intl.supportedValuesOf('currency')])
    for (const code of [...NOT_MONEY, ...WITHDRAWN]) known.delete(code)
    expect(CURRENCIES).toEqual([...known].sort())
  })

  it("have ISO's exponents but for rupiah, which have none here", () => {
    const listed = data.flatMap(({ code, digits }) => (isCurrency(code) && code !== 'IDR' ? [[code, digits] as const] : []))
    expect(listed.map(([code]) => [code, exponentOf(code)])).toEqual(listed)
    expect(exponentOf('IDR')).toBe(0)
  })

  it("agree with the runtime's data where that does not round as people do", () => {
    const compared = CURRENCIES.filter((code) => !ROUNDED_IN_PRACTICE.includes(code) && code !== 'IDR')
    expect(compared.map((code) => [code, exponentOf(code)])).toEqual(compared.map((code) => [code, icuExponent(code)]))
  })

  it('throws for a stored code that nobody knows', () => {
    expect(() => requireCurrency('XXX')).toThrow('unknown currency XXX')
    expect(isCurrency('toString')).toBe(false)
    expect(isCurrency('usd')).toBe(false)
  })
})

it.each([
  ['IDR', 20_000, 'Rp\u00a020.000', '20.000', '20000.00'],
  ['IDR', -5_000, '-Rp\u00a05.000', '-5.000', '-5000.00'],
  ['USD', 123_450, 'USD\u00a01,234.50', '1,234.50', '1234.50'],
  ['USD', -5, '-USD\u00a00.05', '-0.05', '-0.05'],
  ['USD', 0, 'USD\u00a00.00', '0.00', '0.00'],
  ['JPY', 1_234, 'JPY\u00a01,234', '1,234', '1234.00'],
  ['KWD', 4_350, 'KWD\u00a04.350', '4.350', '4.350'],
  ['KWD', 1_234_567, 'KWD\u00a01,234.567', '1,234.567', '1234.567'],
] satisfies [Currency, number, string, string, string][])('writes %s %d as %s', (currency, amount, money, field, decimal) => {
  expect(formatMoney(amount, currency)).toBe(money)
  expect(formatAmount(amount, currency)).toBe(field)
  expect(formatDecimal(amount, currency)).toBe(decimal)
})

it.each([['IDR', 20_000, '20000'], ['USD', 123_450, '1234.50'], ['JPY', 500, '500'], ['KWD', 4_350, '4.350']] satisfies [Currency, number, string][])('puts %s %d on the clipboard as %s', (currency, amount, copied) => {
  expect(plainAmount(amount, currency)).toBe(copied)
})
