import 'server-only'
import { ownStorage, type FileStorage } from './storage'
import { listNamesWithoutRow } from './store'

/** Whoever is storing a file right now has long written its row by then. */
const ORPHAN_AFTER_MS = 60 * 60_000
const BATCH = 500

/**
 * Removes files without a row: of a crash between file and row, and of rows that were deleted while
 * the file could not be.
 * @returns how many
 */
export async function sweepFiles(at: Date, storage: FileStorage = ownStorage()): Promise<number> {
  const old = await storage.listOlderThan(new Date(at.getTime() - ORPHAN_AFTER_MS))
  let removed = 0
  for (let from = 0; from < old.length; from += BATCH) {
    for (const name of await listNamesWithoutRow(old.slice(from, from + BATCH))) {
      await storage.remove(name)
      removed += 1
    }
  }
  return removed
}
