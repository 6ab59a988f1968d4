import 'server-only'
import { Prisma } from './client'
import { rowsOf, unindexedOwner, unseenOwner } from './kept-plan'
import { containsPattern } from '@/lib/platform/like'
import { MOST_KEYS, numberKeys, searchKeys } from '@/lib/platform/search-keys'
import { isShortSearch, READ_FOR_SHORT_SEARCH } from '@/lib/platform/short-search'
import { commonTo, writtenAs } from '@/lib/platform/written-as'
import type { MerchantScope } from '@/lib/shop/scope'

type TextSearch = {
  /**
   * Rows of one table with `id`, `created_at` and `search_text`, each to be read newest first through an index: a query that ends
   * with a condition which AND can follow. Together: all that may be wanted.
   */
  walk: readonly Prisma.Sql[]
  /** The same rows, as one query. @param whose a condition for {@link TextSearch.scope} */
  all: (whose: Prisma.Sql) => Prisma.Sql
  /** Whose rows they are. */
  scope: MerchantScope
  /** What they must be besides, beginning with AND; may be empty. */
  wanted: Prisma.Sql
  /** Whether hardly any row is not. */
  areNearlyAllWanted?: boolean
  text: string
  limit: number
  /** Rows of each part that are looked at one by one, newest first, before the search index is asked. */
  walkAtMost?: number
}

/** Five milliseconds, of all parts together. */
const WALKED = 4_000
/** Of these one part is walked first: on to the end only where that finds as much of a page. */
const FIRST_PART = 4
/** So many times as much must be found where nearly all rows are wanted: of what the index finds in a period nothing is in vain then, and that is quicker than walking. */
const MORE_PROMISING = 2
/** A text of so many characters, as a full name or a number, few rows have: a smaller part shows it. */
const LONG = 10
const FIRST_PART_OF_LONG = 16
/** Keys that a period is asked for. It has so few rows that two tell them apart, and the index takes its time over each key in each period; among all rows more are worth it. */
const KEYS_IN_PERIOD = 2
/** As many keys of a number so few rows have that the index need not be asked for more. */
const FEW_HAVE = 2
/** Digits. A number this long hardly any row has: it is quicker to ask for all of these at once. */
const LONG_NUMBER = 6

/** Of a row's fours of digits; an order has some fifteen. */
const KEPT_NUMBERS = 25
/** Says of a row that it has more digits than that. */
const MORE = '+'

/** Three days. The search index knows of each row of which shop it is and in which of them it was made: so the newest can be asked for before all others. */
const PERIOD = Prisma.sql`date_bin('3 days', created_at, timestamptz '2000-01-01Z')`
/** Days since 2000. */
const dayOf = (period: Prisma.Sql) => Prisma.sql`extract(day FROM ${period} - timestamptz '2000-01-01Z')::text`
const SHOP_AND_PERIOD = Prisma.sql`(merchant_id::text || ${dayOf(PERIOD)})`
/** How many of these are asked for, one after the other. Written out: of a function PostgreSQL expects a thousand. */
const PERIODS = Prisma.raw(`(VALUES ${Array.from({ length: 50 }, (_, nth) => `(${nth})`).join(', ')}) AS before (nth)`)
/** So many of them always, the others only if these were promising. */
const PERIODS_AT_FIRST = 10

/**
 * The ids of the newest `limit` rows whose text contains `text`, as a query.
 *
 * A word that many rows have is found by walking from the newest on, a word that few have by the search index; either of
 * them takes seconds for the other's words, and how often a word occurs PostgreSQL can only guess, above all in a plan
 * that it keeps. So nothing is left to guess: the newest rows are walked first. If these are all there are, that was it.
 * If they do not have a page full, the index is asked for the last periods in turn until it is full: what the index finds
 * is fetched before it can be sorted, and hundreds of rows from all over the table take longer than the index itself.
 * What is not found by then is rare, and only then is everything that contains the text fetched through the index and sorted.
 *
 * Each step is a query of its own that is answered once, and reads nothing where an earlier one was enough.
 */
export function textSearch({ walkAtMost, ...asked }: TextSearch): Prisma.Sql {
  const search = { ...asked, walkAtMost: walkAtMost ?? (isShortSearch(asked.text) ? READ_FOR_SHORT_SEARCH : Math.ceil(WALKED / asked.walk.length)) }
  if (isShortSearch(search.text)) return Prisma.sql`SELECT id FROM (${newestOf(search, eachPart(search, (rows) => walked(search, rows, search.walkAtMost)))}) AS newest`
  const page = rowsOf(search.limit)
  const steps = Object.entries({ ...glance(search), ...walkOn(search), ...askIndex(search) })
  return Prisma.sql`
    WITH ${Prisma.join(steps.map(([name, query]) => Prisma.sql`${Prisma.raw(name)} AS MATERIALIZED (${query})`), ', ')}
    SELECT id FROM glance_sure WHERE NOT (SELECT is_needed FROM after_glance)
    UNION ALL SELECT id FROM sure WHERE NOT (SELECT is_needed FROM after_walk)
    UNION ALL SELECT id FROM of_periods WHERE (SELECT count(*) FROM of_periods) >= ${page}
    UNION ALL (SELECT id FROM everything ${NEWEST_FIRST} LIMIT ${page})`
}

type Search = TextSearch & { walkAtMost: number }
/** By the names that they have for each other, in their order. */
type Steps = Record<string, Prisma.Sql>

const NEWEST_FIRST = Prisma.sql`ORDER BY created_at DESC, id DESC`
const ALWAYS = Prisma.sql`true`

/** Which part of a walk comes first, and says by what it finds whether the rest is worth it. */
const firstPartOf = ({ text }: Search) => (text.length < LONG ? FIRST_PART : FIRST_PART_OF_LONG)
const firstWalkOf = (search: Search) => Math.ceil(search.walkAtMost / firstPartOf(search))
/** So much of a page there. */
const promisingOf = (search: Search, times = 1) => rowsOf(Math.ceil((times * search.limit) / firstPartOf(search)))

const eachPart = ({ walk }: Search, query: (rows: Prisma.Sql, part: Prisma.Sql) => Prisma.Sql) =>
  Prisma.join(walk.map((rows, part) => Prisma.sql`(${query(rows, rowsOf(part))})`), ' UNION ALL ')

const newestOf = ({ limit }: Search, rows: Prisma.Sql) => Prisma.sql`SELECT id, created_at FROM (${rows}) AS ways ${NEWEST_FIRST} LIMIT ${rowsOf(limit)}`

/** What is found among the first `count` rows, where `condition` lets it look at all. */
const walked = ({ text, wanted, limit }: Search, rows: Prisma.Sql, count: number, condition = ALWAYS) => Prisma.sql`
  SELECT id, created_at FROM (${rows} ${NEWEST_FIRST} LIMIT ${rowsOf(count)}) AS walked WHERE ${condition} AND ${hasText(text)} ${wanted} ${NEWEST_FIRST} LIMIT ${rowsOf(limit)}`

/** Where each part is walked for itself, it may end long before another: what is older than that end is not known to be the newest. */
const isSure = ({ walk }: Search, end: string) => (walk.length > 1 ? Prisma.sql`created_at > coalesce((SELECT created_at FROM ${Prisma.raw(end)}), '-infinity')` : ALWAYS)
const mayEndEarly = ({ walk, limit }: Search, found: string) => (walk.length > 1 ? ALWAYS : Prisma.sql`(SELECT count(*) FROM ${Prisma.raw(found)}) < ${rowsOf(limit)}`)

/** The newest rows, where they end, and whether that was enough. */
const glance = (search: Search): Steps => ({
  glanced: newestOf(search, eachPart(search, (rows) => walked(search, rows, firstWalkOf(search)))),
  glance_ends: Prisma.sql`
    SELECT part, id, created_at FROM (
      ${eachPart(search, (rows, part) => Prisma.sql`SELECT ${part} AS part, id, created_at FROM (${rows}) AS own ${NEWEST_FIRST} OFFSET ${rowsOf(firstWalkOf(search))} LIMIT 1`)}
    ) AS ends WHERE ${mayEndEarly(search, 'glanced')}`,
  glance_end: Prisma.sql`SELECT max(created_at) AS created_at FROM glance_ends`,
  glance_sure: Prisma.sql`SELECT id FROM glanced WHERE ${isSure(search, 'glance_end')}`,
  after_glance: Prisma.sql`SELECT (SELECT created_at FROM glance_end) IS NOT NULL AND (SELECT count(*) FROM glance_sure) < ${rowsOf(search.limit)} AS is_needed`,
  glance_promises: Prisma.sql`SELECT (SELECT count(*) FROM glanced) >= ${promisingOf(search, search.areNearlyAllWanted ? MORE_PROMISING : 1)} AS is_so`,
})

/** On from there, if it was promising: what was read before is not read again, since a row that is only skipped costs as much. */
function walkOn(search: Search): Steps {
  const { walkAtMost } = search
  const firstWalk = firstWalkOf(search)
  const afterGlance = (rows: Prisma.Sql, part: Prisma.Sql) => {
    const end = (column: Prisma.Sql) => Prisma.sql`(SELECT ${column} FROM glance_ends WHERE part = ${part})`
    return Prisma.sql`${rows} AND (created_at, id) <= (${end(Prisma.sql`created_at`)}, ${end(Prisma.sql`id`)})`
  }
  /** Of what is behind the first `count` rows of each part, the newest. */
  const behind = (count: number, condition: Prisma.Sql) => Prisma.sql`
    SELECT max(created_at) AS created_at FROM (
      ${eachPart(search, (rows, part) => Prisma.sql`SELECT created_at FROM (${afterGlance(rows, part)}) AS own ${NEWEST_FIRST} OFFSET ${rowsOf(count - firstWalk)} LIMIT 1`)}
    ) AS ends WHERE ${condition}`
  const further = eachPart(search, (rows, part) => walked(search, afterGlance(rows, part), walkAtMost - firstWalk, Prisma.sql`(SELECT is_worth_it FROM walking_on)`))
  return {
    walking_on: Prisma.sql`SELECT is_needed AND is_so AS is_worth_it FROM after_glance CROSS JOIN glance_promises`,
    newest: newestOf(search, Prisma.sql`SELECT id, created_at FROM glanced UNION ALL ${further}`),
    walk_end: behind(walkAtMost, Prisma.sql`(SELECT is_worth_it AND is_so FROM walking_on CROSS JOIN glance_promises) AND ${mayEndEarly(search, 'newest')}`),
    sure: Prisma.sql`SELECT id FROM newest WHERE (SELECT is_worth_it FROM walking_on) AND ${isSure(search, 'walk_end')}`,
  }
}

/** The search index: the last periods first, and what is in none of them as a whole. */
function askIndex(search: Search): Steps {
  const { scope, all, text, wanted } = search
  const page = rowsOf(search.limit)
  const isRare = isLongNumber(text)
  const newest = eachPart(search, (rows) => Prisma.sql`SELECT created_at FROM (${rows}) AS own ${NEWEST_FIRST} LIMIT 1`)
  // OFFSET 0: else walking looks cheaper for a page that is sorted, and reads everything for a rare word.
  const inPeriods = (which: Prisma.Sql) => Prisma.sql`
    SELECT found.id, found.created_at FROM periods CROSS JOIN LATERAL (
      SELECT id, created_at FROM (SELECT id, created_at FROM (${all(unindexedOwner(scope))}) AS rows WHERE ${SHOP_AND_PERIOD} = shop_and_period AND ${containsText(text, KEYS_IN_PERIOD)} ${wanted} OFFSET 0) AS own
      ${NEWEST_FIRST} LIMIT ${page}
    ) AS found WHERE ${which} LIMIT ${page}`
  return {
    after_walk: Prisma.sql`
      SELECT is_needed AND NOT (is_worth_it AND ((SELECT created_at FROM walk_end) IS NULL OR (SELECT count(*) FROM sure) >= ${page})) AS is_needed
      FROM after_glance CROSS JOIN walking_on`,
    periods: Prisma.sql`
      SELECT nth, (SELECT ${scope.merchantId}::text) || ${dayOf(Prisma.sql`(${PERIOD} - nth * interval '72 hours')`)} AS shop_and_period
      FROM (SELECT max(created_at) AS created_at FROM (${newest}) AS firsts) AS last CROSS JOIN ${PERIODS}
      WHERE (SELECT is_needed FROM after_walk) ${isRare ? Prisma.sql`AND (SELECT count(*) FROM newest) > 0` : Prisma.empty} ORDER BY nth`,
    recent: inPeriods(Prisma.sql`nth < ${rowsOf(PERIODS_AT_FIRST)}`),
    earlier: inPeriods(Prisma.sql`nth >= ${rowsOf(PERIODS_AT_FIRST)} AND (SELECT count(*) FROM recent) >= ${promisingOf(search)} AND (SELECT count(*) FROM recent) < ${page}`),
    of_periods: newestOf(search, Prisma.sql`SELECT id, created_at FROM recent UNION ALL SELECT id, created_at FROM earlier`),
    everything: Prisma.sql`
      SELECT id, created_at FROM (${all(isRare ? unindexedOwner(scope) : unseenOwner(scope))}) AS rows
      WHERE (SELECT is_needed FROM after_walk) AND (SELECT count(*) FROM of_periods) < ${page} AND ${containsText(text)} ${wanted}`,
  }
}

const isLongNumber = (text: string): boolean => (commonTo(text).at(-1)?.match(/\d/g)?.length ?? 0) >= LONG_NUMBER

/** All ways of writing a number have the last one's digits. */
const numbersOf = (text: string): [string[], string[]] | null => numberKeys(commonTo(text).at(-1) ?? '')

/** Four digits from every second place of a row's digits on, and for a row that has more of them than are kept a sign of that. As the search index says it. */
const NUMBERS = Prisma.raw(`array_remove(ARRAY[${[
  ...Array.from({ length: KEPT_NUMBERS }, (_, turn) => `CASE WHEN octet_length(search_digits) >= ${2 * turn + 4} THEN substr(search_digits, ${2 * turn + 1}, 4) END`),
  `CASE WHEN octet_length(search_digits) > ${2 * KEPT_NUMBERS + 3} THEN '${MORE}' END`,
].join(', ')}], NULL)`)

/**
 * Whether a row's `search_text` contains a text, however it is written down; so that the search index can be used.
 * Each key as a query of its own: PostgreSQL cannot look at it while it plans. Of a common one it would think that
 * reading everything, with helpers that have to be started first, is the quicker way.
 */
export function containsText(text: string, mostKeys = MOST_KEYS): Prisma.Sql {
  const ways = commonTo(text).map((part) => searchKeys(part, mostKeys)).filter(({ length }) => length > 0).map(hasKeys)
  if (ways.length === 0) return hasText(text)
  const byWords = Prisma.sql`(${Prisma.join(ways, ' OR ')})`
  const byNumbers = (numbersOf(text) ?? []).map((keys) => Prisma.sql`(${Prisma.join([...keys.map(hasNumber), ...(keys.length >= FEW_HAVE ? [] : [byWords])], ' AND ')})`)
  return Prisma.sql`(${byNumbers.length > 0 ? Prisma.sql`${Prisma.join(byNumbers, ' OR ')} OR (${hasNumber(MORE)} AND ${byWords})` : byWords}) AND ${hasText(text)}`
}

const hasNumber = (key: string): Prisma.Sql => Prisma.sql`${NUMBERS} @> (SELECT ARRAY[${key}])`
const hasKeys = (keys: readonly string[]): Prisma.Sql => Prisma.join(keys.map((key) => Prisma.sql`search_text LIKE (SELECT ${`%${key}%`}::text)`), ' AND ')

/**
 * As {@link containsText}, without the search index: for rows that were found already, and for who goes through all rows
 * in batches. Which way is the quicker one PostgreSQL guesses for each batch anew; by the index, a common word fetches
 * everything that has it, every time. Coalesce: so it is no condition that an index answers. LIKE reads a row a third faster than strpos.
 */
export const hasText = (text: string): Prisma.Sql => Prisma.sql`(${Prisma.join(writtenAs(text).map((way) => Prisma.sql`coalesce(search_text LIKE ${containsPattern(way)}, false)`), ' OR ')})`
