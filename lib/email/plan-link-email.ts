import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { NewLink } from '@/lib/link/views'
import type { MerchantScope } from '@/lib/shop/scope'
import { composeEmails } from './compose-email'
import { linkCreated } from './letters/link-letter'
import { findLetterhead, insertEmails } from './store'

/** Tells the customer whom a link was made for, when their address is known. In the transaction that makes the link. */
export async function planLinkEmail(sql: Sql, scope: MerchantScope, link: NewLink): Promise<void> {
  const to = link.customer?.email
  if (!to) return
  const { merchantId, mode } = scope
  const shop = await findLetterhead(sql, merchantId)
  if (!shop) return
  const emails = await composeEmails([
    {
      shop: { merchantId, mode },
      linkId: link.id,
      orderId: null,
      template: 'linkCreated',
      dedupeKey: `linkCreated:${link.id}`,
      to,
      letter: () => linkCreated({ shop, mode, link }),
      at: link.createdAt,
    },
  ])
  await insertEmails(sql, emails)
}
