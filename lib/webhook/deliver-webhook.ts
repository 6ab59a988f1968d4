import 'server-only'
import { inTransaction, type Sql } from '@/lib/database/sql'
import type { JobData } from '@/lib/job/queues'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { postOutgoing } from '@/lib/platform/outgoing'
import { completeDelivery, findOutstanding, insertAttempt, parkDelivery, scheduleAttempt, type Attempt, type Outstanding } from './delivery/store'
import { liveSecrets } from './endpoint-secret'
import { disableEndpoint, noteFailure, noteSuccess } from './endpoint/store'
import { isDelivered, isFailingTooLong, isGone, nextAttempt } from './rules'
import { signatureHeaders } from './signature'
import type { AttemptTrigger } from './views'

/**
 * One attempt at one delivery: the handler of the queue `webhook`.
 *
 * A worker that dies after sending and before writing that down leaves the job to the next one,
 * which sends again under the same `webhook-id`: at least once. A job whose attempt is written is
 * recognised by its number, and does nothing.
 */
export async function deliverWebhook([job]: JobData['webhook'][]): Promise<void> {
  if (!job) return
  const { deliveryId, trigger = 'automatic', attempt } = job
  for (;;) {
    const delivery = await findOutstanding(deliveryId)
    if (!delivery || delivery.endpoint?.deleted) return
    if (trigger === 'manual') return void (await attemptDelivery(delivery, trigger))
    if (delivery.state !== 'pending' || (attempt !== undefined && delivery.automaticAttempts >= attempt)) return
    if (!delivery.endpoint || delivery.endpoint.state === 'enabled') return void (await attemptDelivery(delivery, trigger))
    if (await parkDelivery(deliveryId)) return
  }
}

/** Sends by hand, whatever state the endpoint is in, and waits for the answer. */
export async function deliverNow(deliveryId: string): Promise<boolean> {
  const delivery = await findOutstanding(deliveryId)
  if (!delivery || delivery.endpoint?.deleted) return false
  await attemptDelivery(delivery, 'manual')
  return true
}

const SENDER = { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'Tautan-Webhooks/1.0' }

async function attemptDelivery(delivery: Outstanding, trigger: AttemptTrigger): Promise<void> {
  const { url, payload } = delivery
  const at = now()
  const secrets = delivery.endpoint ? liveSecrets(delivery.endpoint, at) : []
  const requestHeaders = { ...SENDER, ...signatureHeaders({ id: `msg_${delivery.id}`, at, body: payload, secrets }) }
  const began = performance.now()
  const answer = await postOutgoing({ url, headers: requestHeaders, body: payload, allowLoopback: env().ALLOW_LOOPBACK_WEBHOOKS })
  const durationMs = Math.round(performance.now() - began)
  const { statusCode, headers: responseHeaders, body: responseBody, error } = answer
  await inTransaction((sql) => record(sql, delivery, { trigger, requestHeaders, statusCode, responseHeaders, responseBody, error, durationMs, at }))
}

/**
 * The attempt, what it means to the endpoint and to the delivery, and the next one: all or nothing.
 * The endpoint comes first, as wherever both are locked.
 */
async function record(sql: Sql, delivery: Outstanding, attempt: Attempt): Promise<void> {
  const { id, url, endpoint } = delivery
  const delivered = isDelivered(attempt)
  if (endpoint) await (delivered ? noteSuccess(sql, endpoint.id) : judgeEndpoint(sql, endpoint.id, attempt))
  const { state, automaticAttempts } = await insertAttempt(sql, id, url, attempt)
  const at = now()
  if (delivered) return await completeDelivery(sql, id, { state: 'succeeded', at })
  // A seller's own try changes nothing about what is planned; and what arrived has arrived.
  if (attempt.trigger === 'manual' || state !== 'pending') return

  const result = { ...attempt, retryAfter: attempt.responseHeaders?.['retry-after'] }
  const next = nextAttempt(endpoint?.retryPolicy ?? 'standard', result, { attempts: automaticAttempts, at, random: Math.random() })
  if (!next) return await completeDelivery(sql, id, { state: 'failed', at })
  await scheduleAttempt(sql, { id, url, endpointId: endpoint?.id ?? null }, { attempt: automaticAttempts + 1, at: next })
}

async function judgeEndpoint(sql: Sql, id: string, attempt: Attempt): Promise<void> {
  const { at } = attempt
  const endpoint = await noteFailure(sql, id, at)
  if (!endpoint) return
  if (isGone(attempt)) await disableEndpoint(sql, endpoint, { reason: 'gone', at })
  else if (endpoint.failingSince && isFailingTooLong(endpoint.failingSince, at)) await disableEndpoint(sql, endpoint, { reason: 'failing', at })
}
