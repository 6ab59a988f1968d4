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
    SELECT sum(gin_clean_pending_list(name))::int AS pages FROM unnest(ARRAY['orders_search', 'links_search', 'deleted_links_search']::regclass[]) AS name`
  return row?.pages ?? 0
}
