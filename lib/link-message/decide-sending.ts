import 'server-only'
import type { CreateLinkValues } from '@/lib/link/schema'
import type { FieldErrors } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { findSmsWay } from '@/lib/sms/queries'
import { smsNumber } from '@/lib/sms/rules'
import type { LinkSending } from './plan-link-messages'
import { sendingTimeOf } from './rules'

type Decided = { ok: true; sending: LinkSending | null } | { ok: false; fields: FieldErrors }

/**
 * What the form says about telling the customer; null when it says nothing, as the API does. Asks the database
 * only for a shop that sends SMS.
 * @param endsAt the new link's
 */
export async function decideSending(
  scope: MerchantScope,
  { sending, customer }: Pick<CreateLinkValues, 'sending' | 'customer'>,
  { timeZone, at, endsAt }: { timeZone: string; at: Date; endsAt: Date | null },
): Promise<Decided> {
  if (!sending) return { ok: true, sending: null }
  const channels = (['email', 'sms'] as const).filter((channel) => sending[channel])
  if (channels.length === 0) return { ok: true, sending: { channels, at: null } }
  if (sending.email && !customer?.email) return { ok: false, fields: { 'sending.email': 'sendNeedsEmail' } }
  if (sending.sms && !customer?.phone) return { ok: false, fields: { 'sending.sms': 'sendNeedsPhone' } }
  if (sending.sms && smsNumber(customer?.phone ?? '') === null) return { ok: false, fields: { 'customer.phone': 'smsNumber' } }
  const time = sendingTimeOf(sending.at ?? '', { timeZone, now: at, endsAt })
  if (!time.ok) return { ok: false, fields: { 'sending.at': time.message } }
  if (sending.sms && (await findSmsWay(scope)) === 'none') return { ok: false, fields: { 'sending.sms': 'noSmsProvider' } }
  return { ok: true, sending: { channels, at: time.at } }
}
