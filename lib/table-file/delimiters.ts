/** What parts the cells of a CSV file: a comma, or a semicolon where the comma is the decimal sign, as in Indonesian Excel, or a tab. */
export const DELIMITERS = [',', ';', '\t'] as const

export type Delimiter = (typeof DELIMITERS)[number]
