import 'server-only'
import { Prisma } from '@/lib/database/client'
import type { Sql } from '@/lib/database/sql'
import { HEARTBEAT_SECONDS, KEEP_DAYS, QUEUES, type JobData, type QueueName } from './queues'

type EnqueueOptions = {
  /** Not before; default: at once. */
  startAfter?: Date
  /** Jobs of one group share its workers, so that one group cannot take all of them. */
  group?: string
}

/**
 * Writes jobs in the caller's transaction: if it does not commit, they never were. pg-boss documents
 * its table for jobs that are created by SQL.
 */
export async function enqueue<Queue extends QueueName>(sql: Sql, queue: Queue, jobs: readonly JobData[Queue][], options: EnqueueOptions = {}): Promise<void> {
  if (jobs.length === 0) return
  const rows = Prisma.sql`SELECT value AS data FROM jsonb_array_elements(${JSON.stringify(jobs)}::jsonb)`
  await sql.execute`${insertJobs(queue, rows, options)}`
}

/**
 * The same as a part of a statement: `WITH … , announced AS (${insertJobs('order-event', Prisma.sql`SELECT … AS data FROM changed`)})`.
 * @param rows a query with one column `data` (jsonb)
 */
export function insertJobs(queue: QueueName, rows: Prisma.Sql, { startAfter, group }: EnqueueOptions = {}): Prisma.Sql {
  const { retryLimit, retryDelay, retryDelayMax, expireInSeconds } = QUEUES[queue]
  return Prisma.sql`
    INSERT INTO pgboss.job (name, data, group_id, start_after, keep_until, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      expire_seconds, deletion_seconds, heartbeat_seconds)
    SELECT ${queue}, jobs.data, ${group ?? null}, coalesce(${startAfter ?? null}::timestamptz, now()),
      coalesce(${startAfter ?? null}::timestamptz, now()) + ${`${KEEP_DAYS} days`}::interval, 'standard', ${retryLimit}::int, ${retryDelay}::int, true,
      ${retryDelayMax}::int, ${expireInSeconds}::int, ${DELETE_AFTER_SECONDS}::int, ${HEARTBEAT_SECONDS}::int
    FROM (${rows}) AS jobs`
}

/** Finished jobs tell nothing that their rows do not: deliveries, messages and refunds keep their own history. */
const DELETE_AFTER_SECONDS = 3_600
