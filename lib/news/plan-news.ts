import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { addNews } from './add-news'
import { newsOf } from './news-of-event'

/** Writes what these events mean to their sellers, and the jobs that call them. Running it twice writes nothing twice. */
export async function planNews(sql: Sql, events: readonly OrderEventFacts[]): Promise<void> {
  await addNews(sql, events.flatMap((event) => newsOf(event) ?? []))
}
