import 'server-only'
import { queryRows } from '@/lib/database/sql'

/**
 * How many jobs of each queue could begin now, by the name of the queue.
 * @param most is told where there are more
 */
export async function countWaiting(most: number): Promise<Map<string, number>> {
  const rows = await queryRows<{ name: string; waiting: number }>`
    SELECT queue.name, (
      SELECT count(*)::int FROM (
        SELECT FROM pgboss.job WHERE job.name = queue.name AND state < 'active' AND NOT blocked AND start_after <= now() LIMIT ${most}
      ) AS due
    ) AS waiting
    FROM pgboss.queue`
  return new Map(rows.map(({ name, waiting }) => [name, waiting]))
}
