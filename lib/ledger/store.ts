import 'server-only'
import { Prisma } from '@/lib/database/client'
import { inTransaction, type Sql } from '@/lib/database/sql'
import { ROLLUP_CHECKS } from '@/lib/rollup/store'
import type { Balance, Difference, Reconciliation } from './views'

/** More of one kind than this tell nothing new. */
const LISTED = 100

/**
 * Compares everything that is written down twice: counters of links with their orders, orders with
 * their events, refunds and ledger. One snapshot, so that it may run while customers pay; every
 * shop's rows, since it is the operator who asks.
 */
export async function readReconciliation(): Promise<Reconciliation> {
  return await inTransaction(async (sql) => {
    await sql.execute`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`
    const differences: Difference[] = []
    for (const [check, query] of Object.entries(CHECKS)) {
      const rows = await sql.queryRows<Omit<Difference, 'check'>>`SELECT subject, expected::text, found::text FROM (${query}) AS found_differences LIMIT ${LISTED}`
      differences.push(...rows.map((row) => ({ check, ...row })))
    }
    return { orders: await countOrders(sql), differences, balances: await readBalances(sql) }
  })
}

/** Each answers with the rows that disagree. */
const CHECKS = {
  'held places are open orders': Prisma.sql`
    SELECT l.id AS subject, count(o.id) AS expected, l.held_count AS found
    FROM links l LEFT JOIN orders o ON o.link_id = l.id AND o.status IN ('pending', 'authorized', 'in_review')
    GROUP BY l.id HAVING count(o.id) <> l.held_count`,
  'used places are orders that took one': Prisma.sql`
    SELECT l.id AS subject, count(o.id) AS expected, l.used_count AS found
    FROM links l LEFT JOIN orders o ON o.link_id = l.id AND o.took_place
    GROUP BY l.id HAVING count(o.id) <> l.used_count`,
  'no link sold more than it has': Prisma.sql`
    SELECT id AS subject, usage_limit AS expected, used_count + held_count AS found FROM links WHERE used_count + held_count > usage_limit`,
  'an order is where its last event left it': Prisma.sql`
    SELECT o.id AS subject, coalesce(last."to"::text, 'an event') AS expected, o.status AS found
    FROM orders o LEFT JOIN LATERAL (SELECT "to" FROM order_events e WHERE e.order_id = o.id ORDER BY id DESC LIMIT 1) last ON true
    WHERE last."to" IS DISTINCT FROM o.status`,
  'each event begins where the one before ended': Prisma.sql`
    SELECT id AS subject, coalesce(before::text, 'nothing') AS expected, coalesce("from"::text, 'nothing') AS found
    FROM (SELECT id, "from", lag("to") OVER (PARTITION BY order_id ORDER BY id) AS before FROM order_events) AS chain
    WHERE before IS DISTINCT FROM "from"`,
  'paid orders have an event of it': Prisma.sql`
    SELECT o.id AS subject, CASE WHEN o.paid_at IS NULL THEN 0 ELSE 1 END AS expected, count(e.id) AS found
    FROM orders o LEFT JOIN order_events e ON e.order_id = o.id AND e.type = 'settle'
    GROUP BY o.id HAVING count(e.id) <> CASE WHEN o.paid_at IS NULL THEN 0 ELSE 1 END`,
  'the ledger has what came in': Prisma.sql`
    SELECT o.id AS subject, CASE WHEN o.paid_at IS NULL THEN 0 ELSE o.amount END AS expected, coalesce(sum(t.amount), 0) AS found
    FROM orders o LEFT JOIN ledger_transfers t ON t.order_id = o.id AND t.debit = 'customer'
    GROUP BY o.id HAVING coalesce(sum(t.amount), 0) <> CASE WHEN o.paid_at IS NULL THEN 0 ELSE o.amount END`,
  'the ledger has what the rail kept': Prisma.sql`
    SELECT o.id AS subject, o.fee_amount AS expected, coalesce(sum(t.amount), 0) AS found
    FROM orders o LEFT JOIN ledger_transfers t ON t.order_id = o.id AND t.credit = 'fee'
    GROUP BY o.id HAVING coalesce(sum(t.amount), 0) <> o.fee_amount`,
  'the ledger has what went back': Prisma.sql`
    SELECT o.id AS subject, o.refunded_amount AS expected, coalesce(sum(t.amount), 0) AS found
    FROM orders o LEFT JOIN ledger_transfers t ON t.order_id = o.id AND t.credit = 'customer'
    GROUP BY o.id HAVING coalesce(sum(t.amount), 0) <> o.refunded_amount`,
  'ledger and refunds are in the currency of their order': Prisma.sql`
    SELECT o.id AS subject, o.currency AS expected, other.currency AS found
    FROM (SELECT order_id, currency FROM ledger_transfers UNION SELECT order_id, currency FROM refunds) AS other JOIN orders o ON o.id = other.order_id
    WHERE other.currency <> o.currency`,
  'orders are in the currency of their link': Prisma.sql`
    SELECT o.id AS subject, l.currency AS expected, o.currency AS found FROM orders o JOIN links l ON l.id = o.link_id WHERE o.currency <> l.currency`,
  'nothing stays on the way': Prisma.sql`
    SELECT order_id || ' ' || account AS subject, 0 AS expected, sum(amount) AS found
    FROM (
      SELECT order_id, currency, credit AS account, amount FROM ledger_transfers UNION ALL SELECT order_id, currency, debit, -amount FROM ledger_transfers
    ) AS side WHERE account IN ('order', 'refund') GROUP BY order_id, currency, account HAVING sum(amount) <> 0`,
  'refunds add up': Prisma.sql`
    SELECT o.id AS subject, coalesce(sum(r.amount) FILTER (WHERE r.state = 'succeeded'), 0) || ' of ' || coalesce(sum(r.amount) FILTER (WHERE r.state <> 'failed'), 0) AS expected,
      o.refunded_amount || ' of ' || o.refund_claimed_amount AS found
    FROM orders o LEFT JOIN refunds r ON r.order_id = o.id GROUP BY o.id
    HAVING coalesce(sum(r.amount) FILTER (WHERE r.state = 'succeeded'), 0) <> o.refunded_amount
      OR coalesce(sum(r.amount) FILTER (WHERE r.state <> 'failed'), 0) <> o.refund_claimed_amount`,
  'refunds that succeeded have an event': Prisma.sql`
    SELECT r.id AS subject, CASE WHEN r.state = 'succeeded' THEN 1 ELSE 0 END AS expected, count(e.id) AS found
    FROM refunds r LEFT JOIN order_events e ON e.refund_id = r.id AND e.amount = r.amount
    GROUP BY r.id HAVING count(e.id) <> CASE WHEN r.state = 'succeeded' THEN 1 ELSE 0 END`,
  ...ROLLUP_CHECKS,
} as const satisfies Record<string, Prisma.Sql>

async function countOrders(sql: Sql): Promise<number> {
  const [row] = await sql.queryRows<{ count: number }>`SELECT count(*)::int AS count FROM orders`
  return row?.count ?? 0
}

async function readBalances(sql: Sql): Promise<Balance[]> {
  return await sql.queryRows<Balance>`
    SELECT merchant_id AS "merchantId", mode, currency, account, sum(amount)::bigint AS balance
    FROM (
      SELECT merchant_id, mode, currency, credit AS account, amount FROM ledger_transfers
      UNION ALL SELECT merchant_id, mode, currency, debit, -amount FROM ledger_transfers
    ) AS side GROUP BY merchant_id, mode, currency, account ORDER BY merchant_id, mode, currency, account`
}
