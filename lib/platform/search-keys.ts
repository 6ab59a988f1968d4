/** More keys than this find hardly fewer rows: the rest is read in the rows themselves. */
export const MOST_KEYS = 4
const KEY_LENGTH = 3
const MOST_NUMBER_KEYS = 4
const NUMBER_KEY_LENGTH = 4

/**
 * Three letters or digits in a row, some of those that a text has: whatever contains the text contains each of them. These
 * are what the search index is asked for. It knows far more of them in a long text, and takes its time over each; a few
 * say as much. Of a number they are taken from its end, where numbers differ most: IDs of orders all begin with the year's
 * first digits, phone numbers with 08. Of a word from its beginning: names end alike, as Setiawan and Kurniawan. In this order, for the index goes through all that has the first ones:
 * - Numbers come first, the longest first of all. Letters before them, as in INV-1024, are mostly those of every other row.
 * - Of several words one key each, then a second of each: who has one key of a name has its others too.
 * - Of a word those that share no letter come first, for the same reason.
 * @param most how many of them are enough
 */
export function searchKeys(text: string, most = MOST_KEYS): string[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).toSorted((one, other) => other.length - one.length)
  const keysOfAll = (which: readonly string[]) => inTurn(which.map(keysOf))
  const [numbers, others] = [words.filter(hasDigit), words.filter((word) => !hasDigit(word))]
  return [...new Set([...keysOfAll(numbers), ...keysOfAll(others)])].slice(0, most)
}

/**
 * The number that a text has, whatever stands between its digits, as what the search index knows of numbers: four digits from every
 * second place of a row on. There are a thousand threes of digits, each in every thirtieth order; of fours ten times as many. The row that
 * contains the text may have begun to count one digit before: it has all keys of the first list, or all of the second. Those of
 * the end come first, where numbers differ most.
 * @returns two lists; none for fewer than five digits, of which one list would be empty
 */
export function numberKeys(text: string): [string[], string[]] | null {
  const digits = text.replaceAll(/[^0-9]/g, '')
  const from = (first: number) => {
    const count = Math.max(0, Math.floor((digits.length - first - NUMBER_KEY_LENGTH) / 2) + 1)
    const keys = Array.from({ length: count }, (_, turn) => digits.slice(first + 2 * turn, first + 2 * turn + NUMBER_KEY_LENGTH))
    return [...new Set(keys.reverse())].slice(0, MOST_NUMBER_KEYS)
  }
  return digits.length > NUMBER_KEY_LENGTH ? [from(0), from(1)] : null
}

const hasDigit = (word: string): boolean => /\d/.test(word)

/** From where words of its kind differ most, at first those that stand side by side. */
function keysOf(word: string): string[] {
  const characters = Array.from(word)
  const places = Array.from({ length: Math.max(0, characters.length - KEY_LENGTH + 1) }, (_, place) => place)
  if (hasDigit(word)) places.reverse()
  const inOrder = [...places.filter((_, turn) => turn % KEY_LENGTH === 0), ...places.filter((_, turn) => turn % KEY_LENGTH !== 0)]
  return inOrder.map((place) => characters.slice(place, place + KEY_LENGTH).join(''))
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat()
}
