import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { Mode } from '@/lib/shop/scope'
import { composeEmails } from './compose-email'
import { endpointDisabled } from './letters/seller-letters'
import { findLetterhead, insertEmails, listSellerAddresses } from './store'

type DisabledEndpoint = {
  merchantId: string
  mode: Mode
  endpointId: string
  url: string
  /** `gone` or `failing` */
  reason: string
  at: Date
}

/** Tells the shop's owners that a webhook was switched off, in the transaction that does it. Once for each time. */
export async function planEndpointDisabledEmail(sql: Sql, { merchantId, mode, endpointId, url, reason, at }: DisabledEndpoint): Promise<void> {
  const shop = await findLetterhead(sql, merchantId)
  if (!shop) return
  const addresses = (await listSellerAddresses(sql, [merchantId])).get(merchantId) ?? []
  const emails = await composeEmails(
    addresses.map((to) => ({
      shop: { merchantId, mode },
      linkId: null,
      orderId: null,
      template: 'endpointDisabled',
      dedupeKey: `endpointDisabled:${endpointId}:${at.getTime()}:${to}`,
      to,
      letter: () => endpointDisabled({ shop, mode, url, reason, at }),
      at,
    })),
  )
  await insertEmails(sql, emails)
}
