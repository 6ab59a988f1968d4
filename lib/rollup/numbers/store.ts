import 'server-only'
import { Prisma } from '@/lib/database/client'
import { rowsOf, unseenId, unseenOwner } from '@/lib/database/kept-plan'
import { inTransaction, queryRows, type Sql } from '@/lib/database/sql'
import { amountOf } from '@/lib/money/money'
import type { LinkOrderCounts } from '@/lib/order/views'
import type { MerchantScope } from '@/lib/shop/scope'
import { countsOfEvents, OPEN, PRICE } from '../store'

/** What the kept numbers do not say yet, of one shop. */
type Uncounted = {
  /** Events behind the line, as {@link countsOfEvents}. @param which a condition on events `e` and orders `o`, beginning with AND */
  rest: (which?: Prisma.Sql) => Prisma.Sql
  /** Orders that are open and past their deadline: expired, whether or not that was written down already. Columns: link_id, currency, payment_method, created_at, price (without the unique code). */
  due: Prisma.Sql
}

/** Of events behind the line, and of open orders whose deadline just passed, there usually are a few; so many are looked through. */
const FEW = 5_000

/**
 * Answers a question about the kept numbers and what is not in them yet: one snapshot, so that nothing is left out or counted twice.
 * These are asked every few seconds: so PostgreSQL plans the statement once, unless there are `atMost` uncounted of either to be looked through.
 * @param ask the statement; its rows come in any order
 */
export async function readNumbers<Row extends object>(scope: MerchantScope, at: Date, ask: (uncounted: Uncounted) => Prisma.Sql, { atMost = FEW } = {}): Promise<Row[]> {
  const quick = await queryRows<Row & Looked>`
    WITH behind AS MATERIALIZED (
      SELECT * FROM order_events WHERE id > (SELECT event_id FROM rollup_progress WHERE id = 1) ORDER BY id LIMIT ${rowsOf(atMost)}
    ), overdue AS MATERIALIZED (
      SELECT * FROM orders WHERE ${isDue(Prisma.sql`(SELECT ${at}::timestamptz)`)} ORDER BY expires_at LIMIT ${rowsOf(atMost)}
    )
    SELECT looked.*, rows.* FROM (SELECT greatest((SELECT count(*) FROM behind), (SELECT count(*) FROM overdue))::int AS "lookedThrough") AS looked
    LEFT JOIN (SELECT true AS "isRow", own.* FROM (${ask({
      // Each order by its id: PostgreSQL, which plans this once, does not know that they are few, and would read all orders.
      rest: (which = Prisma.empty) => countsOfEvents(
        Prisma.sql`e.merchant_id = ${unseenId(scope.merchantId)} AND o.mode = (SELECT ${scope.mode}::mode) ${which}`,
        Prisma.sql`behind e CROSS JOIN LATERAL (SELECT * FROM orders WHERE id = e.order_id OFFSET 0) o`,
      ),
      due: Prisma.sql`SELECT ${DUE} FROM overdue o WHERE ${unseenOwner(scope)}`,
    })}) AS own) AS rows ON true`
  if (quick.every(({ lookedThrough }) => lookedThrough < atMost)) return quick.filter(({ isRow }) => isRow)
  return await counted(async (on, rest) => await on.queryRows<Row>`${ask({ rest, due: Prisma.sql`SELECT ${DUE} FROM orders o WHERE ${isDue(Prisma.sql`${at}`)} AND ${unseenOwner(scope)}` })}`, scope)
}

type Looked = { lookedThrough: number; isRow: true | null }

const DUE = Prisma.raw(`link_id, currency, payment_method, created_at, ${PRICE} AS price`)

const isDue = (at: Prisma.Sql) => Prisma.sql`status IN ${Prisma.raw(OPEN)} AND expires_at <= ${at}`

/**
 * What the worker has counted, and the events that it has not, in one snapshot.
 * The last counted event is read first and given as a value: only so does PostgreSQL know how many are left.
 */
async function counted<Value>(run: (on: Sql, rest: Uncounted['rest']) => Promise<Value>, scope: MerchantScope): Promise<Value> {
  return await inTransaction(async (on) => {
    await on.execute`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`
    const [progress] = await on.queryRows<{ eventId: bigint }>`SELECT event_id AS "eventId" FROM rollup_progress WHERE id = 1`
    return await run(on, (which = Prisma.empty) =>
      countsOfEvents(Prisma.sql`e.id > ${progress?.eventId ?? 0n} AND e.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode ${which}`))
  })
}

type LinkSums = Omit<LinkOrderCounts, 'paidAmount'> & { paidAmount: bigint }

/** Orders of one link by what became of them, and what came in through it; nothing where the link is not this merchant's. @param options as of {@link readNumbers} */
export async function countOrdersOfLink(scope: MerchantScope, linkId: string, at: Date, options?: { atMost: number }): Promise<LinkOrderCounts> {
  const [sums] = await readNumbers<LinkSums>(scope, at, ({ rest, due }) => Prisma.sql`
    SELECT coalesce(sum(started), 0)::int AS placed, coalesce(sum(paid), 0)::int AS paid, coalesce(sum(paid_amount - refunded_amount), 0)::bigint AS "paidAmount",
      coalesce(sum(denied), 0)::int AS denied, coalesce(sum(cancelled), 0)::int AS cancelled,
      coalesce(sum(expired), 0)::int + (SELECT count(*)::int FROM (${due}) AS due WHERE link_id = ${unseenId(linkId)}) AS expired
    FROM (
      SELECT started, paid, paid_amount, refunded_amount, denied, cancelled, expired FROM link_rollup WHERE link_id = ${unseenId(linkId)} AND merchant_id = ${unseenId(scope.merchantId)}
      UNION ALL SELECT started, paid, paid_amount, refunded_amount, denied, cancelled, expired FROM (${rest(Prisma.sql`AND o.link_id = ${unseenId(linkId)}`)}) AS rest
    ) AS both_parts`, options)
  if (!sums) throw new Error('a sum has one row')
  const { placed, paid, denied, cancelled, expired, paidAmount } = sums
  return { placed, paid, denied, cancelled, expired, paidAmount: amountOf(paidAmount) }
}
