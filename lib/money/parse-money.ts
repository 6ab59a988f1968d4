import { exponentOf, MAX_AMOUNT, type Currency } from './money'

export type ParsedMoney = { ok: true; amount: number } | { ok: false; reason: 'notANumber' | 'decimals' | 'tooLarge' }

/**
 * Money as people type it, in minor units: `10000`, `10.000`, `10,000`, `Rp 10.000`, `-5.000`,
 * `10.000,00`; with a currency of two decimals also `4.35`, `4,35` and `1,234.50`. In front, only the
 * currency itself: `USD 5` are not five rupiah.
 *
 * The value is never rounded or guessed: decimals that the currency does not have are refused,
 * and so is anything that is not plain digits in groups of three (`1e3`, `10.00.0`). One separator
 * before three digits stands between thousands, but before decimals where the currency has three
 * of them: `4.350` dinars are four and a bit.
 */
export function parseMoney(text: string, currency: Currency): ParsedMoney {
  const match = /^(-|−)?\s*(rp\.?|[a-z]{3})?\s*(-|−)?\s*([\d.,]+)$/i.exec(text.trim())
  const [, outerSign, symbol, innerSign, digits] = match ?? []
  if (!digits || (outerSign && innerSign) || !isSymbolOf(currency, symbol)) return { ok: false, reason: 'notANumber' }

  const exponent = exponentOf(currency)
  const parts = splitDecimals(digits, exponent)
  if (!parts) return { ok: false, reason: 'notANumber' }
  const decimals = parts.decimals.padEnd(exponent, '0')
  if (/[^0]/.test(decimals.slice(exponent))) return { ok: false, reason: 'decimals' }

  const amount = Number(parts.whole + decimals.slice(0, exponent))
  if (amount > MAX_AMOUNT) return { ok: false, reason: 'tooLarge' }
  const isNegative = Boolean(outerSign ?? innerSign) && amount !== 0
  return { ok: true, amount: isNegative ? -amount : amount }
}

/**
 * An amount as machines write it, in minor units: `85000`, `85000.00`, `4.35`; the point stands before decimals alone.
 * @returns null for anything else, for decimals that the currency does not have, and beyond the largest amount
 */
export function parseDecimal(text: string, currency: Currency): number | null {
  const match = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text)
  if (!match) return null
  const exponent = exponentOf(currency)
  const decimals = (match[2] ?? '').padEnd(exponent, '0')
  if (/[^0]/.test(decimals.slice(exponent))) return null
  const amount = Number(`${match[1]}${decimals.slice(0, exponent)}`)
  return amount <= MAX_AMOUNT ? amount : null
}

function isSymbolOf(currency: Currency, symbol: string | undefined): boolean {
  const written = symbol?.toUpperCase()
  return written === undefined || written === currency || (currency === 'IDR' && written.replace('.', '') === 'RP')
}

/** Both separators: the last is the decimal one. One that stands once before other than three digits: decimals. */
function splitDecimals(digits: string, exponent: number): { whole: string; decimals: string } | undefined {
  const grouped = (text: string, separator: string) => {
    const [first, ...rest] = text.split(separator)
    if (rest.length === 0) return /^\d+$/.test(text) ? text : undefined
    return /^[1-9]\d{0,2}$/.test(first ?? '') && rest.every((group) => /^\d{3}$/.test(group)) ? [first, ...rest].join('') : undefined
  }
  const separators = [...new Set(digits.replaceAll(/\d/g, ''))]
  if (separators.length === 0) return { whole: digits, decimals: '' }
  const last = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  const other = last === '.' ? ',' : '.'

  const asGroups = grouped(digits, last)
  const isBetweenThousands = exponent < 3 || digits.split(last).length > 2
  if (separators.length === 1 && isBetweenThousands && asGroups !== undefined) return { whole: asGroups, decimals: '' }

  const at = digits.lastIndexOf(last)
  const whole = grouped(digits.slice(0, at), other)
  const decimals = digits.slice(at + 1)
  return whole !== undefined && /^\d+$/.test(decimals) && decimals.length <= Math.max(2, exponent) ? { whole, decimals } : undefined
}
