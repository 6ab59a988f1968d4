import type { LinkFilter } from '@/lib/link/filter'
import type { OrderFilter } from '@/lib/order/filter'
import type { MerchantScope } from '@/lib/shop/scope'

/** One of the two shops that are compared. */
export type ScaleShop = {
  scope: MerchantScope
  prefix: string
  links: number
  /** An ordinary link, and the one that sells most. */
  ordinary: string
  busiest: string
  /** The last row before page 10,000, or of a small shop before its last page. */
  farLink: string
  farOrder: string
  /** Of an order in the middle. */
  orderId: string
  phone: string
}

/**
 * What is asked, by action over HTTP and by the same query in this process.
 * @property fullPage of a list: what fills a page in either shop. Of a search it is a search too.
 */
export type Question = { name: string; action: string; path: string; input(shop: ScaleShop): unknown; fullPage?: unknown; ask(shop: ScaleShop, at: Date): Promise<unknown> }

const { findHome } = await import('@/lib/home/queries')
const { listLinks, countLinks, findLinkReport } = await import('@/lib/link/queries')
const { listOrders } = await import('@/lib/order/queries')
const { findAnything } = await import('@/lib/palette/queries')
const { LINK_STATUSES } = await import('@/lib/link/filter')
const { ORDER_STATUSES, ORDER_GROUPS } = await import('@/lib/order/filter')

const EMPTY = { q: undefined, status: undefined, cursor: undefined }
const links = (name: string, filter: (shop: ScaleShop) => Partial<LinkFilter>, fullPage: Partial<LinkFilter> = {}): Question => ({
  name: `links: ${name}`, action: 'listLinksAction', path: '/links', input: filter, fullPage, ask: (shop, at) => listLinks(shop.scope, { ...EMPTY, ...filter(shop) }, at),
})
const orders = (name: string, filter: (shop: ScaleShop) => Partial<OrderFilter>, fullPage: Partial<OrderFilter> = {}): Question => ({
  name: `orders: ${name}`, action: 'listOrdersAction', path: '/orders', input: filter, fullPage,
  ask: (shop, at) => listOrders(shop.scope, { ...EMPTY, method: undefined, link: undefined, ...filter(shop) }, at),
})
const COMMON_ITEM = { q: 'kerudung' }
const COMMON_NAME = { q: 'sari' }
const searchLinks = (name: string, filter: (shop: ScaleShop) => Partial<LinkFilter>): Question => links(`search ${name}`, filter, COMMON_ITEM)
const searchOrders = (name: string, filter: (shop: ScaleShop) => Partial<OrderFilter>): Question => orders(`search ${name}`, filter, COMMON_NAME)
const details = (name: string, id: (shop: ScaleShop) => string): Question => ({
  name: `link: ${name}`, action: 'findLinkAction', path: '/links', input: (shop) => ({ id: id(shop) }), ask: (shop, at) => findLinkReport(shop.scope, id(shop), at),
})
const palette = (name: string, q: (shop: ScaleShop) => string): Question => ({
  name: `palette: ${name}`, action: 'findAnythingAction', path: '/home', input: (shop) => ({ q: q(shop) }), ask: (shop, at) => findAnything(shop.scope, q(shop), at),
})
const middle = ({ links: count }: ScaleShop) => Math.floor(count / 2) + 3

export const QUESTIONS: readonly Question[] = [
  links('first page', () => ({})),
  links('page 10,000', ({ farLink }) => ({ cursor: farLink })),
  { name: 'links: counts', action: 'countLinksAction', path: '/links', input: () => ({}), ask: ({ scope }, at) => countLinks(scope, at) },
  ...LINK_STATUSES.map((status) => links(`status ${status}`, () => ({ status }))),
  searchLinks('an order ID', (shop) => ({ q: `${shop.prefix.toUpperCase()}-${middle(shop)}` })),
  searchLinks('a part of an ID that few have', (shop) => ({ q: `${shop.prefix.slice(1)}-${middle(shop)}` })),
  searchLinks('an item that many have', () => COMMON_ITEM),
  searchLinks('an item that few have', () => ({ q: 'kaligrafi krem' })),
  searchLinks('a part of a word', () => ({ q: 'ukis' })),
  searchLinks('what nothing has', () => ({ q: 'zanzibar' })),
  searchLinks('two letters', () => ({ q: 'ro' })),
  searchLinks('two letters that nothing has', () => ({ q: 'qz' })),
  searchLinks('among the deleted', () => ({ q: 'batik', status: 'deleted' })),
  searchLinks('a common item among the scheduled', () => ({ q: 'kerudung', status: 'scheduled' })),
  searchLinks('a common item among the expired', () => ({ q: 'kerudung', status: 'expired' })),
  searchLinks('an item, page 10,000', ({ farLink }) => ({ q: 'kopi gayo', cursor: farLink })),
  orders('first page', () => ({})),
  orders('page 10,000', ({ farOrder }) => ({ cursor: farOrder })),
  ...[...ORDER_STATUSES, ...(Object.keys(ORDER_GROUPS) as (keyof typeof ORDER_GROUPS)[])].map((status) => orders(`status ${status}`, () => ({ status }))),
  orders('status not_completed, page 10,000', ({ farOrder }) => ({ status: 'not_completed', cursor: farOrder })),
  orders('method QRIS', () => ({ method: 'other_qris' })),
  orders('method Alfamart', () => ({ method: 'alfamart' })),
  orders('method that nobody used', () => ({ method: 'custom' })),
  orders('paid late by Alfamart', () => ({ method: 'alfamart', status: 'paid_late' })),
  orders('refunded, by a method that nobody used', () => ({ method: 'custom', status: 'paid' })),
  orders('of one link', ({ ordinary }) => ({ link: ordinary })),
  orders('of the busiest link', ({ busiest }) => ({ link: busiest })),
  orders('denied, of the busiest link', ({ busiest }) => ({ link: busiest, status: 'denied' })),
  searchOrders('an order ID', ({ orderId }) => ({ q: orderId })),
  searchOrders("a link's order ID", (shop) => ({ q: `${shop.prefix.toUpperCase()}-${middle(shop)}` })),
  searchOrders('a part of an order ID', ({ orderId }) => ({ q: orderId.slice(2) })),
  searchOrders('the middle of an order ID', ({ orderId }) => ({ q: orderId.slice(4, -4) })),
  searchOrders('the last digits of an order ID', ({ orderId }) => ({ q: orderId.slice(-6) })),
  searchOrders('a customer', () => ({ q: 'citra firmansyah' })),
  searchOrders('a first name', () => COMMON_NAME),
  searchOrders('a phone number', ({ phone }) => ({ q: phone })),
  searchOrders('a phone number, written otherwise', ({ phone }) => ({ q: `+62 ${phone.slice(1, 4)}-${phone.slice(4, 8)}-${phone.slice(8)}` })),
  searchOrders('the beginning of a phone number', ({ phone }) => ({ q: phone.slice(0, 7) })),
  searchOrders('the last digits of a phone number', ({ phone }) => ({ q: phone.slice(-4) })),
  searchOrders('a part of a word', () => ({ q: 'ligra' })),
  searchOrders('what nothing has', () => ({ q: 'zanzibar' })),
  searchOrders('two letters that nothing has', () => ({ q: 'qz' })),
  searchOrders('among the denied', () => ({ q: 'citra', status: 'denied' })),
  searchOrders('a customer among the not completed', () => ({ q: 'citra firmansyah', status: 'not_completed' })),
  searchOrders('a customer, page 10,000', ({ farOrder }) => ({ q: 'citra firmansyah', cursor: farOrder })),
  palette('a customer', () => 'citra firmansyah'),
  palette('a phone number', ({ phone }) => phone),
  { name: 'home', action: 'findHomeAction', path: '/home', input: () => ({}), ask: (shop, at) => findHome(shop.scope, { timeZone: 'Asia/Jakarta', at }) },
  details('details', ({ ordinary }) => ordinary),
  details('details of the busiest', ({ busiest }) => busiest),
]
