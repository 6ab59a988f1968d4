import 'server-only'
import { linkStanding } from '@/lib/checkout/link-standing'
import type { CheckoutLink } from '@/lib/checkout/views'
import { whatsappNumber } from '@/lib/link/whatsapp-number'
import { newRowId } from '@/lib/platform/ids'
import { isWorthWaiting } from './rules'
import { insertWaiter } from './store'

export type Joined = 'waiting' | 'phoneInvalid' | 'full' | 'notWaiting' | 'open'

/** WhatsApp numbers have at most 15 digits (ITU-T E.164). */
const NUMBER = /^[1-9]\d{6,14}$/

/**
 * A customer leaves a number to be told when a closed link takes orders again. Says the same for a
 * number that waits already: nobody learns from it who waits.
 * @param phone as typed
 */
export async function joinWaiters(link: CheckoutLink, phone: string, at: Date): Promise<Joined> {
  const { reason } = await linkStanding(link, at)
  if (reason === null) return 'open'
  if (!isWorthWaiting(reason, link)) return 'notWaiting'
  const number = whatsappNumber(phone.slice(0, 40))
  if (number === null || !NUMBER.test(number)) return 'phoneInvalid'
  return await insertWaiter({ id: newRowId(at.getTime()), linkId: link.id, phone: number, at })
}
