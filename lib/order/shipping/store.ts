import 'server-only'
import { execute } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { SHIPPABLE } from '../rules'

/**
 * Marks an order as shipped, with its event, in one statement. Nobody else is told: no event of a
 * payment happened, so there is no job.
 * @returns whether it was one that can be shipped, and had not been
 */
export async function markShipped(scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const written = await execute`
    WITH changed AS (
      UPDATE orders SET shipped_at = ${at}, updated_at = ${at}
      WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
        AND shipped_at IS NULL AND (status = ANY(${SHIPPABLE}::order_status[]) OR (payment_method = 'cod' AND status = 'pending'))
      RETURNING id, merchant_id, status
    )
    INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, actor_id, at)
    SELECT merchant_id, id, 'ship', status, status, 'seller', ${scope.userId}, ${at} FROM changed`
  return written > 0
}

/** Takes it back, whatever became of the order since. @returns whether it was marked */
export async function unmarkShipped(scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const written = await execute`
    WITH changed AS (
      UPDATE orders SET shipped_at = NULL, updated_at = ${at}
      WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND shipped_at IS NOT NULL
      RETURNING id, merchant_id, status
    )
    INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, actor_id, at)
    SELECT merchant_id, id, 'unship', status, status, 'seller', ${scope.userId}, ${at} FROM changed`
  return written > 0
}
