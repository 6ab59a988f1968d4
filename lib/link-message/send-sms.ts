import 'server-only'
import { sql } from '@/lib/database/sql'
import { QUEUES, type JobData } from '@/lib/job/queues'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import type { SmsProvider } from '@/lib/sms/provider'
import { providerOf } from '@/lib/sms/sealed-provider'
import { whyNotSent } from './rules'
import { beginSms, endMessage, findBegunSms, releaseSms } from './store'

const ATTEMPTS = QUEUES.sms.retryLimit + 1

/** Longer than one handover can take: whoever began so long ago is dead. */
const HANDOVER_MS = 60_000

/** The job. */
export async function sendSmsMessages([job]: JobData['sms'][]): Promise<void> {
  if (job) await sendSms(job.messageId, { provider: providerOf, at: now() })
}

/**
 * Hands a text to the shop's provider, at most once: that it is being handed over is written first. Who
 * finds that after a crash, and whoever gets no clear answer, does not try again, since the text may have
 * arrived; the seller sees it and decides.
 * @throws when it was not taken for certain, until the attempts are used up: the queue tries again later
 */
export async function sendSms(id: string, { provider, at }: { provider: (shop: { merchantId: string }) => Promise<SmsProvider>; at: Date }): Promise<void> {
  const message = await beginSms(id, at)
  if (!message) return await endAbandoned(id, at)
  const { merchantId, kind, to, text, attemptCount, link } = message
  const closed = whyNotSent(link, kind, at)
  if (closed) return await endMessage(sql, id, { state: 'cancelled', reason: closed }, at)

  const handover = await (await provider({ merchantId })).send({ id, to, text })
  if (handover.kind === 'accepted') return await endMessage(sql, id, { state: 'sent', reason: null }, at)
  if (handover.kind === 'kept') return await endMessage(sql, id, { state: 'kept', reason: null }, at)
  const { reason } = handover
  logger.warn({ id, reason, kind: handover.kind, attempt: attemptCount }, 'an SMS could not be handed over')
  if (handover.kind === 'refused') return await endMessage(sql, id, { state: 'failed', reason }, at)
  if (handover.kind === 'uncertain') return await endMessage(sql, id, { state: 'failed', reason: `uncertain:${reason}` }, at)
  if (attemptCount >= ATTEMPTS) return await endMessage(sql, id, { state: 'failed', reason }, at)
  await releaseSms(id, reason)
  throw new Error(`the SMS provider did not take the message: ${reason}`)
}

/** Another worker began and did not end. It may still be at it. */
async function endAbandoned(id: string, at: Date): Promise<void> {
  const beganAt = await findBegunSms(id)
  if (!beganAt) return
  if (at.getTime() - beganAt.getTime() < HANDOVER_MS) throw new Error('the SMS is being handed over by another worker')
  await endMessage(sql, id, { state: 'failed', reason: 'uncertain:interrupted' }, at)
}
