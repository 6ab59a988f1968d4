import 'server-only'
import { subsetFor, type Subset } from './fonts'
import { belongTogether, scriptOf, type Script } from './scripts'

/** A piece of a line that one font can write. */
export type Run = { text: string; subset: Subset; /** What `text` only names, as it was typed. */ actual?: string }

export type ScriptNames = Record<Script, string>

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Around a name that stands for something else, and between the two: of Unicode's private letters, which no text brings along ({@link printable}). */
const [OPEN, BETWEEN, CLOSE, SPACE] = ['\ue000', '\ue001', '\ue002', '\ue003']
const NAMED = new RegExp(`${OPEN}([^${BETWEEN}]*)${BETWEEN}([^${CLOSE}]*)${CLOSE}`, 'u')

/** What stays whole when a line is cut: a letter with its marks, or what is named in place of others. */
export const UNITS = new RegExp(`${NAMED.source}|.`, 'gsu')

type Piece = { text: string; isPrintable: boolean }

/**
 * Text as the fonts at hand can write it. Ornamental letters become plain ones (𝓣𝓸𝓴𝓸 → Toko), pictures
 * (emoji) go, and what no font has is named: `[Arabic script]`, for {@link runsOf} to take apart. Digits of other scripts too:
 * none is ever turned into another digit, no letter into a guess.
 */
export function printable(text: string, names: ScriptNames): { text: string; isComplete: boolean } {
  const pieces = joined([...segmenter.segment(text.normalize('NFC').replaceAll(/\p{Cc}/gu, ' '))].map(({ segment }) => pieceOf(segment)))
  const written = pieces.map((piece) => (piece.isPrintable ? piece.text : named(piece.text, names)))
  return { text: written.join('').replaceAll(/ {2,}/g, ' ').trim(), isComplete: pieces.every(({ isPrintable }) => isPrintable) }
}

function pieceOf(grapheme: string): Piece {
  if (/\p{Extended_Pictographic}(?!\d)|\p{Regional_Indicator}|\u20e3/u.test(grapheme) && !/^[©®™]$/u.test(grapheme)) return { text: '', isPrintable: true }
  const seen = grapheme.replaceAll(/\p{Cf}/gu, '')
  if (subsetFor(seen) !== null) return { text: seen, isPrintable: true }
  const plain = seen.normalize('NFKC')
  if (subsetFor(plain) !== null) return { text: plain, isPrintable: true }
  return { text: seen, isPrintable: false }
}

/** A name of two words is named once. */
function joined(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = []
  for (const piece of pieces) {
    const gap = done.at(-1)
    const before = gap && !gap.isPrintable ? gap : gap && gap.text.trim() === '' ? done.at(-2) : undefined
    if (!piece.isPrintable && before && !before.isPrintable && belongTogether(before.text, piece.text)) {
      if (before !== gap) done.pop()
      before.text += (before === gap ? '' : gap?.text ?? '') + piece.text
    } else if (piece.isPrintable && gap?.isPrintable) gap.text += piece.text
    else done.push({ ...piece })
  }
  return done
}

function named(text: string, names: ScriptNames): string {
  return OPEN + `[${names[scriptOf(text)]}]`.replaceAll(' ', '\u00a0') + BETWEEN + text.replaceAll(/[\ue000-\ue003]/g, '\ufffd').replaceAll(' ', SPACE) + CLOSE
}

/** Cuts {@link printable} text where the font changes. */
export function runsOf(text: string): Run[] {
  const match = NAMED.exec(text)
  if (!match) return plainRuns(text)
  const [whole, name = '', actual = ''] = match
  return [...plainRuns(text.slice(0, match.index)), { text: name, subset: 'latin', actual: actual.replaceAll(SPACE, ' ') }, ...runsOf(text.slice(match.index + whole.length))]
}

function plainRuns(text: string): Run[] {
  const runs: Run[] = []
  for (const { segment } of segmenter.segment(text)) {
    const subset = subsetFor(segment) ?? 'latin'
    const last = runs.at(-1)
    if (last?.subset === subset) last.text += segment
    else runs.push({ text: segment, subset })
  }
  return runs
}
