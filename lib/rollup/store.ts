import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Prisma } from '@/lib/database/client'
import { inTransaction, sql, type Sql } from '@/lib/database/sql'

/** Numbers kept beside the orders: what was started, paid and sent back, by the quarter of an hour and by link. */

const RECEIVED = Prisma.raw("('paid', 'paid_late', 'partially_refunded', 'refunded')")

/**
 * What events add to the numbers: only from what never changes again, so that it makes no difference when, and
 * in which order, they are counted. An order's amount is final once its money came in.
 *
 * Columns: merchant_id, mode, link_id, currency, payment_method, at (beginning of the quarter of an hour), started,
 * paid, paid_amount, refunded_amount.
 * @param which a condition on `order_events e JOIN orders o`
 */
export const countsOfEvents = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT o.merchant_id, o.mode, o.link_id, o.currency, o.payment_method, date_bin('15 minutes', c.moment, '2000-01-01Z') AS at,
    c.started, c.paid, c.paid_amount, c.refunded_amount
  FROM order_events e JOIN orders o ON o.id = e.order_id CROSS JOIN LATERAL (VALUES
    (e."from" IS NULL, o.created_at, 1, 0, 0::bigint, 0::bigint),
    (e."to" IN ${RECEIVED} AND (e."from" IS NULL OR e."from" NOT IN ${RECEIVED}), o.paid_at, 0, 1, o.amount, 0::bigint),
    (e.type = 'refund', o.paid_at, 0, 0, 0::bigint, e.amount)
  ) AS c (applies, moment, started, paid, paid_amount, refunded_amount)
  WHERE c.applies AND ${which}`

const SUMS = Prisma.sql`sum(started)::int AS started, sum(paid)::int AS paid, sum(paid_amount)::bigint AS paid_amount, sum(refunded_amount)::bigint AS refunded_amount`

/** Counts the events behind `from`, up to and with `until`, and remembers that. Rows are written in the order of their time: who reads a week then finds it in one place. */
async function count(on: Sql, { from, until }: { from: bigint; until: bigint }): Promise<void> {
  await on.execute`
    WITH news AS MATERIALIZED (${countsOfEvents(Prisma.sql`e.id > ${from} AND e.id <= ${until}`)}), into_orders AS (
      INSERT INTO order_rollup AS r (merchant_id, mode, at, currency, payment_method, started, paid, paid_amount, refunded_amount)
      SELECT merchant_id, mode, at, currency, payment_method, ${SUMS} FROM news GROUP BY merchant_id, mode, at, currency, payment_method ORDER BY at
      ON CONFLICT (merchant_id, mode, at, currency, payment_method) DO UPDATE SET started = r.started + excluded.started,
        paid = r.paid + excluded.paid, paid_amount = r.paid_amount + excluded.paid_amount, refunded_amount = r.refunded_amount + excluded.refunded_amount
    ), into_links AS (
      INSERT INTO link_rollup AS r (link_id, currency, merchant_id, mode, started, paid, paid_amount, refunded_amount)
      SELECT link_id, currency, merchant_id, mode, ${SUMS} FROM news GROUP BY link_id, currency, merchant_id, mode
      ON CONFLICT (link_id, currency) DO UPDATE SET started = r.started + excluded.started,
        paid = r.paid + excluded.paid, paid_amount = r.paid_amount + excluded.paid_amount, refunded_amount = r.refunded_amount + excluded.refunded_amount
    )
    UPDATE rollup_progress SET event_id = ${until} WHERE id = 1`
}

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
    await on.execute`DELETE FROM link_rollup`
    await count(on, { from: 0n, until })
  })
}

/** The last event that the numbers contain. For whoever adds the rest: in the same snapshot as the numbers. */
export async function findProgress(on: Sql): Promise<bigint> {
  const [progress] = await on.queryRows<{ eventId: bigint }>`SELECT event_id AS "eventId" FROM rollup_progress WHERE id = 1`
  return progress?.eventId ?? 0n
}

/** Events that are not in the numbers yet, as {@link countsOfEvents}. */
const rest = countsOfEvents(Prisma.sql`e.id > (SELECT event_id FROM rollup_progress)`)

const countsOfOrders = Prisma.sql`
  SELECT merchant_id, mode, link_id, currency, payment_method, date_bin('15 minutes', c.moment, '2000-01-01Z') AS at, c.started, c.paid, c.paid_amount, c.refunded_amount
  FROM orders CROSS JOIN LATERAL (VALUES
    (created_at, 1, 0, 0::bigint, 0::bigint), (paid_at, 0, 1, amount, refunded_amount)
  ) AS c (moment, started, paid, paid_amount, refunded_amount) WHERE c.moment IS NOT NULL`

const SHOWN = Prisma.sql`concat_ws(' ', sum(started), sum(paid), sum(paid_amount), sum(refunded_amount))`

/** For lib/ledger: each answers with the numbers that are not what a plain count of the orders says. */
export const ROLLUP_CHECKS = {
  'the home page counts by quarter of an hour what the orders are': Prisma.sql`
    SELECT concat_ws(' ', merchant_id, mode, at, currency, payment_method) AS subject, coalesce(real.shown, 'nothing') AS expected, coalesce(kept.shown, 'nothing') AS found
    FROM (
      SELECT merchant_id, mode, at, currency, payment_method, ${SHOWN} AS shown
      FROM (SELECT merchant_id, mode, at, currency, payment_method, started, paid, paid_amount, refunded_amount FROM order_rollup
        UNION ALL SELECT merchant_id, mode, at, currency, payment_method, started, paid, paid_amount, refunded_amount FROM (${rest}) AS rest) AS both_parts
      GROUP BY merchant_id, mode, at, currency, payment_method
    ) AS kept FULL JOIN (
      SELECT merchant_id, mode, at, currency, payment_method, ${SHOWN} AS shown FROM (${countsOfOrders}) AS counted GROUP BY merchant_id, mode, at, currency, payment_method
    ) AS real USING (merchant_id, mode, at, currency, payment_method)
    WHERE real.shown IS DISTINCT FROM kept.shown`,
  'the home page counts by link what the orders are': Prisma.sql`
    SELECT concat_ws(' ', link_id, currency) AS subject, coalesce(real.shown, 'nothing') AS expected, coalesce(kept.shown, 'nothing') AS found
    FROM (
      SELECT link_id, currency, ${SHOWN} AS shown
      FROM (SELECT link_id, currency, started, paid, paid_amount, refunded_amount FROM link_rollup
        UNION ALL SELECT link_id, currency, started, paid, paid_amount, refunded_amount FROM (${rest}) AS rest) AS both_parts
      GROUP BY link_id, currency
    ) AS kept FULL JOIN (
      SELECT link_id, currency, ${SHOWN} AS shown FROM (${countsOfOrders}) AS counted GROUP BY link_id, currency
    ) AS real USING (link_id, currency)
    WHERE real.shown IS DISTINCT FROM kept.shown`,
} as const satisfies Record<string, Prisma.Sql>
