import 'server-only'
import { subsetFor, type Subset } from './fonts'

/** A piece of a line that one font can write. */
export type Run = { text: string; subset: Subset }

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Stands where nothing else can: never a wrong letter or digit, and the paper says what it means. */
const UNPRINTABLE = '?'

/**
 * Text as the fonts at hand can write it. Ornamental letters become plain ones (𝓣𝓸𝓴𝓸 → Toko), pictures
 * (emoji) go, and what no font has becomes a question mark. Digits of other scripts too: none is ever
 * turned into another digit.
 */
export function printable(text: string): { text: string; isComplete: boolean } {
  let isComplete = true
  const written = [...segmenter.segment(text.normalize('NFC').replaceAll(/\p{Cc}/gu, ' '))].map(({ segment }) => {
    if (/\p{Extended_Pictographic}(?!\d)|\p{Regional_Indicator}|\u20e3/u.test(segment) && !/^[©®™]$/u.test(segment)) return ''
    const seen = segment.replaceAll(/\p{Cf}/gu, '')
    if (subsetFor(seen) !== null) return seen
    const plain = seen.normalize('NFKC')
    if (subsetFor(plain) !== null) return plain
    isComplete = false
    return UNPRINTABLE
  })
  return { text: written.join('').replaceAll(/ {2,}/g, ' ').trim(), isComplete }
}

/** Cuts {@link printable} text where the font changes. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const { segment } of segmenter.segment(text)) {
    const subset = subsetFor(segment) ?? 'latin'
    const last = runs.at(-1)
    if (last?.subset === subset) last.text += segment
    else runs.push({ text: segment, subset })
  }
  return runs
}
