import { CURRENCY_EXPONENTS, type Currency } from './money'

const SYMBOLS = { IDR: 'Rp' } as const satisfies Record<Currency, string>

/**
 * Money as Indonesians and English readers write rupiah: `Rp 20.000`, `-Rp 5.000`, with a no-break
 * space so that it never wraps. The grouping dot is kept in English too: it is how the price looks
 * in the bank's app beside it.
 * @param amount in minor units
 */
export function formatMoney(amount: number, currency: Currency = 'IDR'): string {
  const exponent = CURRENCY_EXPONENTS[currency]
  const digits = Math.abs(amount).toString().padStart(exponent + 1, '0')
  const whole = groupThousands(exponent ? digits.slice(0, -exponent) : digits)
  const decimals = exponent ? `,${digits.slice(-exponent)}` : ''
  return `${amount < 0 ? '-' : ''}${SYMBOLS[currency]}\u00a0${whole}${decimals}`
}

/** `Rp`, to stand beside a field. */
export const currencySymbol = (currency: Currency): string => SYMBOLS[currency]

/** `1234567` → `1.234.567`, for a field that is being typed in. */
export function groupThousands(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, '.')
}
