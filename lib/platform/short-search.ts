/**
 * The search index knows three letters or digits in a row. For a shorter text nothing but reading helps, so no more rows
 * than this are read, the newest ones: in a shop of a million links some fifty milliseconds.
 */
export const READ_FOR_SHORT_SEARCH = 20_000

/** Whether a text is too short for the search index. */
export const isShortSearch = (text: string): boolean => !/[\p{L}\p{N}]{3}/u.test(text)
