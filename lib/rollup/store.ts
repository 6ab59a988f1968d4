import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Prisma } from '@/lib/database/client'
import { inTransaction, sql, type Sql } from '@/lib/database/sql'

/**
 * Numbers kept beside the orders: what was started, paid, sent back and still waits for its money, by the quarter of an hour and by the hour;
 * by link, what ended without money as well.
 */

const BY_TIME = ['started', 'paid', 'paid_amount', 'refunded_amount', 'open', 'open_amount'] as const
const BY_LINK = ['started', 'paid', 'paid_amount', 'refunded_amount', 'denied', 'cancelled', 'expired'] as const
const MEASURES = [...new Set([...BY_TIME, ...BY_LINK])]
type Measure = (typeof MEASURES)[number]

const named = (measures: readonly Measure[]) => Prisma.raw(measures.join(', '))
const summed = (measures: readonly Measure[]) => Prisma.raw(measures.map((name) => `sum(${name})::${name.endsWith('_amount') ? 'bigint' : 'int'} AS ${name}`).join(', '))
const added = (measures: readonly Measure[]) => Prisma.raw(measures.map((name) => `${name} = r.${name} + excluded.${name}`).join(', '))
const shown = (measures: readonly Measure[]) => Prisma.raw(`concat_ws(' ', ${measures.map((name) => `sum(${name})`).join(', ')})`)

const RECEIVED = "('paid', 'paid_late', 'partially_refunded', 'refunded')"
export const OPEN = "('pending', 'authorized', 'in_review')"
const ENDED = "('denied', 'cancelled', 'expired')"
const EVENTS = Prisma.sql`order_events e JOIN orders o ON o.id = e.order_id`

/** What an order `o` costs without its unique code: neither another amount that a seller confirms changes that, nor one that came without the code. */
export const PRICE = 'coalesce(o.expected_amount, o.amount) - o.unique_code'

/** By how much an event changes the number of orders with one of these statuses: one that is left again is taken away. */
const change = (statuses: string) => `((e."to" IN ${statuses})::int - coalesce((e."from" IN ${statuses})::int, 0))`

/** One row of what an event, or an order, adds: when, and how much of each measure; nothing of those that are not named. */
const adds = (applies: string, moment: string, counts: Partial<Record<Measure, string>>) => `(${[applies, moment, ...MEASURES.map((name) => counts[name] ?? '0')].join(', ')})`
const rowsOfCounts = (rows: readonly string[]) => Prisma.raw(`(VALUES ${rows.join(', ')}) AS c (applies, moment, ${MEASURES.join(', ')})`)

const COUNTED = Prisma.raw(MEASURES.map((name) => `c.${name}`).join(', '))

const OF_EVENT = rowsOfCounts([
  adds(`e."from" IS NULL`, 'o.created_at', { started: '1' }),
  adds(`e."to" IN ${RECEIVED} AND (e."from" IS NULL OR e."from" NOT IN ${RECEIVED})`, 'o.paid_at', { paid: '1', paid_amount: 'o.amount' }),
  adds(`e.type = 'refund'`, 'o.paid_at', { refunded_amount: 'e.amount' }),
  adds(`${change(OPEN)} <> 0`, 'o.created_at', { open: change(OPEN), open_amount: `${change(OPEN)} * (${PRICE})` }),
  adds(`(e."to" IN ${ENDED} OR e."from" IN ${ENDED}) AND e."from" IS DISTINCT FROM e."to"`, 'NULL', { denied: change("('denied')"), cancelled: change("('cancelled')"), expired: change("('expired')") }),
])

/**
 * What events add to the numbers: only from what never changes again, so that it makes no difference when, and
 * in which order, they are counted. An order's amount is final once its money came in, and what it costs always.
 *
 * Columns: merchant_id, mode, link_id, currency, payment_method, at (beginning of the quarter of an hour; null for how an order ended,
 * which no day counts), and each measure.
 * @param which a condition on {@link EVENTS}
 * @param events where they are read from, each with its order
 */
export const countsOfEvents = (which: Prisma.Sql, events: Prisma.Sql = EVENTS): Prisma.Sql => Prisma.sql`
  SELECT o.merchant_id, o.mode, o.link_id, o.currency, o.payment_method, date_bin('15 minutes', c.moment, '2000-01-01Z') AS at, ${COUNTED}
  FROM ${events} CROSS JOIN LATERAL ${OF_EVENT} WHERE c.applies AND ${which}`

/** Counts the events behind `from`, up to and with `until`, and remembers that. Rows are written in the order of their time: who reads a week then finds it in one place. */
async function count(on: Sql, { from, until }: { from: bigint; until: bigint }): Promise<void> {
  const intoTimes = (table: 'order_rollup' | 'hour_rollup', at: Prisma.Sql) => Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} AS r (merchant_id, mode, at, currency, payment_method, ${named(BY_TIME)})
    SELECT merchant_id, mode, ${at} AS begins, currency, payment_method, ${summed(BY_TIME)} FROM news WHERE at IS NOT NULL GROUP BY merchant_id, mode, begins, currency, payment_method ORDER BY begins
    ON CONFLICT (merchant_id, mode, at, currency, payment_method) DO UPDATE SET ${added(BY_TIME)}`
  await on.execute`
    WITH news AS MATERIALIZED (${countsOfEvents(Prisma.sql`e.id > ${from} AND e.id <= ${until}`)}),
    into_quarters AS (${intoTimes('order_rollup', Prisma.sql`at`)}),
    into_hours AS (${intoTimes('hour_rollup', HOUR)}),
    into_links AS (
      INSERT INTO link_rollup AS r (link_id, currency, merchant_id, mode, ${named(BY_LINK)})
      SELECT link_id, currency, merchant_id, mode, ${summed(BY_LINK)} FROM news GROUP BY link_id, currency, merchant_id, mode
      ON CONFLICT (link_id, currency) DO UPDATE SET ${added(BY_LINK)}
    )
    UPDATE rollup_progress SET event_id = ${until} WHERE id = 1`
}

const HOUR = Prisma.sql`date_bin('1 hour', at, '2000-01-01Z')`

const LOOK_AGAIN_MS = 20

/**
 * An event up to which nothing can appear any more: every id up to it is there or never will be.
 * IDs are given out before their transactions commit, so a later event may be visible while an earlier one is not yet.
 * Whoever has been given an id holds a lock on the table until the end of the transaction: after the last id that was
 * given out is read, everybody who holds one at that moment is waited for. Nobody waits for us.
 * @returns null when one of them takes longer than `patienceMs`
 */
export async function findSettledEvent(patienceMs: number): Promise<bigint | null> {
  const [given] = await sql.queryRows<{ id: bigint }>`SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS id FROM order_events_id_seq`
  if (!given) return null
  let writers = await listWriters()
  for (let waited = 0; writers.length > 0 && waited < patienceMs; waited += LOOK_AGAIN_MS) {
    await wait(LOOK_AGAIN_MS)
    const still = new Set(await listWriters())
    writers = writers.filter((writer) => still.has(writer))
  }
  return writers.length === 0 ? given.id : null
}

async function listWriters(): Promise<string[]> {
  const rows = await sql.queryRows<{ writer: string }>`
    SELECT DISTINCT virtualtransaction AS writer FROM pg_locks
    WHERE locktype = 'relation' AND relation = 'order_events'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND mode = 'RowExclusiveLock' AND pid IS DISTINCT FROM pg_backend_pid()`
  return rows.map(({ writer }) => writer)
}

/**
 * Counts up to `limit` events more, `until` at most. Who comes while somebody else is counting leaves it to them.
 * @returns whether there is more
 */
export async function countNewEvents({ until, limit }: { until: bigint; limit: number }): Promise<boolean> {
  return await inTransaction(async (on) => {
    const [progress] = await on.queryRows<{ eventId: bigint }>`SELECT event_id AS "eventId" FROM rollup_progress WHERE id = 1 FOR UPDATE SKIP LOCKED`
    if (!progress || progress.eventId >= until) return false
    const end = progress.eventId + BigInt(limit)
    const next = end < until ? end : until
    await count(on, { from: progress.eventId, until: next })
    return next < until
  })
}

/** Everything anew, in one transaction: who looks meanwhile sees the old numbers. */
export async function countAllEvents(until: bigint): Promise<void> {
  await inTransaction(async (on) => {
    await on.execute`SET LOCAL work_mem = '256MB'`
    await on.queryRows`SELECT event_id FROM rollup_progress WHERE id = 1 FOR UPDATE`
    await on.execute`DELETE FROM order_rollup`
    await on.execute`DELETE FROM hour_rollup`
    await on.execute`DELETE FROM link_rollup`
    await count(on, { from: 0n, until })
  })
}

/** Events that are not in the numbers yet, as {@link countsOfEvents}. */
const rest = countsOfEvents(Prisma.sql`e.id > (SELECT event_id FROM rollup_progress)`)

const countsOfOrders = Prisma.sql`
  SELECT merchant_id, mode, link_id, currency, payment_method, date_bin('15 minutes', c.moment, '2000-01-01Z') AS at, ${COUNTED}
  FROM orders o CROSS JOIN LATERAL ${rowsOfCounts([
    adds('true', 'o.created_at', { started: '1' }),
    adds('paid_at IS NOT NULL', 'paid_at', { paid: '1', paid_amount: 'amount', refunded_amount: 'refunded_amount' }),
    adds(`status IN ${OPEN}`, 'created_at', { open: '1', open_amount: PRICE }),
    adds(`status IN ${ENDED}`, 'NULL', { denied: "(status = 'denied')::int", cancelled: "(status = 'cancelled')::int", expired: "(status = 'expired')::int" }),
  ])} WHERE c.applies`

/** Rows whose numbers differ between two queries, by their key. */
const differences = (key: Prisma.Sql, measures: readonly Measure[], { kept, real }: { kept: Prisma.Sql; real: Prisma.Sql }) => Prisma.sql`
  SELECT concat_ws(' ', ${key}) AS subject, coalesce(real.shown, 'nothing') AS expected, coalesce(kept.shown, 'nothing') AS found
  FROM (SELECT ${key}, ${shown(measures)} AS shown FROM (${kept}) AS kept GROUP BY ${key}) AS kept
  FULL JOIN (SELECT ${key}, ${shown(measures)} AS shown FROM (${real}) AS real GROUP BY ${key}) AS real USING (${key})
  WHERE real.shown IS DISTINCT FROM kept.shown`

const KEY_OF_TIMES = Prisma.sql`merchant_id, mode, at, currency, payment_method`
const KEY_OF_LINKS = Prisma.sql`link_id, currency`

/** For lib/ledger: each answers with the numbers that are not what a plain count of the orders says. */
export const ROLLUP_CHECKS = {
  'the home page counts by quarter of an hour what the orders are': differences(KEY_OF_TIMES, BY_TIME, {
    kept: Prisma.sql`SELECT ${KEY_OF_TIMES}, ${named(BY_TIME)} FROM order_rollup UNION ALL SELECT ${KEY_OF_TIMES}, ${named(BY_TIME)} FROM (${rest}) AS rest WHERE at IS NOT NULL`,
    real: Prisma.sql`SELECT ${KEY_OF_TIMES}, ${named(BY_TIME)} FROM (${countsOfOrders}) AS counted WHERE at IS NOT NULL`,
  }),
  'the home page counts by the hour what it counts by quarter of an hour': differences(KEY_OF_TIMES, BY_TIME, {
    kept: Prisma.sql`SELECT * FROM hour_rollup`,
    real: Prisma.sql`SELECT merchant_id, mode, ${HOUR} AS at, currency, payment_method, ${named(BY_TIME)} FROM order_rollup`,
  }),
  'the home page counts by link what the orders are': differences(KEY_OF_LINKS, BY_LINK, {
    kept: Prisma.sql`SELECT ${KEY_OF_LINKS}, ${named(BY_LINK)} FROM link_rollup UNION ALL SELECT ${KEY_OF_LINKS}, ${named(BY_LINK)} FROM (${rest}) AS rest`,
    real: Prisma.sql`SELECT ${KEY_OF_LINKS}, ${named(BY_LINK)} FROM (${countsOfOrders}) AS counted`,
  }),
} as const satisfies Record<string, Prisma.Sql>
