import 'server-only'
import type { Sql } from '@/lib/database/sql'
import { addNews } from '@/lib/news/add-news'
import type { OrderEventFacts } from '@/lib/notification/facts'
import type { OrderStatus } from '@/lib/order/status'
import { listOpenWaitedLinks } from './store'

/** An order that ended like this gave its place back. */
const FREEING: readonly OrderStatus[] = ['denied', 'cancelled', 'expired']

/**
 * Tells sellers in the bell that a place came free while somebody waits for one. At most once an hour for the
 * one who waits longest: places of a crowded link come and go, and each of them is taken by somebody soon.
 */
export async function planSlotNews(sql: Sql, events: readonly OrderEventFacts[]): Promise<void> {
  const freed = new Map(events.filter(({ to }) => FREEING.includes(to)).map(({ link, at }) => [link.id, at]))
  const latest = [...freed.values()].reduce<Date | null>((late, at) => (late && late > at ? late : at), null)
  if (latest === null) return
  const links = await listOpenWaitedLinks(sql, { linkIds: [...freed.keys()], at: latest })
  await addNews(sql, links.map(({ linkId, merchantId, mode, name, waiting, firstWaiterId }) => {
    const at = freed.get(linkId) ?? latest
    return { merchantId, mode, type: 'slot.freed', orderId: null, data: { linkId, name, waiting }, dedupeKey: `slot.freed:${firstWaiterId}:${at.toISOString().slice(0, 13)}`, at }
  }))
}
