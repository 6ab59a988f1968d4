import 'server-only'
import { LRUCache } from 'lru-cache'
import { logger } from '@/lib/platform/logger'
import { onShutdown } from '@/lib/platform/on-shutdown'
import { addOpenings } from './store'

const WRITE_EVERY_MS = 2_000
const MOST_LINKS = 1_000
const MINUTE_MS = 60_000
/** Families and offices share an address; who opens more pages a minute is no customer. */
const MOST_A_MINUTE = 60

/**
 * Counts that a link's page was opened. In memory, and every two seconds into the database in one statement, so that
 * it costs the page nothing; a server that is killed forgets the last two seconds.
 * @param address where it was asked from, only to notice floods: forgotten within a minute
 */
export function countOpening(slug: string, address: string): void {
  const tries = (recent.get(address) ?? 0) + 1
  recent.set(address, tries)
  if (tries > MOST_A_MINUTE || (waiting.size >= MOST_LINKS && !waiting.has(slug))) return
  waiting.set(slug, (waiting.get(slug) ?? 0) + 1)
  if (timer) return
  timer = setTimeout(() => void writeOpenings(), WRITE_EVERY_MS)
  timer.unref()
  if (!isRegistered) onShutdown(writeOpenings)
  isRegistered = true
}

/** What was counted goes into the database; while that is away it waits. */
export async function writeOpenings(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  if (waiting.size === 0) return
  const written = waiting
  waiting = new Map()
  try {
    await addOpenings(written)
  } catch (error) {
    logger.warn({ error }, 'opened pages could not be counted; they are once more')
    for (const [slug, count] of written) waiting.set(slug, (waiting.get(slug) ?? 0) + count)
  }
}

let waiting = new Map<string, number>()
let timer: NodeJS.Timeout | undefined
let isRegistered = false
const recent = new LRUCache<string, number>({ max: 10_000, ttl: MINUTE_MS, noUpdateTTL: true })
