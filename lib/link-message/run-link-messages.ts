import 'server-only'
import { inTransaction, type Sql } from '@/lib/database/sql'
import { composeEmails } from '@/lib/email/compose-email'
import { linkCreated } from '@/lib/email/letters/link-letter'
import { linkReminder } from '@/lib/email/letters/reminder-letters'
import { insertEmails } from '@/lib/email/store'
import { inOwnWords } from '@/lib/email/texts/own-words'
import { listShopLetters } from '@/lib/email/texts/store'
import type { JobData } from '@/lib/job/queues'
import { now } from '@/lib/platform/clock'
import { composeSms } from './compose-sms'
import { whyNotSent } from './rules'
import { endMessage, lockDueMessage, noteLetter, noteText, type DueMessage } from './store'

/** The job. One that fails holds up no other. */
export async function runLinkMessages(jobs: JobData['link-message'][]): Promise<void> {
  let failed: unknown
  for (const { messageId } of jobs) await runLinkMessage(messageId, now()).catch((error: unknown) => (failed = error))
  if (failed !== undefined) throw failed
}

/**
 * Turns a wish whose time has come into a letter or a text, with the job that hands it over: both are
 * written or neither, so a wish is turned once. Looks at the link as it is now: one that is closed is
 * not sent, and says why.
 */
export async function runLinkMessage(id: string, at: Date): Promise<void> {
  await inTransaction(async (sql) => {
    const message = await lockDueMessage(sql, id, at)
    if (!message) return
    const reason = whyNotSent(message.link, message.kind, at)
    if (reason) await endMessage(sql, id, { state: 'cancelled', reason }, at)
    else if (message.channel === 'sms') await noteText(sql, id, composeSms(message))
    else await writeLetter(sql, message, at)
  })
}

async function writeLetter(sql: Sql, { id, merchantId, mode, linkId, kind, to, shop, link }: DueMessage, at: Date): Promise<void> {
  const template = kind === 'ending' ? 'linkReminder' : 'linkCreated'
  const letters = (await listShopLetters(sql, [merchantId])).get(merchantId)
  const letter = () => inOwnWords((kind === 'ending' ? linkReminder : linkCreated)({ shop, mode, link }), { name: template, shop: letters })
  const emails = await composeEmails([{ shop: { merchantId, mode }, linkId, orderId: null, template, dedupeKey: `linkMessage:${id}`, to, letter, at }])
  const [email] = emails
  if (!email) return await endMessage(sql, id, { state: 'failed', reason: 'address' }, at)
  await insertEmails(sql, emails)
  await noteLetter(sql, id, email.id)
}
