import 'server-only'
import { queryRows } from '@/lib/database/sql'
import { amountOf } from '@/lib/money/money'
import type { RefundView } from '@/lib/refund/views'

type Row = Omit<RefundView, 'amount'> & { amount: bigint }

/**
 * Every refund of an order, newest first, with who asked for it and what became of the letter about it. By id: for who has checked whose order it is.
 * A letter is written by a job, moments after the refund: until then it is on its way, unless the shop sends none.
 */
export async function listRefunds(orderId: string, at: Date): Promise<RefundView[]> {
  const rows = await queryRows<Row>`
    SELECT r.id, r.refund_key AS "refundKey", r.amount, r.reason, r.channel, r.state, r.failure, r.created_at AS "createdAt", r.completed_at AS "completedAt",
      u.email AS by,
      coalesce(m.state::text, CASE WHEN r.completed_at > ${at}::timestamptz - interval '1 minute' AND o.customer_email IS NOT NULL AND NOT 'refund' = ANY(shop.muted_letters) THEN 'pending' END) AS letter
    FROM refunds r JOIN orders o ON o.id = r.order_id JOIN merchants shop ON shop.id = o.merchant_id LEFT JOIN users u ON u.id = r.actor_id
      LEFT JOIN order_events e ON e.order_id = r.order_id AND e.refund_id = r.id
      LEFT JOIN email_messages m ON m.order_id = r.order_id AND m.template = 'refund' AND m.dedupe_key = 'event:' || e.id || ':refund:' || m."to"
    WHERE r.order_id = ${orderId}::uuid ORDER BY r.created_at DESC, r.id DESC`
  return rows.map((row) => ({ ...row, amount: amountOf(row.amount) }))
}
