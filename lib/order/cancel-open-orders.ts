import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import { announce } from './announce'
import { countOpenOrders, listOpenOrders, type OpenOrder } from './store'

export type CancelledOrders = {
  cancelled: number
  /** Names of the customers whose money was quicker. */
  paid: string[]
  /** Open ones beyond the bound, or placed meanwhile. */
  left: number
}

/** So many at once that a popular link takes seconds, so few that the database has room for customers. */
const AT_ONCE = 8
/** One request's work. */
const AT_MOST = 400

/**
 * The seller closes a link and gives up on the orders that are still open. Each is decided on its
 * own: one that is paid at that very moment stays paid, and is told by name.
 */
export async function cancelOpenOrders(scope: MerchantScope, linkId: string, at: Date): Promise<CancelledOrders> {
  const waiting = await listOpenOrders(scope, { linkId, at, limit: AT_MOST })
  const cancelled: OpenOrder[] = []
  const paid: OpenOrder[] = []
  const cancelOne = async (order: OpenOrder) => {
    const { kind } = await announce({ orderId: order.id, news: 'cancel', actor: 'seller', actorId: scope.userId, at })
    if (kind === 'applied') cancelled.push(order)
    if (kind === 'impossible') paid.push(order)
  }
  for (let first = 0; first < waiting.length; first += AT_ONCE) {
    await Promise.all(waiting.slice(first, first + AT_ONCE).map(cancelOne))
  }
  return { cancelled: cancelled.length, paid: paid.map(({ customerName }) => customerName), left: await countOpenOrders(scope, linkId, at) }
}
