import { exponentOf, type Currency } from './money'

/** Rupiah as the bank's app beside us writes them, also in English; other currencies as the world writes them. */
const separatorsOf = (currency: Currency) => (currency === 'IDR' ? { group: '.', decimal: ',' } : { group: ',', decimal: '.' })

/**
 * Money as a person reads it: `Rp 20.000`, `-Rp 5.000`, `USD 1,234.50`, `KWD 4.350`, with a no-break
 * space so that it never wraps. It follows the currency and not the reader's language: the seller, the
 * customer and the picture in a chat show the same words. Codes and not signs: `$` and `¥` are of many.
 * @param amount in minor units
 */
export function formatMoney(amount: number, currency: Currency): string {
  return `${amount < 0 ? '-' : ''}${currencySymbol(currency)}\u00a0${formatAmount(Math.abs(amount), currency)}`
}

/**
 * The number of {@link formatMoney} alone, for a field that has the currency beside it: `20.000`, `-4.35`.
 * @param amount in minor units
 */
export function formatAmount(amount: number, currency: Currency): string {
  const { group, decimal } = separatorsOf(currency)
  const { whole, decimals } = digitsOf(amount, exponentOf(currency))
  return `${amount < 0 ? '-' : ''}${groupThousands(whole, group)}${decimals && decimal + decimals}`
}

/**
 * Money as gateways write it to machines: `85000.00`, `4.35`, `4.350`, `500.00`; two decimals at least.
 * @param amount in minor units
 */
export function formatDecimal(amount: number, currency: Currency): string {
  const { whole, decimals } = digitsOf(amount, exponentOf(currency))
  return `${amount < 0 ? '-' : ''}${whole}.${decimals.padEnd(2, '0')}`
}

/** To be pasted into a bank's app: `20000`, `4.35`. @param amount in minor units */
export function plainAmount(amount: number, currency: Currency): string {
  const { whole, decimals } = digitsOf(amount, exponentOf(currency))
  return decimals === '' ? whole : `${whole}.${decimals}`
}

/** `Rp`, `USD`: to stand beside a field. */
export const currencySymbol = (currency: Currency): string => (currency === 'IDR' ? 'Rp' : currency)

/** `1234567` → `1.234.567`, for a field that is being typed in. */
export function groupThousands(digits: string, separator = '.'): string {
  return digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, separator)
}

function digitsOf(amount: number, exponent: number): { whole: string; decimals: string } {
  const digits = Math.abs(amount).toString().padStart(exponent + 1, '0')
  return { whole: digits.slice(0, digits.length - exponent), decimals: digits.slice(digits.length - exponent) }
}
