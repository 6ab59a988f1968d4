import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import { insertJobs } from '@/lib/job/enqueue'
import type { MerchantScope } from '@/lib/shop/scope'
import { DEFAULT_REMINDERS, type Reminders } from './schema'

export async function findReminders(scope: MerchantScope): Promise<Reminders> {
  const [row] = await queryRows<Reminders>`
    SELECT link_ending_hours AS "linkEndingHours", unpaid_order_hours AS "unpaidOrderHours", warns_orders AS "warnsOrders"
    FROM reminder_settings WHERE merchant_id = ${scope.merchantId}::uuid`
  return row ?? DEFAULT_REMINDERS
}

export async function upsertReminders(scope: MerchantScope, { linkEndingHours, unpaidOrderHours, warnsOrders }: Reminders, at: Date): Promise<void> {
  await execute`
    INSERT INTO reminder_settings (merchant_id, link_ending_hours, unpaid_order_hours, warns_orders, updated_at)
    VALUES (${scope.merchantId}::uuid, ${linkEndingHours}, ${unpaidOrderHours}, ${warnsOrders}, ${at})
    ON CONFLICT (merchant_id) DO UPDATE SET link_ending_hours = excluded.link_ending_hours, unpaid_order_hours = excluded.unpaid_order_hours,
      warns_orders = excluded.warns_orders, updated_at = excluded.updated_at`
}

/** Both modes, so that the indexes that begin with shop and mode are walked. */
const modes = Prisma.sql`(VALUES ('test'::mode), ('live'::mode)) AS modes (mode)`

/**
 * Writes the reminders of links that end soon for a named customer who has not paid and is not paying, and
 * their jobs, whoever's they are: only the clock asks. Not for who was told of the link since the reminder
 * was due, or is to be told yet; not again when the end is moved a little.
 * @returns how many were written
 */
export async function insertLinkReminders({ at, limit }: { at: Date; limit: number }): Promise<number> {
  return await execute`
    WITH written AS (
      INSERT INTO link_messages (id, merchant_id, mode, link_id, channel, kind, "to", scheduled_at, is_timed, dedupe_key, created_at)
      SELECT gen_random_uuid(), l.merchant_id, l.mode, l.id, 'email', 'ending', l.customer->>'email', ${at}, false,
        'ending:' || l.id || ':' || extract(epoch FROM l.expires_at)::bigint, ${at}
      FROM reminder_settings r CROSS JOIN ${modes} JOIN links l ON l.merchant_id = r.merchant_id AND l.mode = modes.mode
      WHERE r.link_ending_hours IS NOT NULL AND l.state = 'active' AND l.expires_at > ${at} AND l.expires_at <= ${at}::timestamptz + r.link_ending_hours * interval '1 hour'
        AND l.used_count = 0 AND l.held_count = 0 AND (l.starts_at IS NULL OR l.starts_at <= ${at}) AND coalesce(l.customer->>'email', '') <> ''
        AND l.created_at < l.expires_at - r.link_ending_hours * interval '1 hour'
        AND NOT EXISTS (
          SELECT 1 FROM link_messages m WHERE m.link_id = l.id AND (
            (m.kind = 'link' AND (m.state = 'scheduled' OR (m.state <> 'cancelled' AND m.scheduled_at >= l.expires_at - r.link_ending_hours * interval '1 hour')))
            OR (m.kind = 'ending' AND m.created_at > ${at}::timestamptz - r.link_ending_hours * interval '1 hour')))
      ORDER BY l.expires_at LIMIT ${limit}
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING id
    )
    ${insertJobs('link-message', Prisma.sql`SELECT jsonb_build_object('messageId', id::text) AS data FROM written`)}`
}

/** The events that placed orders which are unpaid for as long as their shop says, and of which nothing was said since, whoever's they are. */
export async function listUnpaidOrders(sql: Sql, { at, limit }: { at: Date; limit: number }): Promise<string[]> {
  const rows = await sql.queryRows<{ eventId: bigint }>`
    SELECT e.id AS "eventId"
    FROM reminder_settings r CROSS JOIN ${modes} JOIN orders o ON o.merchant_id = r.merchant_id AND o.mode = modes.mode
    JOIN order_events e ON e.order_id = o.id AND e.type = 'placed'
    WHERE r.unpaid_order_hours IS NOT NULL AND o.status = 'pending' AND o.created_at <= ${at}::timestamptz - r.unpaid_order_hours * interval '1 hour'
      AND o.expires_at > ${at} AND o.payment_method <> 'cod' AND o.customer_email IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM email_messages m WHERE m.dedupe_key IN ('paymentReminder:' || o.id, 'expiryWarning:' || o.id))
    ORDER BY o.created_at LIMIT ${limit}`
  return rows.map(({ eventId }) => String(eventId))
}
