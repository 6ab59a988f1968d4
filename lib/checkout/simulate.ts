import 'server-only'
import { announce, type Outcome } from '@/lib/order/announce'
import { testCardOutcome } from '@/lib/payment/test-cards'
import type { CheckoutOrder } from './views'

export type SimulatedNews = 'authorize' | 'settle' | 'deny' | 'expire'

/**
 * The simulator's panel plays the bank: it settles, denies or lets a test order expire, reserves a
 * card's limit, and sends money for an order that is over.
 * @returns `impossible` for a live order: nobody plays bank with real money; and for reserving anything but a card
 */
export async function simulate(order: CheckoutOrder, news: SimulatedNews, at: Date): Promise<Outcome> {
  if (order.mode !== 'test') return { kind: 'impossible' }
  if (news === 'authorize' && order.instructions.kind !== 'card') return { kind: 'impossible' }
  return await announce({ orderId: order.id, news, actor: 'rail', reason: 'simulator', at })
}

/**
 * The simulated card form. Only published test numbers are understood; the number is compared and
 * forgotten, neither stored nor logged.
 */
export async function payWithTestCard(order: CheckoutOrder, number: string, at: Date): Promise<Outcome | { kind: 'unknownCard' }> {
  const outcome = testCardOutcome(number)
  if (order.instructions.kind !== 'card') return { kind: 'impossible' }
  if (!outcome) return { kind: 'unknownCard' }
  return await simulate(order, outcome === 'accept' ? 'settle' : 'deny', at)
}

/** The customer takes back their choice to choose another method; the place is free again. */
export async function abandonOrder(order: CheckoutOrder, at: Date): Promise<Outcome> {
  return await announce({ orderId: order.id, news: 'cancel', actor: 'customer', at })
}
