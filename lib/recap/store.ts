import 'server-only'
import { Prisma } from '@/lib/database/client'
import { queryRows } from '@/lib/database/sql'
import type { LinkItem } from '@/lib/link/views'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { wasTakenBack } from '@/lib/order/difference-condition'
import { isOfRest } from '@/lib/order/rest-condition'
import { SHIPPABLE } from '@/lib/order/rules'
import type { MerchantScope } from '@/lib/shop/scope'
import type { RecapDay } from './rules'
import type { RecapSection } from './views'

type Row = { id: string; orderId: string; customerName: string; linkName: string; items: LinkItem[]; amount: bigint; currency: string; isTakenBack: boolean; count: number; totals: { currency: string; amount: string }[] }

/** As many as somebody reads; the rest are counted and summed. */
const SHOWN = 200

/** Written out, not as parameters: only then is `orders_to_pack` known to hold them all. */
const TO_PACK = Prisma.raw(SHIPPABLE.map((status) => `'${status}'`).join(', '))

/** What came in on the day and was not sent back, in the order in which it came. */
export async function findPaid(scope: MerchantScope, { from, until }: RecapDay): Promise<RecapSection> {
  return await findSection(scope, {
    condition: Prisma.sql`paid_at >= ${from} AND paid_at < ${until} AND amount > refunded_amount`,
    by: Prisma.sql`paid_at`,
  })
}

/** Ordered by the end of the day, and open now: the newest first, whose customers may still be reached. */
export async function findUnpaid(scope: MerchantScope, { until }: RecapDay, at: Date): Promise<RecapSection> {
  return await findSection(scope, {
    condition: Prisma.sql`status IN ('pending', 'authorized', 'in_review') AND expires_at > ${at} AND created_at < ${until}`,
    by: Prisma.sql`created_at DESC`,
  })
}

/** Paid by the end of the day, or to be paid on delivery, and not shipped: who waits longest first. With what was missing of another order nothing is sent. */
export async function findToPack(scope: MerchantScope, { until }: RecapDay, at: Date): Promise<RecapSection> {
  return await findSection(scope, {
    condition: Prisma.sql`shipped_at IS NULL AND ((status IN (${TO_PACK}) AND paid_at < ${until})
      OR (payment_method = 'cod' AND status = 'pending' AND expires_at > ${at} AND created_at < ${until})) AND NOT ${isOfRest(Prisma.sql`orders.link_id`)}`,
    by: Prisma.sql`coalesce(paid_at, created_at)`,
  })
}

/** One statement: the rows that are shown, and on each of them what all rows come to, by currency. */
async function findSection(scope: MerchantScope, { condition, by }: { condition: Prisma.Sql; by: Prisma.Sql }): Promise<RecapSection> {
  const rows = await queryRows<Row>`
    WITH chosen AS (
      SELECT id, currency, amount - refunded_amount AS amount, row_number() OVER (ORDER BY ${by}, id) AS place
      FROM orders WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND ${condition}
    ), summed AS (
      SELECT sum(count)::int AS count, jsonb_agg(jsonb_build_object('currency', currency, 'amount', amount::text) ORDER BY count DESC, currency) AS totals
      FROM (SELECT currency, count(*) AS count, sum(amount) AS amount FROM chosen GROUP BY currency) AS each_currency
    )
    SELECT o.id, o.order_id AS "orderId", o.customer_name AS "customerName", coalesce(l.title, l.items->0->>'name', l.order_id) AS "linkName",
      o.items, c.amount, c.currency, ${wasTakenBack(scope, Prisma.sql`o.id`)} AS "isTakenBack", summed.count, summed.totals
    FROM chosen c JOIN orders o ON o.id = c.id JOIN links l ON l.id = o.link_id CROSS JOIN summed
    WHERE c.place <= ${SHOWN} ORDER BY c.place`
  return {
    count: rows[0]?.count ?? 0,
    totals: (rows[0]?.totals ?? []).map(({ currency, amount }) => ({ currency: requireCurrency(currency), amount: amountOf(BigInt(amount)) })),
    orders: rows.map(({ id, orderId, customerName, linkName, items, amount, currency, isTakenBack }) => ({
      id, orderId, customerName, linkName, amount: amountOf(amount), currency: requireCurrency(currency), isTakenBack, items: items.map(({ name, quantity }) => ({ name, quantity })),
    })),
  }
}
