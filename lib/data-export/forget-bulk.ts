import 'server-only'
import { forgetBulkChanges } from '@/lib/bulk-change/store'
import { sql } from '@/lib/database/sql'
import { ownStorage, type FileStorage } from '@/lib/file/storage'
import { forgetImports } from '@/lib/link-import/store'
import { KEEP_FILES_DAYS } from './rules'
import { forgetExportFiles } from './store'

const DAY_MS = 86_400_000
/** What a result file repeats, and what undoing needs. */
const KEEP_LISTS_DAYS = 30

/**
 * Removes files of exports after a week, the rows of imports and of changes after a month: what
 * customers are called is kept no longer than it serves. Links stay, of course.
 * @returns whether there is more
 */
export async function forgetBulk({ at, limit }: { at: Date; limit: number }, storage: FileStorage = ownStorage()): Promise<boolean> {
  const daysAgo = (days: number) => new Date(at.getTime() - days * DAY_MS)
  const names = await forgetExportFiles(sql, { before: daysAgo(KEEP_FILES_DAYS), limit })
  await Promise.allSettled(names.map((name) => storage.remove(name)))
  const imports = await forgetImports({ before: daysAgo(KEEP_LISTS_DAYS), limit })
  const changes = await forgetBulkChanges({ before: daysAgo(KEEP_LISTS_DAYS), limit })
  return [names.length, imports, changes].includes(limit)
}
