/** What strangers send. */

const TEXTS: Record<string, string> = {
  NUL: 'a\u0000b', bell: 'a\u0007b', escape: '\u001b[31mred', newline: 'a\nb', 'ten thousand characters': 'x'.repeat(10_000), emoji: '🌸👩‍👩‍👧‍👦',
  'right to left': 'abc\u202Edef مرحبا', script: '<script>alert(1)</script>', attribute: '"><img src=x onerror=alert(1)>', SQL: "'; DROP TABLE links;--",
  template: '{{7*7}}${7*7}', percent: '%00%ff', 'lone surrogate': 'a\uD800b', prototype: '__proto__', exponent: '1e3', negative: '-1',
  'beyond integers': '9007199254740992', hex: '0x10', empty: '', blank: ' \t ', path: '../../etc/passwd', 'not a number': 'NaN',
  // React's wire format gives these a meaning of their own.
  'wire bigint': '$n9007199254740993', 'wire undefined': '$undefined', 'wire date': '$D2020-01-01T00:00:00.000Z', 'wire infinity': '$Infinity',
}

const OTHERS: Record<string, unknown> = {
  null: null, true: true, 'negative number': -1, fraction: 1.5, 'huge number': 1e308, 'unsafe integer': 2 ** 53, 'empty array': [], 'array of text': ['a'],
  'empty object': {}, 'object with unknown keys': { constructor: { prototype: 1 }, then: 'x' }, 'deep object': nested(500),
}

export const hostileTexts = Object.entries(TEXTS)
export const hostileValues: [string, unknown][] = [...hostileTexts, ...Object.entries(OTHERS)]

/** Objects within objects, `depth` levels. */
export function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = { a: value }
  return value
}

/** A copy of `input` in which what stands at `path` ('items.0.name') is `value`. */
export function withValueAt(input: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(input) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
  parent[last] = value
  return copy
}

/** Text as it stands in the source of a page. */
export function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
  return text.replaceAll(/[&<>"']/g, (character) => names[character] ?? character)
}

/** Runs many requests, a few at a time, in order. */
export async function inBatches<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 12) await Promise.all(items.slice(at, at + 12).map(run))
}
