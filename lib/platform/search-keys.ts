/** More keys than this find hardly fewer rows: the rest is read in the rows themselves. */
const MOST_KEYS = 6
const KEY_LENGTH = 3

/**
 * Three letters or digits in a row, some of those that a text has: whatever contains the text contains each of them. These
 * are what the search index is asked for. It knows far more of them in a long text, and takes its time over each; a few
 * that do not overlap say as much. They are cut from the ends of the words, where numbers differ most: IDs of orders all
 * begin with the year's first digits, phone numbers with 08.
 */
export function searchKeys(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const ofWords = words.toSorted((one, other) => Number(/\d/.test(other)) - Number(/\d/.test(one))).map((word) => keysOf(Array.from(word)))
  // One of each word before a second of any.
  const longest = Math.max(0, ...ofWords.map(({ length }) => length))
  const keys = Array.from({ length: longest }, (_, turn) => ofWords.flatMap((own) => own[turn] ?? [])).flat()
  return [...new Set(keys)].slice(0, MOST_KEYS)
}

function keysOf(characters: readonly string[]): string[] {
  const count = Math.floor(characters.length / KEY_LENGTH)
  return Array.from({ length: count }, (_, turn) => {
    const end = characters.length - turn * KEY_LENGTH
    return characters.slice(end - KEY_LENGTH, end).join('')
  })
}
