import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import { hasMailServer } from './mail-server'
import type { OutboxFilter } from './schema'
import { findEmail as find, listEmails as list } from './store'
import type { EmailDetails, EmailPage } from './views'

export async function listEmails(scope: MerchantScope, filter: OutboxFilter): Promise<EmailPage> {
  return { ...(await list(scope, filter)), canSend: hasMailServer() }
}

export async function findEmail(scope: MerchantScope, id: string): Promise<EmailDetails | null> {
  const email = await find(scope, id)
  return email && { ...email, canSend: hasMailServer() }
}
