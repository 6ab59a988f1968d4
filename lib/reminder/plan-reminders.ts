import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { composeEmails } from '@/lib/email/compose-email'
import { paymentReminder } from '@/lib/email/letters/reminder-letters'
import { insertEmails } from '@/lib/email/store'
import { inOwnWords } from '@/lib/email/texts/own-words'
import { listShopLetters } from '@/lib/email/texts/store'
import { findOrderEvents } from '@/lib/notification/store'
import { insertLinkReminders, listUnpaidOrders } from './store'

type Sweep = { at: Date; limit: number }

/** Reminds customers of links that end soon, once each. Whether they have paid is looked at again when it is sent. @returns whether there may be more */
export async function planLinkReminders({ at, limit }: Sweep): Promise<boolean> {
  return (await insertLinkReminders({ at, limit })) === limit
}

/** Reminds customers of orders that they have not paid for a while, once each. @returns whether there may be more */
export async function planPaymentReminders({ at, limit }: Sweep): Promise<boolean> {
  return await inTransaction(async (sql) => {
    const eventIds = await listUnpaidOrders(sql, { at, limit })
    const orders = eventIds.length > 0 ? await findOrderEvents(sql, eventIds) : []
    const shops = await listShopLetters(sql, [...new Set(orders.map(({ merchant }) => merchant.id))])
    const emails = await composeEmails(
      orders.map((facts) => ({
        shop: { merchantId: facts.merchant.id, mode: facts.mode },
        linkId: facts.link.id,
        orderId: facts.order.id,
        template: 'paymentReminder',
        dedupeKey: `paymentReminder:${facts.order.id}`,
        to: facts.order.customer.email,
        letter: () => inOwnWords(paymentReminder(facts), { name: 'paymentReminder', shop: shops.get(facts.merchant.id) }),
        at,
      })),
    )
    // Orders that cannot be reminded come again with the next sweep: they must not keep this one going.
    return (await insertEmails(sql, emails)) > 0 && eventIds.length === limit
  })
}
