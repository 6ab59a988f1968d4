/** Writing that no font of ours has, as a paper names it. */
export const SCRIPTS = ['japanese', 'chinese', 'korean', 'arabic', 'hebrew', 'devanagari', 'tamil', 'thai', 'javanese', 'balinese', 'sundanese', 'symbol', 'other'] as const
export type Script = (typeof SCRIPTS)[number]

/** By what Unicode says a character may be written with, so that its digits and full stops belong to it too. */
const PATTERNS = {
  // Kanji are Chinese to Unicode: between kana they are Japanese, see scriptOf.
  japanese: /\p{sc=Hira}|\p{sc=Kana}/u, chinese: /\p{scx=Hani}/u, korean: /\p{scx=Hang}/u, arabic: /\p{scx=Arab}/u, hebrew: /\p{scx=Hebr}/u,
  devanagari: /\p{scx=Deva}/u, tamil: /\p{scx=Taml}/u, thai: /\p{scx=Thai}/u, javanese: /\p{scx=Java}/u, balinese: /\p{scx=Bali}/u, sundanese: /\p{scx=Sund}/u,
  symbol: /^[\p{S}\p{P}]+$/u, other: /^/u,
} as const satisfies Record<Script, RegExp>

/** @param text of one script, or of Japanese, which mixes two */
export const scriptOf = (text: string): Script => SCRIPTS.find((script) => PATTERNS[script].test(text)) ?? 'other'

/** Whether two pieces are one to a reader: of the same script, kana beside kanji, or a full stop that belongs to either. */
export function belongTogether(one: string, other: string): boolean {
  const [first, second] = [scriptOf(one), scriptOf(other)]
  return first === second || PATTERNS[first].test(other) || [first, second].every((script) => script === 'japanese' || script === 'chinese')
}
