import 'server-only'
import { QUEUES, type JobData } from '@/lib/job/queues'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { mailServer, type MailServer } from './mail-server'
import { keepEmail } from './outbox'
import type { EmailTemplate } from './schema'
import { beginAttempt, endEmail, noteTrouble, type OutgoingEmail } from './store'
import { isCustomerLetter } from './texts/letters'

const ATTEMPTS = QUEUES.email.retryLimit + 1

/** Templates whose readers would answer the customer, not us. */
const ABOUT_A_CUSTOMER: ReadonlySet<EmailTemplate> = new Set(['sellerPaid', 'sellerNeedsLook'])

/** The job. One message that fails holds up no other; when they are tried again, those that were sent are not. */
export async function sendEmails(jobs: JobData['email'][], server = mailServer()): Promise<void> {
  let failed: unknown
  for (const { messageId } of jobs) await sendEmail(messageId, { server, at: now() }).catch((error: unknown) => (failed = error))
  if (failed !== undefined) throw failed
}

/**
 * Hands one message to the mail server; without one it is kept for the outbox. A crash between the
 * server's answer and our mark sends it a second time, with the same Message-ID.
 * @throws when the server is away or busy, until the attempts are used up: the queue tries again later
 */
export async function sendEmail(id: string, { server, at }: { server: MailServer | null; at: Date }): Promise<void> {
  const email = await beginAttempt(id, at)
  if (!email) return
  if (!server) {
    await keep(email)
    return
  }
  if (email.isOutdated) {
    await endEmail(id, { state: 'kept', reason: 'outdated' })
    return
  }
  const { to, subject, html, text, template } = email
  const handover = await server.send({ id, to, subject, html, text, ...senderOf(email) })
  if (handover.kind === 'accepted') {
    await endEmail(id, { state: 'sent', at })
    return
  }
  const { kind, reason } = handover
  logger.warn({ id, template, reason, attempt: email.attemptCount }, 'an e-mail could not be handed over')
  if (kind === 'refused' || email.attemptCount >= ATTEMPTS) {
    await endEmail(id, { state: 'failed', reason })
    return
  }
  await noteTrouble(id, reason)
  throw new Error(`the mail server did not take the message: ${reason}`)
}

/** A shop's letters to its customers bear the name and the address for answers that it chose; the address they come from is the server's own. */
function senderOf({ template, shopName, senderName, replyTo, customerEmail }: OutgoingEmail): { senderName: string | null; replyTo: string | null } {
  if (isCustomerLetter(template)) return { senderName: senderName ?? shopName, replyTo }
  return { senderName: shopName, replyTo: ABOUT_A_CUSTOMER.has(template) ? customerEmail : null }
}

/** What no outbox shows goes where the operator finds it. */
async function keep({ id, shopName, to, subject, text }: OutgoingEmail): Promise<void> {
  if (shopName === null) await keepEmail({ to, subject, text })
  await endEmail(id, { state: 'kept', reason: null })
}
