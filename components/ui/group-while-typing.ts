import { formatAmount, groupThousands } from '@/lib/money/format-money'
import { DEFAULT_CURRENCY, type Currency } from '@/lib/money/money'
import { parseMoney } from '@/lib/money/parse-money'

type Typed = { text: string; caret: number }

/**
 * Puts thousands dots into a price in rupiah while it is being typed, and says where the caret belongs.
 *
 * Only what is certain is touched: a separator that a person typed themselves (`4.35`, `85.`) and
 * anything that is not digits (`1e3`) stays as it is, for the schema to judge. Taking the dot out
 * of `4.35` would make it `435`.
 * @param previous what the field held before this keystroke
 */
export function groupWhileTyping(previous: string, { text, caret }: Typed): Typed {
  const grouped = regroup(text)
  if (grouped === null || grouped === text) return { text, caret }
  const isOwnSeparator = countDots(text) > countDots(previous) || regroup(previous) !== previous
  if (isOwnSeparator && text.includes('.')) return { text, caret }

  const kept = text.slice(0, caret).replaceAll('.', '').length
  return { text: grouped, caret: positionAfter(grouped, kept) }
}

/** The tidy form of a price once the field is left: `85000,00` → `85.000`, `4,3` dollars → `4.30`. What cannot be read stays. */
export function tidyPrice(text: string, currency: Currency = DEFAULT_CURRENCY): string {
  const parsed = parseMoney(text, currency)
  return parsed.ok ? formatAmount(parsed.amount, currency) : text
}

/** Null when this is more than digits, dots and a sign in front. */
function regroup(text: string): string | null {
  const match = /^(-?)(\d*)$/.exec(text.replaceAll('.', ''))
  return match ? `${match[1]}${groupThousands(match[2] ?? '')}` : null
}

const countDots = (text: string) => text.split('.').length - 1

/** The position behind the first `count` characters that are not dots. */
function positionAfter(text: string, count: number): number {
  let seen = 0
  let position = 0
  while (seen < count && position < text.length) {
    if (text.charAt(position) !== '.') seen += 1
    position += 1
  }
  return position
}
