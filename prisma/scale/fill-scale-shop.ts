import pg from 'pg'
import { withoutIndexes } from './indexes'
import { planShop, type Sizes } from './plan'
import { writeHistory, writeLinks, writeOrders } from './write'

type Filling = {
  merchantId: string
  userId: string | null
  /** Order IDs are this in capitals and a number, addresses this and a number: no two shops of a database may share it. */
  prefix: string
  sizes: Sizes
  at: Date
  /** Hears what was done and how long it took. */
  report?: (step: string, seconds: number) => void
}

const TABLES = ['links', 'link_events', 'orders', 'order_events', 'refunds', 'ledger_transfers']

/**
 * These compare an order with its ledger at commit, one row after the other: six million times for three million orders.
 * {@link requireBalance} asks the same of all rows at once before anything is committed.
 */
const BALANCES = [['orders', 'orders_balanced_when_new'], ['ledger_transfers', 'ledger_transfers_balanced']] as const

/**
 * Fills an empty shop with links and orders by the million, in one transaction: all of it or nothing, whatever happens.
 * Everybody else waits meanwhile, so it is for a database to try things out in.
 */
export async function fillScaleShop(databaseUrl: string, { merchantId, userId, prefix, sizes, at, report = () => undefined }: Filling): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const timed = async (step: string, run: () => Promise<unknown>) => {
    const from = performance.now()
    await run()
    report(step, (performance.now() - from) / 1_000)
  }
  const shop = { merchantId, userId, prefix, at }
  try {
    await client.query("SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'")
    await client.query('BEGIN')
    await timed('planned', () => planShop(client, sizes, at))
    const balances = (state: 'DISABLE' | 'ENABLE') => client.query(BALANCES.map(([table, trigger]) => `ALTER TABLE ${table} ${state} TRIGGER ${trigger}`).join(';'))
    await balances('DISABLE')
    await timed('indexes built, with all before', () =>
      withoutIndexes(client, TABLES, async () => {
        await timed('links written', () => writeLinks(client, shop))
        await client.query('ANALYZE links')
        await timed('orders written', () => writeOrders(client, shop))
        await timed('history and ledger written', () => writeHistory(client, merchantId))
      }),
    )
    await timed('tables analysed', () => client.query('ANALYZE orders; ANALYZE order_events; ANALYZE ledger_transfers'))
    await timed('ledger compared with the orders', () => requireBalance(client, merchantId))
    await balances('ENABLE')
    await client.query('COMMIT')
    await timed('vacuumed and analysed', () => client.query(`VACUUM (ANALYZE) ${TABLES.join(', ')}`))
  } finally {
    await client.end()
  }
}

async function requireBalance(client: pg.Client, merchantId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT o.id FROM orders o LEFT JOIN (
       SELECT order_id, coalesce(sum(amount) FILTER (WHERE debit = 'customer'), 0) AS paid, coalesce(sum(amount) FILTER (WHERE credit = 'fee'), 0) AS fee,
         coalesce(sum(amount) FILTER (WHERE credit = 'customer'), 0) AS refunded,
         coalesce(sum(amount) FILTER (WHERE credit = 'order'), 0) - coalesce(sum(amount) FILTER (WHERE debit = 'order'), 0) AS on_the_way,
         coalesce(sum(amount) FILTER (WHERE credit = 'refund'), 0) - coalesce(sum(amount) FILTER (WHERE debit = 'refund'), 0) AS on_the_way_back
       FROM ledger_transfers WHERE merchant_id = $1 GROUP BY order_id
     ) t ON t.order_id = o.id
     WHERE o.merchant_id = $1 AND (coalesce(t.paid, 0) <> CASE WHEN o.paid_at IS NULL THEN 0 ELSE o.amount END OR coalesce(t.fee, 0) <> o.fee_amount
       OR coalesce(t.refunded, 0) <> o.refunded_amount OR coalesce(t.on_the_way, 0) <> 0 OR coalesce(t.on_the_way_back, 0) <> 0) LIMIT 1`,
    [merchantId],
  )
  if (rows[0]) throw new Error(`the ledger of order ${rows[0].id} does not balance`)
}
