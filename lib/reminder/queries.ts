import 'server-only'
import type { ReminderLetter } from '@/lib/email/texts/letters'
import type { MerchantScope } from '@/lib/shop/scope'
import { findReminders } from './store'

export { findReminders } from './store'

/** Which letters of the clock a shop's customers are sent. */
export async function findSentReminders(scope: MerchantScope): Promise<Record<ReminderLetter, boolean>> {
  const { linkEndingHours, unpaidOrderHours, warnsOrders } = await findReminders(scope)
  return { linkReminder: linkEndingHours !== null, paymentReminder: unpaidOrderHours !== null, expiryWarning: warnsOrders }
}
