import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import type { LinkItem } from '@/lib/link/views'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { instructionsSchema } from '@/lib/payment/instructions'
import { isPaymentMethod, type PaymentMethod } from '@/lib/payment/methods'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import { containsPattern } from '@/lib/platform/like'
import type { MerchantScope } from '@/lib/shop/scope'
import type { OrderFilter } from './schema'
import { orderStatus, type OrderStatus } from './status'
import type { LinkOrderCounts, OrderActor, OrderDetails, OrderPage, OrderSummary, OrderTimelineEntry } from './views'

const PAGE_SIZE = 50

type SummaryRow = {
  id: string
  orderId: string
  linkId: string
  linkName: string
  status: OrderStatus
  amount: bigint
  currency: string
  paymentMethod: string
  customerName: string
  expiresAt: Date
  createdAt: Date
  paidAt: Date | null
}

/** A page of orders, newest first, by keyset. */
export async function listOrders(scope: MerchantScope, filter: OrderFilter, at: Date): Promise<OrderPage> {
  const cursor = decodeCursor(filter.cursor)
  const rows = await prisma.$queryRaw<SummaryRow[]>`
    SELECT o.id, o.order_id AS "orderId", o.link_id AS "linkId", coalesce(l.title, l.items->0->>'name') AS "linkName",
      o.status, o.amount, o.currency, o.payment_method AS "paymentMethod", o.customer_name AS "customerName",
      o.expires_at AS "expiresAt", o.created_at AS "createdAt", o.paid_at AS "paidAt"
    FROM orders o JOIN links l ON l.id = o.link_id
    WHERE o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode
      ${filter.status ? Prisma.sql`AND ${statusCondition(filter.status, at)}` : Prisma.empty}
      ${filter.method ? Prisma.sql`AND o.payment_method = ${filter.method}` : Prisma.empty}
      ${filter.link ? Prisma.sql`AND o.link_id = ${filter.link}::uuid` : Prisma.empty}
      ${filter.q ? Prisma.sql`AND o.search_text LIKE ${containsPattern(filter.q)}` : Prisma.empty}
      ${cursor ? Prisma.sql`AND (o.created_at, o.id) < (${cursor.createdAt}, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY o.created_at DESC, o.id DESC
    LIMIT ${PAGE_SIZE + 1}`
  const orders = rows.slice(0, PAGE_SIZE).map((row) => summaryOf(row, at))
  const last = orders.at(-1)
  return { orders, next: rows.length > PAGE_SIZE && last ? encodeCursor(last) : null }
}

export async function findOrder(scope: MerchantScope, id: string, at: Date): Promise<OrderDetails | null> {
  const row = await prisma.order.findFirst({
    where: { id, merchantId: scope.merchantId, mode: scope.mode },
    include: {
      link: { select: { title: true, orderId: true, items: true } },
      events: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
    },
  })
  if (!row) return null
  const { link, events, ...order } = row
  const linkName = link.title ?? (link.items as LinkItem[])[0]?.name ?? link.orderId
  return {
    ...summaryOf({ ...order, linkName }, at),
    customerEmail: order.customerEmail,
    customerPhone: order.customerPhone,
    items: order.items as LinkItem[],
    instructions: instructionsSchema.parse(order.instructions),
    expiresAt: order.expiresAt,
    linkOrderId: link.orderId,
    events: events.map(({ type, from, to, actor, reason, at: when }) => ({ type, from, to, actor: actor as OrderActor, reason, at: when })),
  }
}

/** Orders of one link by status, and what came in through it. */
export async function countOrdersOfLink(scope: MerchantScope, linkId: string, at: Date): Promise<LinkOrderCounts> {
  const rows = await prisma.$queryRaw<{ status: OrderStatus; count: number; amount: string }[]>`
    SELECT CASE WHEN status = 'pending' AND expires_at <= ${at} THEN 'expired'::order_status ELSE status END AS status,
      count(*)::int AS count, sum(amount)::text AS amount
    FROM orders WHERE merchant_id = ${scope.merchantId}::uuid AND link_id = ${linkId}::uuid
    GROUP BY 1`
  const counts: LinkOrderCounts = { pending: 0, paid: 0, denied: 0, cancelled: 0, expired: 0, paidAmount: 0 }
  for (const { status, count, amount } of rows) {
    counts[status] = count
    if (status === 'paid') counts.paidAmount = amountOf(BigInt(amount))
  }
  return counts
}

/** What last happened to a link's orders, newest first. */
export async function listRecentOrderEvents(scope: MerchantScope, linkId: string, limit: number): Promise<OrderTimelineEntry[]> {
  const rows = await prisma.$queryRaw<(Omit<OrderTimelineEntry, 'kind' | 'amount' | 'currency'> & { amount: bigint; currency: string })[]>`
    SELECT o.id, e."to", e.at, o.customer_name AS "customerName", o.payment_method AS "paymentMethod", o.amount, o.currency
    FROM (
      SELECT * FROM orders WHERE merchant_id = ${scope.merchantId}::uuid AND link_id = ${linkId}::uuid
      ORDER BY created_at DESC, id DESC LIMIT ${limit}
    ) o JOIN order_events e ON e.order_id = o.id
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`
  return rows.map((row) => ({ ...row, kind: 'order', amount: amountOf(row.amount), currency: requireCurrency(row.currency) }))
}

function summaryOf(row: SummaryRow, at: Date): OrderSummary {
  return {
    id: row.id,
    orderId: row.orderId,
    linkId: row.linkId,
    linkName: row.linkName,
    status: orderStatus(row, at),
    amount: amountOf(row.amount),
    currency: requireCurrency(row.currency),
    paymentMethod: requireMethod(row.paymentMethod),
    customerName: row.customerName,
    createdAt: row.createdAt,
    paidAt: row.paidAt,
  }
}

export function requireMethod(name: string): PaymentMethod {
  if (!isPaymentMethod(name)) throw new Error(`unknown payment method ${name}`)
  return name
}

function statusCondition(status: OrderStatus, at: Date): Prisma.Sql {
  if (status === 'pending') return Prisma.sql`o.status = 'pending' AND o.expires_at > ${at}`
  if (status === 'expired') return Prisma.sql`(o.status = 'expired' OR (o.status = 'pending' AND o.expires_at <= ${at}))`
  return Prisma.sql`o.status = ${status}::order_status`
}
