import 'server-only'
import { Prisma } from '@/lib/database/client'
import { queryRows } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkFacts, LinkState } from '../status'
import type { LinkFieldChange } from '../views'

export type RenewableLink = LinkFacts & { id: string; version: number; periodBegan: Date }

const columns = Prisma.sql`id, version, state, starts_at AS "startsAt", expires_at AS "expiresAt", usage_limit AS "usageLimit", used_count AS "usedCount", held_count AS "heldCount"`

/** A renewal that began after the link's end was taken back: it says nothing of how long its periods are. */
export async function findRenewable(scope: MerchantScope, id: string): Promise<RenewableLink | null> {
  const [row] = await queryRows<RenewableLink>`
    SELECT ${columns}, greatest(created_at, starts_at, (
        SELECT max(at) FROM link_events WHERE link_id = links.id AND type = 'renewed' AND (links.expires_at IS NULL OR at < links.expires_at)
      )) AS "periodBegan"
    FROM links WHERE id = ${id}::uuid AND ${owned(scope)}`
  return row ?? null
}

export type RenewedLink = LinkFacts & {
  id: string
  version: number
  /** What its newest renewal changed; null where there was none. */
  changes: LinkFieldChange[] | null
}

/** @returns null for another shop's link */
export async function findRenewed(scope: MerchantScope, id: string): Promise<RenewedLink | null> {
  const [row] = await queryRows<RenewedLink>`
    SELECT ${columns}, renewal.changes
    FROM links LEFT JOIN LATERAL (SELECT changes FROM link_events WHERE link_id = links.id AND type = 'renewed' ORDER BY id DESC LIMIT 1) renewal ON true
    WHERE links.id = ${id}::uuid AND ${owned(scope)}`
  return row ?? null
}

/** What a link is to be; what was `seen` of it must still be so, and the places that are taken must fit. */
export type Reopening = {
  seen: LinkFacts & { id: string; version: number }
  state: LinkState
  usageLimit: number | null
  expiresAt: Date | null
  /** What the history says. `closed`: the renewal was taken back. */
  events: readonly ('renewed' | 'closed' | 'paused')[]
  changes: readonly LinkFieldChange[]
  at: Date
}

/**
 * Writes it as long as the link still is what was decided on: a second tap, or a customer who pays late
 * at that moment, adds no places twice. The row itself decides, while it is locked.
 * @returns the link's version from then on; null where it was not written
 */
export async function reopen(scope: MerchantScope, { seen, state, usageLimit, expiresAt, events, changes, at }: Reopening): Promise<number | null> {
  const [written] = await queryRows<{ version: number }>`
    WITH renewed AS (
      UPDATE links SET state = ${state}::link_state, usage_limit = ${usageLimit}::int, expires_at = ${expiresAt}::timestamptz, updated_at = ${at}, version = version + 1
      WHERE id = ${seen.id}::uuid AND ${owned(scope)} AND version = ${seen.version}
        AND state = ${seen.state}::link_state AND usage_limit IS NOT DISTINCT FROM ${seen.usageLimit}::int AND used_count = ${seen.usedCount}
        AND (${usageLimit}::int IS NULL OR used_count + held_count <= ${usageLimit}::int)
        AND expires_at IS NOT DISTINCT FROM ${seen.expiresAt}::timestamptz
      RETURNING id, merchant_id, version
    ), told AS (
      INSERT INTO link_events (merchant_id, link_id, type, actor_id, at, changes)
      SELECT merchant_id, id, type, ${scope.userId}, ${at}, CASE type WHEN 'renewed' THEN ${JSON.stringify(changes)}::jsonb END
      FROM renewed CROSS JOIN unnest(${[...events]}::varchar[]) AS type
    )
    SELECT version FROM renewed`
  return written?.version ?? null
}

const owned = ({ merchantId, mode }: MerchantScope) => Prisma.sql`merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode`
