import 'server-only'
import { hasMailServer } from '@/lib/email/mail-server'
import type { MerchantScope } from '@/lib/shop/scope'
import { findSmsWay } from '@/lib/sms/queries'
import { listLinkMessages } from './store'
import type { LinkMessagesReport, SendingWays } from './views'

/** How this shop's messages can reach customers. */
export async function findSendingWays(scope: MerchantScope): Promise<SendingWays> {
  return { hasMailServer: hasMailServer(), sms: await findSmsWay(scope) }
}

export async function findLinkMessages(scope: MerchantScope, linkId: string): Promise<LinkMessagesReport> {
  const [messages, ways] = await Promise.all([listLinkMessages(scope, linkId), findSendingWays(scope)])
  return { messages, ways }
}
