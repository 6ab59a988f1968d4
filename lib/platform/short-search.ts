import { searchKeys } from './search-keys'
import { commonTo } from './written-as'

/**
 * The search index knows three letters or digits in a row. For a shorter text nothing but reading helps, so no more rows
 * than this are read, the newest ones: in a shop of a million links some two to three milliseconds.
 */
export const READ_FOR_SHORT_SEARCH = 2_000

/** Whether a text is too short for the search index, however it is written. */
export const isShortSearch = (text: string): boolean => commonTo(text).every((part) => searchKeys(part).length === 0)
