import { plainAmount, type Cell } from '@/lib/table-file/cells'
import type { LinkItem } from '@/lib/link/views'
import type { LinkColumn, OrderColumn } from './schema'
import type { ExportedLink, ExportedOrder } from './views'

/** What a file says in the seller's language. */
export type ExportWords = {
  linkStatus: (status: ExportedLink['status']) => string
  orderStatus: (status: ExportedOrder['status']) => string
  method: (method: ExportedOrder['paymentMethod']) => string
  url: (slug: string) => string
}

/** Unlimited usage is an empty cell; amounts are plain numbers with the currency beside them. */
const LINK_CELLS = {
  orderId: ({ orderId }) => orderId,
  name: ({ name }) => name,
  url: ({ slug }, { url }) => url(slug),
  status: ({ status }, { linkStatus }) => linkStatus(status),
  amount: ({ amount, currency }) => plainAmount(amount, currency),
  currency: ({ currency }) => currency,
  usedCount: ({ usedCount }) => usedCount,
  usageLimit: ({ usageLimit }) => usageLimit,
  customerName: ({ customerName }) => customerName,
  customerPhone: ({ customerPhone }) => customerPhone,
  customerEmail: ({ customerEmail }) => customerEmail,
  items: ({ items }) => itemsText(items),
  description: ({ description }) => description,
  startsAt: ({ startsAt }) => startsAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  createdAt: ({ createdAt }) => createdAt,
} as const satisfies Record<LinkColumn, (link: ExportedLink, words: ExportWords) => Cell>

const ORDER_CELLS = {
  orderId: ({ orderId }) => orderId,
  status: ({ status }, { orderStatus }) => orderStatus(status),
  amount: ({ amount, currency }) => plainAmount(amount, currency),
  currency: ({ currency }) => currency,
  paymentMethod: ({ paymentMethod }, { method }) => method(paymentMethod),
  refundedAmount: ({ refundedAmount, currency }) => plainAmount(refundedAmount, currency),
  linkOrderId: ({ linkOrderId }) => linkOrderId,
  linkName: ({ linkName }) => linkName,
  customerName: ({ customerName }) => customerName,
  customerPhone: ({ customerPhone }) => customerPhone,
  customerEmail: ({ customerEmail }) => customerEmail,
  items: ({ items }) => itemsText(items),
  createdAt: ({ createdAt }) => createdAt,
  paidAt: ({ paidAt }) => paidAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  shippedAt: ({ shippedAt }) => shippedAt,
} as const satisfies Record<OrderColumn, (order: ExportedOrder, words: ExportWords) => Cell>

export const linkCells = (link: ExportedLink, columns: readonly LinkColumn[], words: ExportWords): Cell[] => columns.map((column) => LINK_CELLS[column](link, words))
export const orderCells = (order: ExportedOrder, columns: readonly OrderColumn[], words: ExportWords): Cell[] => columns.map((column) => ORDER_CELLS[column](order, words))

const itemsText = (items: readonly LinkItem[]): string => items.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ')
