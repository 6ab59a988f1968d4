import 'server-only'
import { logger } from '@/lib/platform/logger'
import { onShutdown } from '@/lib/platform/on-shutdown'
import { insertCalls, type ApiCallEntry } from './store'

/** Written together, so that logging a call costs it nothing. A crash loses what was not written yet: a log, not a ledger. */
const WRITE_AFTER_MS = 500
const WRITE_AT = 200

let waiting: ApiCallEntry[] = []
let timer: NodeJS.Timeout | undefined

export function recordCall(entry: ApiCallEntry): void {
  waiting.push(entry)
  if (waiting.length >= WRITE_AT) void write()
  else timer ??= setTimeout(() => void write(), WRITE_AFTER_MS).unref()
}

async function write(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const entries = waiting
  waiting = []
  if (entries.length === 0) return
  await insertCalls(entries).catch((error: unknown) => logger.warn({ error, calls: entries.length }, 'calls of the API could not be logged'))
}

onShutdown(write)
