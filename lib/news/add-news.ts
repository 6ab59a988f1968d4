import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { NewNews } from './news-of-event'
import { newsSchema } from './schema'
import { insertNews } from './store'

/**
 * Puts lines into the bell, and calls the browsers that asked for it, in the caller's transaction.
 * A line whose `dedupeKey` the shop has already is left out.
 * @throws when a line is not what the bell can say
 */
export async function addNews(sql: Sql, news: readonly NewNews[]): Promise<void> {
  if (news.length === 0) return
  for (const line of news) newsSchema.parse(line)
  await insertNews(sql, news)
}
