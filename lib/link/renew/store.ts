import 'server-only'
import { queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkFacts } from '../status'

export type RenewableLink = LinkFacts & { id: string; periodBegan: Date }

export async function findRenewable(scope: MerchantScope, id: string): Promise<RenewableLink | null> {
  const [row] = await queryRows<RenewableLink>`
    SELECT id, state, starts_at AS "startsAt", expires_at AS "expiresAt", usage_limit AS "usageLimit", used_count AS "usedCount", held_count AS "heldCount",
      greatest(created_at, starts_at, (SELECT max(at) FROM link_events WHERE link_id = links.id AND type = 'renewed')) AS "periodBegan"
    FROM links WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`
  return row ?? null
}

export type OpenedAgain = { usageLimit: number | null; expiresAt: Date | null; at: Date }

/**
 * Opens a link again under its address, as long as it still is what was decided on: a second tap, or a
 * customer who pays late at that moment, adds no places twice.
 * @returns whether it was renewed
 */
export async function openAgain(scope: MerchantScope, seen: RenewableLink, { usageLimit, expiresAt, at }: OpenedAgain): Promise<boolean> {
  const renewed = await queryRows<{ id: string }>`
    WITH renewed AS (
      UPDATE links SET state = 'active', usage_limit = ${usageLimit}::int, expires_at = ${expiresAt}::timestamptz, updated_at = ${at}, version = version + 1
      WHERE id = ${seen.id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
        AND state = ${seen.state}::link_state AND usage_limit IS NOT DISTINCT FROM ${seen.usageLimit}::int AND used_count = ${seen.usedCount}
        AND expires_at IS NOT DISTINCT FROM ${seen.expiresAt}::timestamptz
      RETURNING id, merchant_id
    ), written AS (
      INSERT INTO link_events (merchant_id, link_id, type, actor_id, at) SELECT merchant_id, id, 'renewed', ${scope.userId}, ${at} FROM renewed
    )
    SELECT id FROM renewed`
  return renewed.length > 0
}
