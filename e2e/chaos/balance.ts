import type { World } from './world.ts'

/** A place is let go once: paid, or given back. */
const LET_GO_TWICE = `
  SELECT o.order_id, count(*)::int AS times
  FROM orders o JOIN order_events e ON e.order_id = o.id AND e."from" IN ('pending', 'authorized') AND e."to" NOT IN ('pending', 'authorized')
  GROUP BY o.id HAVING count(*) > 1`

/** What `npm run reconcile` finds, and every hold that was resolved more than once. Null when the books balance. */
export async function imbalance({ query }: World): Promise<string | null> {
  const { reconcile } = await import('@/lib/ledger/reconcile')
  const { differences } = await reconcile()
  const twice = await query<{ order_id: string; times: number }>(LET_GO_TWICE)
  const found = [
    ...differences.map(({ check, subject, expected, found: is }) => `${check}: ${subject} should be ${expected}, is ${is}`),
    ...twice.map(({ order_id, times }) => `order ${order_id} let go of its place ${times} times`),
  ]
  return found.length === 0 ? null : found.join('; ')
}

/** Changes of orders that nobody will ever be told about: without a job, finished or not. (Jobs are kept for an hour.) */
export async function silentChanges({ query }: World): Promise<string | null> {
  const [row] = await query<{ silent: number }>(
    `SELECT count(*)::int AS silent FROM order_events e
     WHERE NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = 'order-event' AND j.data->>'eventId' = e.id::text) AND e.at > now() - interval '30 minutes'`,
  )
  return row?.silent === 0 ? null : `${row?.silent} events without a job`
}
