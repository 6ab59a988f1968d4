import 'server-only'
import { Prisma } from './client'
import { containsPattern } from '@/lib/platform/like'
import { isShortSearch, READ_FOR_SHORT_SEARCH } from '@/lib/platform/short-search'

type TextSearch = {
  /** Rows of one table with `id`, `created_at` and `search_text`, each to be read newest first through an index. Together: all that may be wanted. */
  walk: readonly Prisma.Sql[]
  /** The same rows, as one query. */
  all: Prisma.Sql
  /** What they must be besides, beginning with AND; may be empty. */
  wanted: Prisma.Sql
  text: string
  limit: number
}

/** Rows that are looked at one by one, newest first, before the search index is asked: five milliseconds. */
const WALKED = 4_000

/**
 * The ids of the newest `limit` rows whose text contains `text`, as a query.
 *
 * A word that many rows have is found by walking from the newest on, a word that few have by the search index; either of
 * them takes seconds for the other's words, and how often a word occurs PostgreSQL can only guess, above all in a plan
 * that it keeps. So nothing is left to guess: the newest rows are walked first, and only where they do not fill the page
 * is everything that contains the text fetched through the index and sorted.
 */
export function textSearch({ walk, all, wanted, text, limit }: TextSearch): Prisma.Sql {
  const contains = Prisma.sql`search_text LIKE ${containsPattern(text)}`
  const newestFirst = Prisma.sql`ORDER BY created_at DESC, id DESC`
  const walkAtMost = isShortSearch(text) ? READ_FOR_SHORT_SEARCH : WALKED
  const ways = walk.map((rows) => Prisma.sql`(SELECT id, created_at FROM (${rows} ${newestFirst} LIMIT ${walkAtMost}) AS walked WHERE ${contains} ${wanted} ${newestFirst} LIMIT ${limit})`)
  const newest = Prisma.sql`SELECT id, created_at FROM (${Prisma.join(ways, ' UNION ALL ')}) AS ways ${newestFirst} LIMIT ${limit}`
  if (isShortSearch(text)) return Prisma.sql`SELECT id FROM (${newest}) AS newest`
  return Prisma.sql`
    WITH newest AS MATERIALIZED (${newest}), everything AS MATERIALIZED (
      SELECT id, created_at FROM (${all}) AS rows WHERE (SELECT count(*) FROM newest) < ${limit} AND ${contains} ${wanted}
    )
    SELECT id FROM newest WHERE (SELECT count(*) FROM newest) >= ${limit}
    UNION ALL (SELECT id FROM everything ${newestFirst} LIMIT ${limit})`
}
