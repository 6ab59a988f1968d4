import 'server-only'
import type { JobData } from '@/lib/job/queues'
import { findNews } from '@/lib/news/queries'
import { isCalling } from '@/lib/news/news-of-event'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { deliver, TTL_SECONDS } from './deliver'
import { pushMessageOf } from './push-message'
import { deleteSubscription, findSubscriptionForNews } from './store'

/**
 * Calls browsers with news. A job that runs again shows nothing twice: the message carries the same tag.
 * @throws when a push service is to be tried again later
 */
export async function sendPushes(jobs: JobData['push'][]): Promise<void> {
  for (const job of jobs) await sendPush(job, now())
}

export async function sendPush({ newsId, subscriptionId }: JobData['push'], at: Date): Promise<void> {
  const [news, target] = await Promise.all([findNews(newsId), findSubscriptionForNews(subscriptionId, newsId)])
  if (!news || !isCalling(news) || !target || at.getTime() - news.at.getTime() > TTL_SECONDS * 1000) return
  const outcome = await deliver(target, pushMessageOf(newsId, news, target.locale))
  if (outcome === 'gone') await deleteSubscription(target.id)
  if (outcome === 'refused') logger.warn({ newsId, host: URL.parse(target.endpoint)?.host }, 'a push service refused a message')
}
