import { createHash } from 'node:crypto'
import type { StatementEntry } from '@/lib/statement/views'

const hash = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/**
 * What makes a movement the same when the statement, or one that overlaps, is read again: its day,
 * time, direction, amount and text, and which of equal ones it is. Two equal credits of a day are
 * two; the order of the rows says nothing.
 */
export function withFingerprints(entries: readonly StatementEntry[]): (StatementEntry & { fingerprint: string })[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const parts = [entry.day, entry.time, entry.direction, entry.amount, entry.description.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')]
    const key = JSON.stringify(parts)
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return { ...entry, fingerprint: hash(['statement', ...parts, occurrence]) }
  })
}

/** A sender's own id makes it the same. */
export const fingerprintOfId = (id: string): string => hash(['endpoint', id])
