import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { errorCode } from '../platform/start-error.ts'

/** Tells the log what became of the database; one sentence and what may be measured. */
export type Report = (sentence: string, details: Record<string, unknown>) => void

export type Keeper = {
  /** The connection; null while the database is away. */
  client(): pg.Client | null
  /** No more reviving. Resolves when an attempt that is under way has ended. */
  release(): Promise<void>
}

type Keeping = {
  connect(): Promise<pg.Client>
  /** Makes a server run again unless one does. */
  revive(): Promise<void>
  report: Report
}

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 10_000

/**
 * Holds one connection for as long as this process uses the database. That it breaks is how we hear
 * that the server died, at once and without asking again and again; then it is brought back, at
 * first immediately, later with growing pauses.
 *
 * Not covered: a server that hangs without dying.
 */
export async function keepConnected({ connect, revive, report }: Keeping): Promise<Keeper> {
  const released = new AbortController()
  let client: pg.Client | null = null
  let reviving: Promise<void> = Promise.resolve()

  const hold = (connected: pg.Client) => {
    client = connected
    connected.once('end', () => {
      client = null
      if (!released.signal.aborted) reviving = bringBack()
    })
  }

  const bringBack = async () => {
    const lostAt = Date.now()
    report('the database went away; bringing it back', {})
    for (let wait = FIRST_WAIT_MS; !released.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        await revive()
        if (released.signal.aborted) return
        hold(await connect())
        return report('the database is back', { afterMs: Date.now() - lostAt })
      } catch (error) {
        report('the database does not come back yet; trying again', { reason: reasonOf(error), waitMs: wait })
        await sleep(wait, undefined, { signal: released.signal }).catch(() => undefined)
      }
    }
  }

  hold(await connect())
  return {
    client: () => client,
    release: async () => {
      released.abort()
      await reviving
    },
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : (errorCode(error) ?? String(error))
}
