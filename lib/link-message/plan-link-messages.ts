import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { NewLink } from '@/lib/link/views'
import { newRowId } from '@/lib/platform/ids'
import type { MerchantScope } from '@/lib/shop/scope'
import { smsNumber } from '@/lib/sms/rules'
import type { Channel } from './schema'
import { insertLinkMessages } from './store'

/** What a seller decided when making a link; the time is checked. */
export type LinkSending = {
  channels: Channel[]
  /** Null: now. */
  at: Date | null
}

/** Writes what the seller wants to be sent of a new link, in the transaction that makes it. */
export async function planLinkMessages(sql: Sql, scope: MerchantScope, link: NewLink, { channels, at }: LinkSending): Promise<void> {
  const { customer, createdAt } = link
  const contacts = { email: customer?.email ?? '', sms: smsNumber(customer?.phone ?? '') ?? '' }
  const messages = channels.filter((channel) => contacts[channel] !== '').map((channel) => ({ id: newRowId(createdAt.getTime()), linkId: link.id, channel, to: contacts[channel], at, createdAt }))
  if (!(await insertLinkMessages(sql, scope, messages))) throw new Error('a new link had a message before it was made')
}
