import 'server-only'
import type { Sql } from '@/lib/database/sql'
import { composeEmails } from './compose-email'
import { receivingAccountChanged } from './letters/seller-letters'
import { findLetterhead, insertEmails, listSellerAddresses } from './store'

type ChangedAccount = {
  merchantId: string
  accountId: string
  /** Where money went, in a line; null for a new account. */
  before: string | null
  now: string
  at: Date
}

/** Tells the shop's owners that customers pay to something else from now on, in the transaction that does it: a stranger at their browser is found out. */
export async function planAccountEmail(sql: Sql, { merchantId, accountId, before, now, at }: ChangedAccount): Promise<void> {
  const shop = await findLetterhead(sql, merchantId)
  if (!shop) return
  const addresses = (await listSellerAddresses(sql, [merchantId])).get(merchantId) ?? []
  const emails = await composeEmails(
    addresses.map((to) => ({
      shop: { merchantId, mode: 'live' },
      linkId: null,
      orderId: null,
      template: 'receivingAccountChanged',
      dedupeKey: `receivingAccountChanged:${accountId}:${at.getTime()}:${to}`,
      to,
      letter: () => receivingAccountChanged({ shop, before, now, at }),
      at,
    })),
  )
  await insertEmails(sql, emails)
}
