import 'server-only'
import { countTry } from '@/lib/auth/rate-limit'
import { inTransaction } from '@/lib/database/sql'
import { newRowId } from '@/lib/platform/ids'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { findSmsWay } from '@/lib/sms/queries'
import { smsNumber } from '@/lib/sms/rules'
import { sendingTimeOf, whyNotSent } from './rules'
import type { Channel } from './schema'
import { findSendable, insertLinkMessages } from './store'

type Wish = { linkId: string; channel: Channel; /** Wall clock of the shop; empty: now. */ at: string }

/**
 * Sends a link to its customer, for the first time or again, now or later.
 * @returns conflict for a closed link, one without such a contact, and one that waits for the same already
 */
export async function sendLink(scope: MerchantScope, { linkId, channel, at: local }: Wish, { timeZone, at }: { timeZone: string; at: Date }): Promise<Result<null>> {
  const link = await findSendable(scope, linkId)
  if (!link) return notFound()
  const to = channel === 'email' ? link.customer?.email : smsNumber(link.customer?.phone ?? '')
  if (!to) return failure({ kind: 'conflict', message: channel === 'email' ? 'sendNeedsEmail' : 'sendNeedsPhone' })
  if (whyNotSent(link, 'link', at)) return failure({ kind: 'conflict', message: 'sendClosedLink' })
  const time = sendingTimeOf(local, { timeZone, now: at, endsAt: link.expiresAt })
  if (!time.ok) return invalid({ at: time.message })
  if (channel === 'sms' && (await findSmsWay(scope)) === 'none') return failure({ kind: 'conflict', message: 'noSmsProvider' })
  const wait = await countTry('linkMessageByLink', linkId)
  if (wait) return failure({ kind: 'rateLimited', retryAfterSeconds: wait })
  return (await insert()) ? success(null) : failure({ kind: 'conflict', message: 'linkMessageWaiting' })

  async function insert(): Promise<boolean> {
    if (!time.ok || !to) return false
    const message = { id: newRowId(at.getTime()), linkId, channel, to, at: time.at, createdAt: at }
    return await inTransaction((sql) => insertLinkMessages(sql, scope, [message]))
  }
}
