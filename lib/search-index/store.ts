import 'server-only'
import { queryRows } from '@/lib/database/sql'

/**
 * What was written since the last time waits in a list beside each search index. PostgreSQL sorts it in when it is four
 * megabytes long: the customer whose order comes then waits for all of it, and every search reads the list until then.
 * Sorted in now and again, it stays short and nobody waits.
 * @returns how many pages were waiting
 */
export async function sortIntoSearchIndexes(): Promise<number> {
  const [row] = await queryRows<{ pages: number }>`
    SELECT (gin_clean_pending_list('orders_search') + gin_clean_pending_list('links_search'))::int AS pages`
  return row?.pages ?? 0
}
