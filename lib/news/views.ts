import type { NewsContent } from './schema'

/** One line of the bell. */
export type NewsLine = NewsContent & {
  id: string
  /** When it happened. */
  at: Date
  /** Whether it came after this seller last looked. */
  isNew: boolean
}

/** The last lines, newest first. */
export type NewsFeed = { lines: NewsLine[] }
