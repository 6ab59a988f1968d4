import { CURRENCY_EXPONENTS, MAX_AMOUNT, type Currency } from './money'

export type ParsedMoney = { ok: true; amount: number } | { ok: false; reason: 'notANumber' | 'decimals' | 'tooLarge' }

/**
 * Money as people type it, in minor units: `10000`, `10.000`, `10,000`, `Rp 10.000`, `-5.000`,
 * `10.000,00`; with a currency of two decimals also `4.35` and `4,35`.
 *
 * The value is never rounded or guessed: decimals that the currency does not have are refused,
 * and so is anything that is not plain digits in groups of three (`1e3`, `10.00.0`).
 */
export function parseMoney(text: string, currency: Currency = 'IDR'): ParsedMoney {
  const match = /^(-|−)?\s*(?:rp\.?|idr)?\s*(-|−)?\s*([\d.,]+)$/i.exec(text.trim())
  const digits = match?.[3]
  if (!match || !digits || (match[1] && match[2])) return { ok: false, reason: 'notANumber' }

  const parts = splitDecimals(digits)
  if (!parts) return { ok: false, reason: 'notANumber' }
  const exponent = CURRENCY_EXPONENTS[currency]
  const decimals = parts.decimals.padEnd(exponent, '0')
  if (/[^0]/.test(decimals.slice(exponent))) return { ok: false, reason: 'decimals' }

  const amount = Number(parts.whole + decimals.slice(0, exponent))
  if (amount > MAX_AMOUNT) return { ok: false, reason: 'tooLarge' }
  const isNegative = Boolean(match[1] ?? match[2]) && amount !== 0
  return { ok: true, amount: isNegative ? -amount : amount }
}

/** Both separators: the last is the decimal one. One that stands once before other than three digits: decimals. */
function splitDecimals(digits: string): { whole: string; decimals: string } | undefined {
  const grouped = (text: string, separator: string) => {
    const [first, ...rest] = text.split(separator)
    if (rest.length === 0) return /^\d+$/.test(text) ? text : undefined
    return /^\d{1,3}$/.test(first ?? '') && rest.every((group) => /^\d{3}$/.test(group)) ? [first, ...rest].join('') : undefined
  }
  const separators = [...new Set(digits.replaceAll(/\d/g, ''))]
  if (separators.length === 0) return { whole: digits, decimals: '' }
  const last = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  const other = last === '.' ? ',' : '.'

  const asGroups = grouped(digits, last)
  if (separators.length === 1 && asGroups !== undefined) return { whole: asGroups, decimals: '' }

  const at = digits.lastIndexOf(last)
  const whole = grouped(digits.slice(0, at), other)
  const decimals = digits.slice(at + 1)
  return whole !== undefined && /^\d{1,2}$/.test(decimals) ? { whole, decimals } : undefined
}
