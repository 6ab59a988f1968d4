import type pg from 'pg'
import { HEARTBEAT_SECONDS, KEEP_DAYS, QUEUE_NAMES, QUEUES } from '../lib/job/queues.ts'

/** The version of pg-boss's tables that its release in package.json wants; its own installer brings them there. */
const BOSS_SCHEMA_VERSION = 40

/**
 * Makes the tables and queues of the jobs. One query when they are there, so that a start stays quick.
 * @param client holds the lock of the migrations
 */
export async function installJobs(client: pg.Client, databaseUrl: string): Promise<void> {
  if (await areJobsInstalled(client)) return
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const name of QUEUE_NAMES) {
      const { retryLimit, retryDelay, retryDelayMax, expireInSeconds } = QUEUES[name]
      const options = {
        retryLimit, retryDelay, retryDelayMax, expireInSeconds, retryBackoff: true,
        heartbeatSeconds: HEARTBEAT_SECONDS, retentionSeconds: KEEP_DAYS * 86_400, deleteAfterSeconds: 3_600,
      }
      await boss.createQueue(name, options)
      await boss.updateQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

export async function areJobsInstalled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ present: boolean }>(`SELECT to_regclass('pgboss.version') IS NOT NULL AS present`)
  if (!rows[0]?.present) return false
  const { rows: found } = await client.query<{ version: number; queues: string[] }>(
    `SELECT (SELECT max(version) FROM pgboss.version) AS version, coalesce((SELECT array_agg(name) FROM pgboss.queue), '{}') AS queues`,
  )
  const { version = 0, queues = [] } = found[0] ?? {}
  return version >= BOSS_SCHEMA_VERSION && QUEUE_NAMES.every((name) => queues.includes(name))
}
