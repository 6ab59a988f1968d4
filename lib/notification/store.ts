import 'server-only'
import { Prisma } from '@/lib/database/client'
import type { Sql } from '@/lib/database/sql'
import type { LinkItem } from '@/lib/link/views'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { requireMethod } from '@/lib/order/store'
import type { OrderStatus } from '@/lib/order/status'
import type { OrderActor } from '@/lib/order/views'
import { instructionsSchema } from '@/lib/payment/instructions'
import type { Mode } from '@/lib/shop/scope'
import type { OrderEventFacts, RefundFacts } from './facts'

type Row = {
  eventId: bigint
  type: string
  from: OrderStatus | null
  to: OrderStatus
  actor: OrderActor
  reason: string | null
  at: Date
  mode: Mode
  merchant: OrderEventFacts['merchant']
  link: OrderEventFacts['link']
  id: string
  orderId: string
  token: string
  amount: bigint
  uniqueCode: number
  currency: string
  items: LinkItem[]
  paymentMethod: string
  instructions: unknown
  customerName: string
  customerEmail: string | null
  customerPhone: string | null
  locale: string
  expiresAt: Date
  createdAt: Date
  paidAt: Date | null
  refundedAmount: bigint
  refundId: string | null
  refunds: RefundJson[]
}

/** {@link RefundFacts} as the database writes it into JSON. */
export type RefundJson = Omit<RefundFacts, 'createdAt' | 'completedAt'> & { createdAt: string; completedAt: string | null }

/**
 * What went back of the order `o`, oldest first, as a list of {@link RefundJson}.
 * @param until a condition on `past`, its events; none: everything
 */
export const refundsOfOrder = (until: Prisma.Sql = Prisma.empty) => Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'key', r.refund_key, 'amount', r.amount, 'reason', r.reason,
    'channel', r.channel, 'createdAt', r.created_at, 'completedAt', r.completed_at) ORDER BY past.id)
  FROM order_events past JOIN refunds r ON r.id = past.refund_id WHERE past.order_id = o.id ${until}
), '[]')`

export const refundFactsOf = ({ createdAt, completedAt, ...refund }: RefundJson): RefundFacts => ({
  ...refund, createdAt: new Date(createdAt), completedAt: completedAt === null ? null : new Date(completedAt),
})

/** The events of these ids, oldest first, whoever's they are: only jobs ask. */
export async function findOrderEvents(sql: Sql, eventIds: readonly string[]): Promise<OrderEventFacts[]> {
  const rows = await sql.queryRows<Row>`
    SELECT e.id AS "eventId", e.type, e."from", e."to", e.actor, e.reason, e.at, o.mode,
      jsonb_build_object('id', m.id, 'name', m.name, 'slug', m.slug, 'locale', m.locale, 'timeZone', m.time_zone, 'phone', m.phone) AS merchant,
      jsonb_build_object('id', l.id, 'orderId', l.order_id, 'slug', l.slug, 'name', coalesce(l.title, l.items->0->>'name', l.order_id),
        'notificationUrls', l.notification_urls, 'customFields', l.custom_fields, 'metadata', l.metadata, 'hasCustomer', l.customer IS NOT NULL) AS link,
      o.id, o.order_id AS "orderId", o.token, o.amount, o.unique_code AS "uniqueCode", o.currency, o.items, o.payment_method AS "paymentMethod", o.instructions,
      o.customer_name AS "customerName", o.customer_email AS "customerEmail", o.customer_phone AS "customerPhone", o.locale,
      o.expires_at AS "expiresAt", o.created_at AS "createdAt", CASE WHEN o.paid_at <= e.at THEN o.paid_at END AS "paidAt",
      coalesce((SELECT sum(amount) FROM order_events past WHERE past.order_id = o.id AND past.id <= e.id AND past.type = 'refund'), 0)::bigint AS "refundedAmount",
      e.refund_id AS "refundId",
      ${refundsOfOrder(Prisma.sql`AND past.id <= e.id`)} AS refunds
    FROM order_events e JOIN orders o ON o.id = e.order_id JOIN links l ON l.id = o.link_id JOIN merchants m ON m.id = o.merchant_id
    WHERE e.id = ANY(${eventIds.map(BigInt)}::bigint[]) ORDER BY e.id`
  return rows.map(factsOf)
}

function factsOf(row: Row): OrderEventFacts {
  const { eventId, type, from, to, actor, reason, at, merchant, mode, link } = row
  const refunds = row.refunds.map(refundFactsOf)
  return {
    eventId: String(eventId), type, from, to, actor, reason, at, merchant, mode, link,
    order: {
      id: row.id,
      orderId: row.orderId,
      token: row.token,
      amount: amountOf(row.amount),
      uniqueCode: row.uniqueCode,
      currency: requireCurrency(row.currency),
      items: row.items,
      paymentMethod: requireMethod(row.paymentMethod),
      instructions: instructionsSchema.parse(row.instructions),
      customer: { name: row.customerName, email: row.customerEmail, phone: row.customerPhone },
      locale: row.locale,
      expiresAt: row.expiresAt,
      createdAt: row.createdAt,
      paidAt: row.paidAt,
      refundedAmount: amountOf(row.refundedAmount),
    },
    refund: refunds.find(({ id }) => id === row.refundId) ?? null,
    refunds,
  }
}
