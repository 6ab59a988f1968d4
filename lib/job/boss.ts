import 'server-only'
import { PgBoss } from 'pg-boss'
import { logger } from '@/lib/platform/logger'
import { env } from '@/lib/platform/env'
import type { JobData, QueueName } from './queues'
import { countWaiting } from './store'

/** Never throw away what could not be done: a throw means "again later". */
export type JobHandler<Queue extends QueueName> = (jobs: JobData[Queue][]) => Promise<void>

export type WorkPlan = {
  [Queue in QueueName]: {
    run: JobHandler<Queue>
    /** Jobs that `run` gets at once; they succeed or fail together. Default 1. */
    batchSize?: number
    /** How many `run`s at the same time in this process. Default 1. */
    concurrency?: number
    /** How many of them for one group. Default: all. */
    groupConcurrency?: number
  }
}

/** How often all queues are looked at, with one statement. */
const LOOK_EVERY_MS = 1_000

/**
 * How often a worker looks for itself, should nobody wake it. Were it every second, fifty workers with nothing to do would cost a
 * tenth of a core.
 */
const POLL_SECONDS = 30

/**
 * `polite` takes at most one batch a second from each queue: beside customers, whose pages come
 * first (a server that placed orders as fast as it could lost a third of its speed to letters).
 * `full` goes on while there is work.
 */
export type Pace = 'polite' | 'full'

/** Starts working off every queue in this process. @returns ends it: running jobs are waited for */
export async function startWorking(plan: WorkPlan, pace: Pace = 'full'): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'tautan worker',
    max: 4,
    // prisma/install-jobs.ts did, before anything was served.
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    maintenanceIntervalSeconds: 600,
  })
  boss.on('error', (error) => logger.warn({ reason: error.message }, 'the job queue stumbled; it goes on by itself'))
  await boss.start()
  try {
    return await beginWork(boss, plan, pace)
  } catch (error) {
    // Whoever tries again opens connections of their own.
    await boss.stop({ graceful: false })
    throw error
  }
}

/** @returns ends it */
async function beginWork(boss: PgBoss, plan: WorkPlan, pace: Pace): Promise<() => Promise<void>> {
  // At once, not in ten seconds: a worker that died left its jobs marked as running.
  void boss.supervise().catch((error: unknown) => logger.warn({ error }, 'the job queue could not be looked after; it is again in ten seconds'))
  for (const queue of Object.keys(plan) as QueueName[]) await workOn(boss, queue, plan, pace)
  const lookout = keepLookout(boss, plan)
  return async () => {
    clearInterval(lookout)
    await boss.stop({ graceful: true, timeout: STOP_MS })
  }
}

const STOP_MS = 2_500

async function workOn<Queue extends QueueName>(boss: PgBoss, queue: Queue, plan: WorkPlan, pace: Pace): Promise<void> {
  const { run, batchSize = 1, concurrency = 1, groupConcurrency } = plan[queue]
  await boss.work<JobData[Queue]>(
    queue,
    {
      batchSize,
      localConcurrency: concurrency,
      pollingIntervalSeconds: POLL_SECONDS,
      burstWhenBatchFull: pace === 'full',
      ...(groupConcurrency !== undefined && { localGroupConcurrency: groupConcurrency }),
    },
    async (jobs) => {
      try {
        await run(jobs.map(({ data }) => data))
      } catch (error) {
        logger.warn({ error, queue, jobs: jobs.length }, 'a job failed; it is tried again')
        throw error
      }
    },
  )
}

/** Wakes as many of the workers that have nothing to do as there are jobs for. */
function keepLookout(boss: PgBoss, plan: WorkPlan): NodeJS.Timeout {
  const most = Math.max(...Object.values(plan).map(({ batchSize = 1, concurrency = 1 }) => batchSize * concurrency))
  const look = async () => {
    const waiting = await countWaiting(most)
    const idle = Map.groupBy(boss.getWipData().filter(({ count }) => count === 0), ({ name }) => name)
    for (const queue of Object.keys(plan) as QueueName[]) {
      const needed = Math.ceil((waiting.get(queue) ?? 0) / (plan[queue].batchSize ?? 1))
      idle.get(queue)?.slice(0, needed).forEach(({ id }) => boss.notifyWorker(id))
    }
  }
  const tryLook = () => void look().catch((error: unknown) => logger.warn({ error }, 'nobody could look for jobs; workers do so by themselves'))
  return setInterval(tryLook, LOOK_EVERY_MS).unref()
}
