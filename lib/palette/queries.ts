import 'server-only'
import { listLinks } from '@/lib/link/queries'
import { listOrders } from '@/lib/order/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { customersOf } from './rules'
import type { Found } from './views'

const SHOWN = 5

/** Links, orders and customers that a text may mean, by the searches of the lists. */
export async function findAnything(scope: MerchantScope, q: string, at: Date): Promise<Found> {
  const [{ links }, { orders, next }] = await Promise.all([listLinks(scope, { q }, at), listOrders(scope, { q }, at)])
  return {
    links: links.slice(0, SHOWN).map(({ id, name, orderId }) => ({ id, name, orderId })),
    orders: orders.slice(0, SHOWN).map(({ id, orderId, customerName, linkName, amount, currency, status }) => ({ id, orderId, customerName, linkName, amount, currency, status })),
    customers: customersOf(orders, q).slice(0, SHOWN),
    isCut: next !== null,
  }
}
