import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { NewLink } from '@/lib/link/views'
import type { MerchantScope } from '@/lib/shop/scope'
import { composeEmails } from './compose-email'
import { linkCreated } from './letters/link-letter'
import { insertEmails } from './store'
import { inOwnWords } from './texts/own-words'
import { listShopLetters } from './texts/store'

/** Tells the customer whom a link was made for, when their address is known. In the transaction that makes the link. */
export async function planLinkEmail(sql: Sql, scope: MerchantScope, link: NewLink): Promise<void> {
  const to = link.customer?.email
  if (!to) return
  const { merchantId, mode } = scope
  const shop = (await listShopLetters(sql, [merchantId])).get(merchantId)
  if (!shop || shop.muted.includes('linkCreated')) return
  const emails = await composeEmails([
    {
      shop: { merchantId, mode },
      linkId: link.id,
      orderId: null,
      template: 'linkCreated',
      dedupeKey: `linkCreated:${link.id}`,
      to,
      letter: () => inOwnWords(linkCreated({ shop: shop.head, mode, link }), { name: 'linkCreated', shop }),
      at: link.createdAt,
    },
  ])
  await insertEmails(sql, emails)
}
