import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'

/**
 * Writes down that a seller looked for the money of an order that had ended, and found none: it stays
 * as it was, so no job follows from it. Who calls has checked that the order is theirs, and locked it.
 * @returns the event's id
 */
export async function insertRejectionOfEnded(on: Sql, { userId }: MerchantScope, { orderId, reason, at }: { orderId: string; reason: string; at: Date }): Promise<string> {
  const [event] = await on.queryRows<{ id: bigint }>`
    INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, actor_id, reason, at)
    SELECT merchant_id, id, 'reject', status, status, 'seller', ${userId}, ${reason}, ${at} FROM orders WHERE id = ${orderId}::uuid RETURNING id`
  if (!event) throw new Error(`order ${orderId} went away under its lock`)
  return String(event.id)
}
