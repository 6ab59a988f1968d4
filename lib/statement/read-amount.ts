import { parseMoney } from '@/lib/money/parse-money'
import type { DecimalSign } from './views'

export type ReadAmount = { ok: true; amount: number; direction: 'credit' | 'debit' | null } | { ok: false; reason: 'amount' | 'decimals' }

const CREDIT = /^(?:cr|c|k|kr|kredit|credit|in|masuk|\+)$/i
const DEBIT = /^(?:db|d|dr|debet|debit|out|keluar|-)$/i

export function readDirection(text: string): 'credit' | 'debit' | null {
  const word = text.replaceAll(/[.()\s]/g, '')
  return CREDIT.test(word) ? 'credit' : DEBIT.test(word) ? 'debit' : null
}

/**
 * An amount of a statement in whole rupiah, never rounded and never guessed: sen are refused, and so is a number that
 * contradicts the statement's decimal sign ("1.250" where decimals begin with a point).
 * A sign may stand before or behind: minus, parentheses, CR, DB, K, D.
 */
export function readAmount(text: string, decimal: DecimalSign): ReadAmount {
  const match = /^\s*(\()?\s*([+\-−])?\s*(?:rp\.?|idr)?\s*([+\-−])?\s*([\d.,]*\d)\s*([+\-−])?\s*(\))?\s*(cr|db|dr|[ckd])?\.?\s*$/i.exec(text)
  const digits = match?.[4]
  if (!match || digits === undefined || Boolean(match[1]) !== Boolean(match[6])) return { ok: false, reason: 'amount' }
  const tail = digits.slice(digits.lastIndexOf(decimal) + 1)
  const contradicts = digits.includes(decimal) ? tail.length > 2 || tail.includes(decimal === '.' ? ',' : '.') : /[.,]\d{1,2}$/.test(digits)
  if (contradicts) return { ok: false, reason: 'amount' }
  const read = parseMoney(digits, 'IDR')
  if (!read.ok) return { ok: false, reason: read.reason === 'decimals' ? 'decimals' : 'amount' }
  const signs = [match[2], match[3], match[5]].filter((sign) => sign !== undefined)
  const word = match[7] ? readDirection(match[7]) : null
  const minus = Boolean(match[1]) || signs.some((sign) => sign !== '+')
  const plus = signs.includes('+')
  // Two signs that say different things say nothing.
  if (signs.length > 1 || (minus && (word === 'credit' || plus))) return { ok: false, reason: 'amount' }
  return { ok: true, amount: read.amount, direction: word ?? (minus ? 'debit' : plus ? 'credit' : null) }
}

/** From amounts that leave no doubt (both signs, or one or two digits behind the last); those that contradict each other leave a point. */
export function guessDecimal(texts: readonly string[]): DecimalSign {
  const counts = { '.': 0, ',': 0 }
  for (const text of texts) {
    const sign = /([.,])\d{1,2}(?!\d)\D*$/.exec(text)?.[1] as DecimalSign | undefined
    if (sign) counts[sign] += 1
    // 1.250.000 and 85,003: thousands, so decimals would begin with the other.
    else if (/\d\.\d{3}(?!\d)/.test(text)) counts[','] += 0.5
    else if (/\d,\d{3}(?!\d)/.test(text)) counts['.'] += 0.5
  }
  return counts[','] > counts['.'] ? ',' : '.'
}
