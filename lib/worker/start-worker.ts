import 'server-only'
import { startWorking, type Pace } from '@/lib/job/boss'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { onShutdown } from '@/lib/platform/on-shutdown'
import { sweeps, workPlan } from './plan'

const SWEEP_EVERY_MS = 5_000
const RETRY_MS = 2_000

/** Starts the jobs and sweeps of this process and keeps trying while the database is away. Never throws. */
export function startWorker(pace: Pace): void {
  let stopped = false
  let stop: (() => Promise<void>) | undefined
  onShutdown(async () => {
    stopped = true
    await stop?.()
  })

  const begin = async () => {
    try {
      const end = await startWorking(workPlan, pace)
      if (stopped) await end()
      else stop = end
    } catch (error) {
      logger.warn({ error }, 'the worker could not start; trying again')
      if (!stopped) setTimeout(() => void begin(), RETRY_MS).unref()
    }
  }
  const sweep = async () => {
    for (const [name, run] of Object.entries(sweeps)) {
      try {
        while (!stopped && (await run(now())));
      } catch (error) {
        logger.warn({ error, name }, 'a sweep failed; it runs again in a few seconds')
      }
    }
    if (!stopped) setTimeout(() => void sweep(), SWEEP_EVERY_MS).unref()
  }
  void begin()
  setTimeout(() => void sweep(), SWEEP_EVERY_MS).unref()
}
