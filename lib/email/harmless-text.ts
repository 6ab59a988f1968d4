import 'server-only'

/**
 * Text that a person typed, for a mail: on one line, without control characters (a line break would
 * begin a new header) and without the marks that turn the direction of what follows (a name could
 * show another amount or address than the one that is there). Writing from right to left stays.
 */
export function harmlessText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

/** At most `max` characters, counted as PostgreSQL counts them. */
export function shortened(text: string, max: number): string {
  const characters = [...text]
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`
}
