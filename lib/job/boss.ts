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
  // At once, not in ten seconds: a worker that died left its jobs marked as running.
  void boss.supervise().catch((error: unknown) => logger.warn({ error }, 'the job queue could not be looked after; it is again in ten seconds'))
  const crews: Crew[] = []
  for (const queue of Object.keys(plan) as QueueName[]) crews.push(await hire(boss, queue, plan, pace))
  const lookout = keepLookout(boss, crews)
  return async () => {
    clearInterval(lookout)
    await boss.stop({ graceful: true, timeout: STOP_MS })
  }
}

const STOP_MS = 2_500

/** The workers of one queue, by their ids. */
type Crew = { queue: QueueName; batchSize: number; workers: string[]; busy: Set<string> }

async function hire<Queue extends QueueName>(boss: PgBoss, queue: Queue, plan: WorkPlan, pace: Pace): Promise<Crew> {
  const { run, batchSize = 1, concurrency = 1, groupConcurrency } = plan[queue]
  const crew: Crew = { queue, batchSize, workers: [], busy: new Set() }
  const options = {
    batchSize,
    pollingIntervalSeconds: POLL_SECONDS,
    burstWhenBatchFull: pace === 'full',
    ...(groupConcurrency !== undefined && { localGroupConcurrency: groupConcurrency }),
  }
  // One by one: pg-boss tells of workers that are hired together only the first one's id.
  for (let n = 0; n < concurrency; n++) {
    const worker: string = await boss.work<JobData[Queue]>(queue, options, async (jobs) => {
      crew.busy.add(worker)
      try {
        await run(jobs.map(({ data }) => data))
      } catch (error) {
        logger.warn({ error, queue, jobs: jobs.length }, 'a job failed; it is tried again')
        throw error
      } finally {
        crew.busy.delete(worker)
      }
    })
    crew.workers.push(worker)
  }
  return crew
}

/** Wakes as many workers as there are jobs for. */
function keepLookout(boss: PgBoss, crews: readonly Crew[]): NodeJS.Timeout {
  const most = Math.max(...crews.map(({ batchSize, workers }) => batchSize * workers.length))
  const look = async () => {
    const waiting = await countWaiting(most)
    for (const { queue, batchSize, workers, busy } of crews) {
      const needed = Math.ceil((waiting.get(queue) ?? 0) / batchSize)
      workers.filter((worker) => !busy.has(worker)).slice(0, needed).forEach((worker) => boss.notifyWorker(worker))
    }
  }
  return setInterval(() => void look().catch((error: unknown) => logger.warn({ error }, 'nobody could look for jobs; workers do it by themselves')), LOOK_EVERY_MS).unref()
}
