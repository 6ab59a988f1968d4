import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { planEmails } from '@/lib/email/plan-emails'
import type { JobData } from '@/lib/job/queues'
import { planNews } from '@/lib/news/plan-news'
import { planSlotNews } from '@/lib/waiter/plan-slot-news'
import { planWebhooks } from '@/lib/webhook/plan-webhooks'
import { findOrderEvents } from './store'

/**
 * Turns changes of orders into what has to be sent: a row and a job for each webhook, e-mail and
 * line of the bell, in one transaction. Running it twice writes nothing twice; sending comes later,
 * each on its own, so that nothing that fails there holds up the rest.
 */
export async function announceEvents(jobs: JobData['order-event'][]): Promise<void> {
  await inTransaction(async (sql) => {
    const events = await findOrderEvents(sql, jobs.map(({ eventId }) => eventId))
    await planWebhooks(sql, events)
    await planEmails(sql, events)
    await planNews(sql, events)
    await planSlotNews(sql, events)
  })
}
