export type Markup = { text: string; style: 'plain' | 'bold' | 'italic' | 'strike' }

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const

/** A sign that opens stands before a word, one that closes after it, both on one line (WhatsApp help, "How to format your messages"). */
const STYLED = /(?<![\p{L}\p{N}*_~])([*_~])(?=[^\s*_~])((?:(?!\1)[^\n])*?[^\s*_~])\1(?![\p{L}\p{N}*_~])/gu

/** A message as WhatsApp shows it: `*bold*`, `_italic_`, `~struck out~`. Styles inside of styles stay as typed. */
export function markupOf(message: string): Markup[] {
  const parts: Markup[] = []
  let end = 0
  for (const match of message.matchAll(STYLED)) {
    const [whole, sign = '*', text = ''] = match
    if (match.index > end) parts.push({ text: message.slice(end, match.index), style: 'plain' })
    parts.push({ text, style: STYLES[sign as keyof typeof STYLES] })
    end = match.index + whole.length
  }
  return end < message.length ? [...parts, { text: message.slice(end), style: 'plain' }] : parts
}
