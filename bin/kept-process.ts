import type { ChildProcess } from 'node:child_process'
import type { Report } from '../lib/database/postgres-keeper.ts'

/** A process that lived this long did not die of its start. */
const SETTLED_MS = 5_000
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

type Keeping = {
  /** What it is called in the log. */
  name: string
  fork(): ChildProcess
  /** One that runs already; without it the first is forked at once. */
  first?: ChildProcess
  report: Report
}

/** Keeps one child process running: when it ends, whatever the reason, another takes its place. Returns what ends it for good. */
export function keepRunning({ name, fork, first, report }: Keeping): (patienceMs: number) => Promise<void> {
  let child: ChildProcess | undefined
  let again: NodeJS.Timeout | undefined
  let quickEnds = 0
  let isStopping = false

  const watch = (started: ChildProcess) => {
    const bornAt = Date.now()
    child = started
    const ended = (details: Record<string, unknown>) => {
      if (child !== started) return
      child = undefined
      if (isStopping) return
      quickEnds = Date.now() - bornAt < SETTLED_MS ? quickEnds + 1 : 0
      const waitMs = pauseAfter(quickEnds)
      report(`the ${name} ended; another one takes its place`, { process: started.pid, ...details, waitMs })
      again = setTimeout(begin, waitMs)
    }
    started.once('exit', (code, signal) => ended({ code, signal }))
    // A machine without memory or process ids to spare cannot even start one.
    started.on('error', (error) => started.pid === undefined && ended({ reason: error.message }))
  }
  const begin = () => {
    try {
      watch(fork())
    } catch (error) {
      quickEnds += 1
      report(`the ${name} could not be started; trying again`, { reason: String(error), waitMs: LONGEST_WAIT_MS })
      again = setTimeout(begin, LONGEST_WAIT_MS)
    }
  }

  if (first === undefined) begin()
  else watch(first)
  return async (patienceMs) => {
    isStopping = true
    clearTimeout(again)
    if (child !== undefined) await stopProcess(child, patienceMs)
  }
}

/** At once after a life of some length and after one short one; who dies of its start again and again waits longer each time. */
export function pauseAfter(quickEnds: number): number {
  return quickEnds <= 1 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (quickEnds - 2))
}

/** Asks a child to stop and waits for its end; one that takes longer than `patienceMs` is killed. */
export async function stopProcess(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const impatient = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  // A child whose channel is gone ends by itself.
  if (child.connected) child.send('stop', () => undefined)
  await ended
  clearTimeout(impatient)
}
