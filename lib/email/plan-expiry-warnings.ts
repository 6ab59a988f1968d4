import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { findOrderEvents } from '@/lib/notification/store'
import { composeEmails } from './compose-email'
import { expiryWarning } from './letters/customer-letters'
import { insertEmails, listOrdersToWarnAbout } from './store'
import { inOwnWords } from './texts/own-words'
import { listShopLetters } from './texts/store'

/** Reminds customers whose time to pay is almost over, once each; not those who pay when it is brought. @returns whether there may be more */
export async function planExpiryWarnings({ at, limit }: { at: Date; limit: number }): Promise<boolean> {
  return await inTransaction(async (sql) => {
    const eventIds = await listOrdersToWarnAbout(sql, { at, limit })
    const orders = eventIds.length > 0 ? await findOrderEvents(sql, eventIds) : []
    const shops = await listShopLetters(sql, [...new Set(orders.map(({ merchant }) => merchant.id))])
    const emails = await composeEmails(
      orders.map((facts) => ({
        shop: { merchantId: facts.merchant.id, mode: facts.mode },
        linkId: facts.link.id,
        orderId: facts.order.id,
        template: 'expiryWarning',
        dedupeKey: `expiryWarning:${facts.order.id}`,
        to: facts.order.customer.email,
        letter: () => inOwnWords(expiryWarning(facts), { name: 'expiryWarning', shop: shops.get(facts.merchant.id) }),
        at,
      })),
    )
    // Orders that cannot be reminded come again with the next sweep: they must not keep this one going.
    return (await insertEmails(sql, emails)) > 0 && eventIds.length === limit
  })
}
