/** A LIKE pattern for lower-case text that contains `needle` literally: `%`, `_` and `\` mean themselves. */
export function containsPattern(needle: string): string {
  return `%${needle.toLowerCase().replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`
}
