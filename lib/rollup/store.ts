import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Prisma } from '@/lib/database/client'
import { rowsOf, unseenId } from '@/lib/database/kept-plan'
import { inTransaction, queryRows, sql, type Sql } from '@/lib/database/sql'
import { amountOf } from '@/lib/money/money'
import type { LinkOrderCounts } from '@/lib/order/views'
import type { MerchantScope } from '@/lib/shop/scope'

/** Numbers kept beside the orders: what was started, paid and sent back, by the quarter of an hour and by link, and by link what ended without money. */

const RECEIVED = Prisma.raw("('paid', 'paid_late', 'partially_refunded', 'refunded')")
const EVENTS = Prisma.sql`order_events e JOIN orders o ON o.id = e.order_id`
const ENDED = Prisma.raw("('denied', 'cancelled', 'expired')")

/** By how much an event changes the number of orders that ended so: money that comes too late takes one away again. */
const ended = (status: 'denied' | 'cancelled' | 'expired') => Prisma.raw(`(e."to" = '${status}')::int - coalesce((e."from" = '${status}')::int, 0)`)

/**
 * What events add to the numbers: only from what never changes again, so that it makes no difference when, and
 * in which order, they are counted. An order's amount is final once its money came in.
 *
 * Columns: merchant_id, mode, link_id, currency, payment_method, at (beginning of the quarter of an hour; null for how an order ended,
 * which no day counts), started, paid, paid_amount, refunded_amount, denied, cancelled, expired.
 * @param which a condition on {@link EVENTS}
 * @param events where they are read from, each with its order
 */
export const countsOfEvents = (which: Prisma.Sql, events: Prisma.Sql = EVENTS): Prisma.Sql => Prisma.sql`
  SELECT o.merchant_id, o.mode, o.link_id, o.currency, o.payment_method, date_bin('15 minutes', c.moment, '2000-01-01Z') AS at,
    c.started, c.paid, c.paid_amount, c.refunded_amount, c.denied, c.cancelled, c.expired
  FROM ${events} CROSS JOIN LATERAL (VALUES
    (e."from" IS NULL, o.created_at, 1, 0, 0::bigint, 0::bigint, 0, 0, 0),
    (e."to" IN ${RECEIVED} AND (e."from" IS NULL OR e."from" NOT IN ${RECEIVED}), o.paid_at, 0, 1, o.amount, 0::bigint, 0, 0, 0),
    (e.type = 'refund', o.paid_at, 0, 0, 0::bigint, e.amount, 0, 0, 0),
    ((e."to" IN ${ENDED} OR e."from" IN ${ENDED}) AND e."from" IS DISTINCT FROM e."to", NULL, 0, 0, 0::bigint, 0::bigint, ${ended('denied')}, ${ended('cancelled')}, ${ended('expired')})
  ) AS c (applies, moment, started, paid, paid_amount, refunded_amount, denied, cancelled, expired)
  WHERE c.applies AND ${which}`

const SUMS = Prisma.sql`sum(started)::int AS started, sum(paid)::int AS paid, sum(paid_amount)::bigint AS paid_amount, sum(refunded_amount)::bigint AS refunded_amount`
const SUMS_OF_LINK = Prisma.sql`${SUMS}, sum(denied)::int AS denied, sum(cancelled)::int AS cancelled, sum(expired)::int AS expired`

/** Counts the events behind `from`, up to and with `until`, and remembers that. Rows are written in the order of their time: who reads a week then finds it in one place. */
async function count(on: Sql, { from, until }: { from: bigint; until: bigint }): Promise<void> {
  await on.execute`
    WITH news AS MATERIALIZED (${countsOfEvents(Prisma.sql`e.id > ${from} AND e.id <= ${until}`)}), into_orders AS (
      INSERT INTO order_rollup AS r (merchant_id, mode, at, currency, payment_method, started, paid, paid_amount, refunded_amount)
      SELECT merchant_id, mode, at, currency, payment_method, ${SUMS} FROM news WHERE at IS NOT NULL GROUP BY merchant_id, mode, at, currency, payment_method ORDER BY at
      ON CONFLICT (merchant_id, mode, at, currency, payment_method) DO UPDATE SET started = r.started + excluded.started,
        paid = r.paid + excluded.paid, paid_amount = r.paid_amount + excluded.paid_amount, refunded_amount = r.refunded_amount + excluded.refunded_amount
    ), into_links AS (
      INSERT INTO link_rollup AS r (link_id, currency, merchant_id, mode, started, paid, paid_amount, refunded_amount, denied, cancelled, expired)
      SELECT link_id, currency, merchant_id, mode, ${SUMS_OF_LINK} FROM news GROUP BY link_id, currency, merchant_id, mode
      ON CONFLICT (link_id, currency) DO UPDATE SET started = r.started + excluded.started,
        paid = r.paid + excluded.paid, paid_amount = r.paid_amount + excluded.paid_amount, refunded_amount = r.refunded_amount + excluded.refunded_amount,
        denied = r.denied + excluded.denied, cancelled = r.cancelled + excluded.cancelled, expired = r.expired + excluded.expired
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

/**
 * What the worker has counted, and the events that it has not: one snapshot, so that none is left out or counted twice.
 * The last counted event is read first and given as a value: only so does PostgreSQL know how few are left.
 */
export async function counted<Value>(run: (on: Sql, rest: (which?: Prisma.Sql) => Prisma.Sql) => Promise<Value>, scope: MerchantScope): Promise<Value> {
  return await inTransaction(async (on) => {
    await on.execute`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`
    const [progress] = await on.queryRows<{ eventId: bigint }>`SELECT event_id AS "eventId" FROM rollup_progress WHERE id = 1`
    return await run(on, (which = Prisma.empty) =>
      countsOfEvents(Prisma.sql`e.id > ${progress?.eventId ?? 0n} AND e.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode ${which}`))
  })
}

/** Of events behind the line, and of open orders whose deadline just passed, there usually are a few; so many are looked through for one link. */
const FEW = 5_000

/**
 * Orders of one link by what became of them, and what came in through it; nothing where the link is not this merchant's.
 * A page of a link asks every few seconds: so PostgreSQL plans it once, unless there are `atMost` of either to be looked through.
 */
export async function countOrdersOfLink(scope: MerchantScope, linkId: string, at: Date, { atMost = FEW } = {}): Promise<LinkOrderCounts> {
  const [few] = await queryRows<LinkSums & { read: number }>`
    WITH behind AS MATERIALIZED (
      SELECT * FROM order_events WHERE id > (SELECT event_id FROM rollup_progress WHERE id = 1) ORDER BY id LIMIT ${rowsOf(atMost)}
    ), due AS MATERIALIZED (
      SELECT merchant_id, link_id FROM orders WHERE ${isDue(Prisma.sql`(SELECT ${at}::timestamptz)`)} ORDER BY expires_at LIMIT ${rowsOf(atMost)}
    )
    SELECT sums.*, greatest((SELECT count(*) FROM behind), (SELECT count(*) FROM due))::int AS read FROM (${sumsOfLink({ scope, linkId }, {
      // Each order by its id: PostgreSQL, which plans this once, does not know that they are few, and would read all orders.
      rest: countsOfEvents(
        Prisma.sql`e.merchant_id = ${unseenId(scope.merchantId)}`,
        Prisma.sql`behind e CROSS JOIN LATERAL (SELECT * FROM orders WHERE id = e.order_id AND link_id = ${unseenId(linkId)} OFFSET 0) o`,
      ),
      due: Prisma.sql`due WHERE`,
    })}) AS sums`
  if (few && few.read < atMost) return countsOf(few)
  const [all] = await counted(async (on, rest) => await on.queryRows<LinkSums>`${sumsOfLink({ scope, linkId }, {
    rest: rest(Prisma.sql`AND o.link_id = ${linkId}::uuid`), due: Prisma.sql`orders WHERE ${isDue(Prisma.sql`${at}`)} AND`,
  })}`, scope)
  if (!all) throw new Error('a sum has one row')
  return countsOf(all)
}

type LinkSums = Omit<LinkOrderCounts, 'paidAmount'> & { paidAmount: bigint }

const countsOf = ({ placed, paid, denied, cancelled, expired, paidAmount }: LinkSums): LinkOrderCounts => ({ placed, paid, denied, cancelled, expired, paidAmount: amountOf(paidAmount) })

/** Open and past their deadline: expired, whether or not that was written down already. */
const isDue = (at: Prisma.Sql) => Prisma.sql`status IN ('pending', 'authorized', 'in_review') AND expires_at <= ${at}`

/**
 * @param parts.rest what is not counted yet, as {@link countsOfEvents}
 * @param parts.due orders that {@link isDue}, to which a condition is added
 */
const sumsOfLink = ({ scope, linkId }: { scope: MerchantScope; linkId: string }, { rest, due }: { rest: Prisma.Sql; due: Prisma.Sql }): Prisma.Sql => Prisma.sql`
  SELECT coalesce(sum(started), 0)::int AS placed, coalesce(sum(paid), 0)::int AS paid, coalesce(sum(paid_amount - refunded_amount), 0)::bigint AS "paidAmount",
    coalesce(sum(denied), 0)::int AS denied, coalesce(sum(cancelled), 0)::int AS cancelled,
    coalesce(sum(expired), 0)::int + (SELECT count(*)::int FROM ${due} merchant_id = ${unseenId(scope.merchantId)} AND link_id = ${unseenId(linkId)}) AS expired
  FROM (
    SELECT started, paid, paid_amount, refunded_amount, denied, cancelled, expired FROM link_rollup WHERE link_id = ${unseenId(linkId)} AND merchant_id = ${unseenId(scope.merchantId)}
    UNION ALL SELECT started, paid, paid_amount, refunded_amount, denied, cancelled, expired FROM (${rest}) AS rest
  ) AS both_parts`

/** Events that are not in the numbers yet, as {@link countsOfEvents}. */
const rest = countsOfEvents(Prisma.sql`e.id > (SELECT event_id FROM rollup_progress)`)

const countsOfOrders = Prisma.sql`
  SELECT merchant_id, mode, link_id, currency, payment_method, date_bin('15 minutes', c.moment, '2000-01-01Z') AS at, c.started, c.paid, c.paid_amount, c.refunded_amount,
    c.denied, c.cancelled, c.expired
  FROM orders CROSS JOIN LATERAL (VALUES
    (true, created_at, 1, 0, 0::bigint, 0::bigint, 0, 0, 0), (paid_at IS NOT NULL, paid_at, 0, 1, amount, refunded_amount, 0, 0, 0),
    (status IN ${ENDED}, NULL, 0, 0, 0::bigint, 0::bigint, (status = 'denied')::int, (status = 'cancelled')::int, (status = 'expired')::int)
  ) AS c (applies, moment, started, paid, paid_amount, refunded_amount, denied, cancelled, expired) WHERE c.applies`

const SHOWN = Prisma.sql`concat_ws(' ', sum(started), sum(paid), sum(paid_amount), sum(refunded_amount))`
const SHOWN_OF_LINK = Prisma.sql`concat_ws(' ', sum(started), sum(paid), sum(paid_amount), sum(refunded_amount), sum(denied), sum(cancelled), sum(expired))`

/** For lib/ledger: each answers with the numbers that are not what a plain count of the orders says. */
export const ROLLUP_CHECKS = {
  'the home page counts by quarter of an hour what the orders are': Prisma.sql`
    SELECT concat_ws(' ', merchant_id, mode, at, currency, payment_method) AS subject, coalesce(real.shown, 'nothing') AS expected, coalesce(kept.shown, 'nothing') AS found
    FROM (
      SELECT merchant_id, mode, at, currency, payment_method, ${SHOWN} AS shown
      FROM (SELECT merchant_id, mode, at, currency, payment_method, started, paid, paid_amount, refunded_amount FROM order_rollup
        UNION ALL SELECT merchant_id, mode, at, currency, payment_method, started, paid, paid_amount, refunded_amount FROM (${rest}) AS rest WHERE at IS NOT NULL) AS both_parts
      GROUP BY merchant_id, mode, at, currency, payment_method
    ) AS kept FULL JOIN (
      SELECT merchant_id, mode, at, currency, payment_method, ${SHOWN} AS shown FROM (${countsOfOrders}) AS counted WHERE at IS NOT NULL GROUP BY merchant_id, mode, at, currency, payment_method
    ) AS real USING (merchant_id, mode, at, currency, payment_method)
    WHERE real.shown IS DISTINCT FROM kept.shown`,
  'the home page counts by link what the orders are': Prisma.sql`
    SELECT concat_ws(' ', link_id, currency) AS subject, coalesce(real.shown, 'nothing') AS expected, coalesce(kept.shown, 'nothing') AS found
    FROM (
      SELECT link_id, currency, ${SHOWN_OF_LINK} AS shown
      FROM (SELECT link_id, currency, started, paid, paid_amount, refunded_amount, denied, cancelled, expired FROM link_rollup
        UNION ALL SELECT link_id, currency, started, paid, paid_amount, refunded_amount, denied, cancelled, expired FROM (${rest}) AS rest) AS both_parts
      GROUP BY link_id, currency
    ) AS kept FULL JOIN (
      SELECT link_id, currency, ${SHOWN_OF_LINK} AS shown FROM (${countsOfOrders}) AS counted GROUP BY link_id, currency
    ) AS real USING (link_id, currency)
    WHERE real.shown IS DISTINCT FROM kept.shown`,
} as const satisfies Record<string, Prisma.Sql>
