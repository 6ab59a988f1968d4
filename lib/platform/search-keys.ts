/** More keys than this find hardly fewer rows: the rest is read in the rows themselves. */
const MOST_KEYS = 8
const KEY_LENGTH = 3
/** Of each word, before more of any. */
const KEYS_OF_A_WORD = 2

/**
 * Three letters or digits in a row, some of those that a text has: whatever contains the text contains each of them. These
 * are what the search index is asked for. It knows far more of them in a long text, and takes its time over each; a few
 * say as much. They are the last ones of each word, where numbers differ most: IDs of orders all begin with the year's
 * first digits, phone numbers with 08. Numbers come first, and the longest first of all: letters before them, as in INV-1024,
 * are mostly those of every other row, and the index goes through all that has its first key.
 */
export function searchKeys(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const ofWords = words.toSorted((one, other) => Number(/\d/.test(other)) - Number(/\d/.test(one)) || other.length - one.length).map((word) => keysOf(Array.from(word)))
  const first = ofWords.flatMap((keys) => keys.slice(0, KEYS_OF_A_WORD))
  const others = ofWords.flatMap((keys) => keys.slice(KEYS_OF_A_WORD))
  return [...new Set([...first, ...others])].slice(0, MOST_KEYS)
}

/** From the end on. */
function keysOf(characters: readonly string[]): string[] {
  const count = Math.max(0, characters.length - KEY_LENGTH + 1)
  return Array.from({ length: count }, (_, turn) => characters.slice(characters.length - KEY_LENGTH - turn, characters.length - turn).join(''))
}
