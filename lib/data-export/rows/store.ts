import 'server-only'
import { queryRows } from '@/lib/database/sql'
import { nextCondition } from '@/lib/bulk-change/target-condition'
import type { StoredTarget } from '@/lib/bulk-change/views'
import { linkStatus, type LinkFacts } from '@/lib/link/status'
import { amountOf, requireCurrency } from '@/lib/money/money'
import type { OrderFilter } from '@/lib/order/filter'
import { meantBy, nextCondition as nextOrders } from '@/lib/order/list-condition'
import { orderStatus, type OrderStatus } from '@/lib/order/status'
import { requireMethod } from '@/lib/order/store'
import type { MerchantScope } from '@/lib/shop/scope'
import type { ExportedLink, ExportedOrder } from '../views'

type After = { createdAt: Date; id: string } | null

type LinkRow = LinkFacts & Omit<ExportedLink, 'status' | 'amount' | 'currency'> & { amount: bigint; currency: string }

/** The next rows by keyset, newest first: whatever their number, a batch costs the same. */
export async function listLinksToExport(scope: MerchantScope, { target, after, limit, at }: { target: StoredTarget; after: After; limit: number; at: Date }): Promise<ExportedLink[]> {
  const rows = await queryRows<LinkRow>`
    SELECT id, created_at AS "createdAt", order_id AS "orderId", coalesce(title, items->0->>'name', order_id) AS name, slug, amount, currency,
      used_count AS "usedCount", held_count AS "heldCount", usage_limit AS "usageLimit", state, starts_at AS "startsAt", expires_at AS "expiresAt", items, description,
      nullif(trim(concat(customer->>'firstName', ' ', customer->>'lastName')), '') AS "customerName",
      nullif(customer->>'phone', '') AS "customerPhone", nullif(customer->>'email', '') AS "customerEmail"
    FROM links
    WHERE ${nextCondition(scope, target, { after, at })}
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`
  return rows.map((row) => ({ ...row, amount: amountOf(row.amount), currency: requireCurrency(row.currency), status: linkStatus(row, at) }))
}

type OrderRow = Omit<ExportedOrder, 'amount' | 'refundedAmount' | 'currency' | 'paymentMethod'> & {
  amount: bigint
  refundedAmount: bigint
  currency: string
  paymentMethod: string
  status: OrderStatus
}

export async function listOrdersToExport(scope: MerchantScope, { filter, after, limit, at }: { filter: OrderFilter; after: After; limit: number; at: Date }): Promise<ExportedOrder[]> {
  const next = nextOrders(scope, await meantBy(scope, filter), { after, at })
  const rows = await queryRows<OrderRow>`
    SELECT o.id, o.created_at AS "createdAt", o.order_id AS "orderId", o.status, o.amount, o.currency, o.payment_method AS "paymentMethod", o.refunded_amount AS "refundedAmount",
      l.order_id AS "linkOrderId", coalesce(l.title, l.items->0->>'name', l.order_id) AS "linkName", o.customer_name AS "customerName", o.customer_phone AS "customerPhone",
      o.customer_email AS "customerEmail", o.items, o.paid_at AS "paidAt", o.expires_at AS "expiresAt", o.shipped_at AS "shippedAt"
    FROM (
      SELECT * FROM orders
      WHERE ${next}
      ORDER BY created_at DESC, id DESC LIMIT ${limit}
    ) AS o JOIN links l ON l.id = o.link_id
    ORDER BY o.created_at DESC, o.id DESC`
  return rows.map((row) => ({
    ...row, amount: amountOf(row.amount), refundedAmount: amountOf(row.refundedAmount), currency: requireCurrency(row.currency), paymentMethod: requireMethod(row.paymentMethod),
    status: orderStatus(row, at),
  }))
}
