import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { now } from '@/lib/platform/clock'
import { newRowId } from '@/lib/platform/ids'
import { requireServerKey } from '@/lib/server-key/server-key'
import { insertDeliveries, type PlannedDelivery } from './delivery/store'
import { listSubscribers, type Subscriber } from './endpoint/store'
import { notificationBody } from './payload'
import { postableUrl } from './schema'

/**
 * Writes what these events mean to the shops' endpoints, and the jobs that send it. Running it twice
 * writes nothing twice. The body is fixed here: every attempt sends the same bytes, whatever happens
 * to the order later.
 *
 * An endpoint that is paused or disabled gets its deliveries too; they are kept until it is resumed.
 * Addresses of a link (Midtrans' X-Override-Notification and X-Append-Notification) hear of every
 * event, instead of the endpoints or in addition.
 */
export async function planWebhooks(sql: Sql, events: readonly OrderEventFacts[]): Promise<void> {
  if (events.length === 0) return
  const at = now()
  const subscribers = await listSubscribers(sql, [...new Set(events.map(({ merchant }) => merchant.id))])
  const serverKeys = new Map<string, string>()
  const planned: PlannedDelivery[] = []
  for (const event of events) {
    const targets = targetsOf(event, subscribers)
    if (targets.length === 0) continue
    const owner = { merchantId: event.merchant.id, mode: event.mode }
    const ownerName = `${owner.merchantId} ${owner.mode}`
    const serverKey = serverKeys.get(ownerName) ?? (await requireServerKey(sql, { ...owner, at }))
    serverKeys.set(ownerName, serverKey)
    const payload = JSON.stringify(notificationBody(event, serverKey))
    planned.push(...targets.map((target) => ({
      ...target,
      ...owner,
      id: newRowId(at.getTime()),
      orderEventId: event.eventId,
      orderId: event.order.id,
      type: `order.${event.to}` as const,
      payload,
    })))
  }
  await insertDeliveries(sql, planned, at)
}

type Target = { endpointId: string | null; url: string }

/** Where an event goes: no address twice. */
export function targetsOf({ merchant, mode, to, link }: Pick<OrderEventFacts, 'merchant' | 'mode' | 'to' | 'link'>, subscribers: readonly Subscriber[]): Target[] {
  const { override, append = [] } = link.notificationUrls ?? {}
  const endpoints = subscribers.filter(
    (one) => one.merchantId === merchant.id && one.mode === mode && (one.events.length === 0 || one.events.includes(`order.${to}`)),
  )
  const subscribed: Target[] = override ? [] : endpoints.map(({ id, url }) => ({ endpointId: id, url }))
  const named = [...new Set([...(override ?? []), ...append])].filter((url) => postableUrl(url) !== null && !subscribed.some((target) => target.url === url))
  return [...subscribed, ...named.map((url) => ({ endpointId: null, url }))]
}
