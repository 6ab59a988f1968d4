import 'server-only'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unpackWoff } from './unpack-woff'

/**
 * Inter, in the pieces that its package cuts it into: a paper embeds only what it needs of those that it
 * needs. There is no piece for Arabic, Hebrew, Chinese, Japanese, Korean and the scripts of India.
 */
const FOLDER = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', '@fontsource', 'inter')

export const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const
export type Subset = (typeof SUBSETS)[number]

export const WEIGHTS = [400, 700] as const
export type Weight = (typeof WEIGHTS)[number]

type Range = readonly [from: number, to: number]

let ranges: Record<Subset, Range[]> | undefined

/** The piece that has all of these characters, so a mark stays with its letter; null when none does. */
export function subsetFor(grapheme: string): Subset | null {
  ranges ??= readRanges()
  const known = ranges
  const has = (subset: Subset, character: string) => known[subset].some(([from, to]) => (character.codePointAt(0) ?? 0) >= from && (character.codePointAt(0) ?? 0) <= to)
  return SUBSETS.find((subset) => [...grapheme].every((character) => has(subset, character))) ?? null
}

const files = new Map<string, Promise<Buffer>>()

export async function fontFile(subset: Subset, weight: Weight): Promise<Buffer> {
  const name = `inter-${subset}-${weight}-normal.woff`
  const known = files.get(name) ?? readFile(join(FOLDER, 'files', name)).then(unpackWoff)
  files.set(name, known)
  known.catch(() => files.delete(name))
  return await known
}

/** As CSS writes them: `U+0000-00FF,U+0131`. */
function readRanges(): Record<Subset, Range[]> {
  const written = JSON.parse(readFileSync(join(FOLDER, 'unicode.json'), 'utf8')) as Record<Subset, string>
  const rangesOf = (text: string): Range[] =>
    text.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    })
  return Object.fromEntries(SUBSETS.map((subset) => [subset, rangesOf(written[subset])])) as Record<Subset, Range[]>
}
