import 'server-only'
import { Prisma } from './client'
import { searchKeys } from '@/lib/platform/search-keys'
import { isShortSearch, READ_FOR_SHORT_SEARCH } from '@/lib/platform/short-search'
import { commonTo, writtenAs } from '@/lib/platform/written-as'

type TextSearch = {
  /** Rows of one table with `id`, `created_at` and `search_text`, each to be read newest first through an index. Together: all that may be wanted. */
  walk: readonly Prisma.Sql[]
  /** The same rows, as one query. */
  all: Prisma.Sql
  /** What they must be besides, beginning with AND; may be empty. */
  wanted: Prisma.Sql
  text: string
  limit: number
  /** Rows of each part that are looked at one by one, newest first, before the search index is asked. */
  walkAtMost?: number
}

/** Five milliseconds. */
const WALKED = 4_000

/** The search index knows of each row in which thirty days it was made: so the newest can be asked for before all others. */
const THIRTY_DAYS = Prisma.sql`date_bin('30 days', created_at, timestamptz '2000-01-01Z')`
/** How many of these are asked for, one after the other. Written out: of a function PostgreSQL expects a thousand. */
const PERIODS = Prisma.sql`(VALUES (0), (1), (2)) AS before (nth)`

/**
 * The ids of the newest `limit` rows whose text contains `text`, as a query.
 *
 * A word that many rows have is found by walking from the newest on, a word that few have by the search index; either of
 * them takes seconds for the other's words, and how often a word occurs PostgreSQL can only guess, above all in a plan
 * that it keeps. So nothing is left to guess: the newest rows are walked first. If these are all there are, that was it.
 * If some of them have the word, but not a page full, the index is asked for the last periods in turn until it is full.
 * What is not found by then is rare, and only then is everything that contains the text fetched through the index and sorted.
 */
export function textSearch({ walk, all, wanted, text, limit, walkAtMost = isShortSearch(text) ? READ_FOR_SHORT_SEARCH : WALKED }: TextSearch): Prisma.Sql {
  // As a part of the statement: of a value PostgreSQL expects a tenth of the table.
  const atMost = Prisma.raw(String(walkAtMost))
  const newestFirst = Prisma.sql`ORDER BY created_at DESC, id DESC`
  const each = (query: (rows: Prisma.Sql) => Prisma.Sql) => Prisma.join(walk.map((rows) => Prisma.sql`(${query(rows)})`), ' UNION ALL ')
  const walked = each((rows) => Prisma.sql`SELECT id, created_at FROM (${rows} ${newestFirst} LIMIT ${atMost}) AS walked WHERE ${hasText(text)} ${wanted} ${newestFirst} LIMIT ${limit}`)
  const newest = Prisma.sql`SELECT id, created_at FROM (${walked}) AS ways ${newestFirst} LIMIT ${limit}`
  if (isShortSearch(text)) return Prisma.sql`SELECT id FROM (${newest}) AS newest`
  // Where each part is walked for itself, it may end long before another: what is older than that end is not known to be the newest.
  const mayEndEarly = walk.length > 1 ? Prisma.sql`true` : Prisma.sql`(SELECT count(*) FROM newest) < ${limit}`
  // OFFSET 0: else walking looks cheaper for a page that is sorted, and reads everything for a rare word.
  return Prisma.sql`
    WITH newest AS MATERIALIZED (${newest}), behind AS MATERIALIZED (
      SELECT max(created_at) AS created_at FROM (${each((rows) => Prisma.sql`SELECT created_at FROM (${rows}) AS own ${newestFirst} OFFSET ${atMost} LIMIT 1`)}) AS ends WHERE ${mayEndEarly}
    ), sure AS MATERIALIZED (
      SELECT id FROM newest WHERE created_at > coalesce((SELECT created_at FROM behind), '-infinity')
    ), asked AS MATERIALIZED (
      SELECT (SELECT created_at FROM behind) IS NOT NULL AND (SELECT count(*) FROM sure) < ${limit} AS is_needed
    ), periods AS MATERIALIZED (
      SELECT ${THIRTY_DAYS} - nth * interval '720 hours' AS period
      FROM (SELECT max(created_at) AS created_at FROM (${each((rows) => Prisma.sql`SELECT created_at FROM (${rows}) AS own ${newestFirst} LIMIT 1`)}) AS firsts) AS last
        CROSS JOIN ${PERIODS}
      WHERE (SELECT is_needed FROM asked) AND (SELECT count(*) FROM newest) > 0 ORDER BY nth
    ), recent AS MATERIALIZED (
      SELECT found.id, found.created_at FROM periods CROSS JOIN LATERAL (
        SELECT id, created_at FROM (SELECT id, created_at FROM (${all}) AS rows WHERE ${THIRTY_DAYS} = period AND ${containsText(text)} ${wanted} OFFSET 0) AS own
        ${newestFirst} LIMIT ${limit}
      ) AS found LIMIT ${limit}
    ), everything AS MATERIALIZED (
      SELECT id, created_at FROM (${all}) AS rows
      WHERE (SELECT is_needed FROM asked) AND (SELECT count(*) FROM recent) < ${limit} AND ${containsText(text)} ${wanted}
    )
    SELECT id FROM sure WHERE NOT (SELECT is_needed FROM asked)
    UNION ALL SELECT id FROM recent WHERE (SELECT count(*) FROM recent) >= ${limit}
    UNION ALL (SELECT id FROM everything ${newestFirst} LIMIT ${limit})`
}

/**
 * Whether a row's `search_text` contains a text, however it is written down; so that the search index can be used.
 * Each key as a query of its own: PostgreSQL cannot look at it while it plans. Of a common one it would think that
 * reading everything, with helpers that have to be started first, is the quicker way.
 */
export function containsText(text: string): Prisma.Sql {
  const asked = commonTo(text).map(searchKeys).filter(({ length }) => length > 0)
  if (asked.length === 0) return hasText(text)
  const ways = asked.map((keys) => Prisma.join(keys.map((key) => Prisma.sql`search_text LIKE (SELECT ${`%${key}%`}::text)`), ' AND '))
  return Prisma.sql`(${Prisma.join(ways, ' OR ')}) AND ${hasText(text)}`
}

/**
 * As {@link containsText}, without the search index: for rows that were found already, and for who goes through all rows
 * in batches. Which way is the quicker one PostgreSQL guesses for each batch anew; by the index, a common word fetches
 * everything that has it, every time.
 */
export const hasText = (text: string): Prisma.Sql => Prisma.sql`(${Prisma.join(writtenAs(text).map((way) => Prisma.sql`strpos(search_text, ${way}) > 0`), ' OR ')})`
