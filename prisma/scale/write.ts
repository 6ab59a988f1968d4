import type pg from 'pg'
import { FIRST_NAMES, GOODS, LAST_NAMES, VARIANTS } from './catalogue'

/** Turns the plan into rows, as lib/link/store.ts, lib/checkout/hold/store.ts, lib/order/store.ts and lib/refund/store.ts write them. */

type Shop = { merchantId: string; userId: string | null; prefix: string; at: Date }

export async function writeLinks(client: pg.Client, { merchantId, userId, prefix, at }: Shop): Promise<void> {
  await client.query(
    `INSERT INTO links (id, merchant_id, mode, order_id, slug, amount, items, usage_limit, used_count, held_count, state, starts_at, expires_at, search_text,
       last_order_ms, created_at, updated_at, deleted_at)
     SELECT pg_temp.row_id(made, md5($1::text || 'link' || n)), $1::text::uuid, 'test', order_id, slug, price, jsonb_build_array(jsonb_build_object('name', name, 'price', price, 'quantity', 1)),
       CASE WHEN used > 0 AND held = 0 AND pg_temp.pick(n, 10, 100) < 20 THEN used WHEN pg_temp.pick(n, 11, 10) < 5 THEN NULL ELSE used + held + 1 + pg_temp.pick(n, 12, 40) END,
       used, held, CASE WHEN fate IN ('deleted', 'paused') THEN fate ELSE 'active' END::link_state, pg_temp.moment(starts), pg_temp.moment(ends),
       lower(order_id || ' ' || slug || ' ' || name), coalesce(last_ms, 0), pg_temp.moment(made), pg_temp.moment(coalesce(closed, made)),
       CASE WHEN fate = 'deleted' THEN pg_temp.moment(closed) END
     FROM (
       SELECT planned_links.*, coalesce(used, 0) AS used, coalesce(held, 0) AS held, last_ms,
         upper($2::text) || '-' || n AS order_id, lower($2::text) || '-' || n AS slug,
         good->>0 || ' ' || ($4::text[])[1 + pg_temp.pick(n, 9, ${VARIANTS.length})] AS name, (good->>1)::bigint AS price
       FROM planned_links
       CROSS JOIN LATERAL (SELECT $3::text::jsonb->floor(${GOODS.length} * power(pg_temp.pick(n, 8, 10000) / 10000.0::float8, 2))::int AS good) AS sold
       LEFT JOIN (
         SELECT n, count(*) FILTER (WHERE status IN ('paid', 'refunded', 'partially_refunded'))::int AS used,
           count(*) FILTER (WHERE status = 'pending')::int AS held, max(ms) AS last_ms
         FROM planned_orders GROUP BY n
       ) AS counted USING (n)
     ) AS named ORDER BY n`,
    [merchantId, prefix, JSON.stringify(GOODS), VARIANTS],
  )
  await client.query(
    `INSERT INTO link_events (merchant_id, link_id, type, actor_id, at)
     SELECT $1, id, event, $2, CASE WHEN event = 'created' THEN created_at ELSE updated_at END
     FROM links CROSS JOIN (VALUES ('created', NULL::link_state), ('paused', 'paused'), ('deleted', 'deleted')) AS kind (event, after)
     WHERE merchant_id = $1 AND (after IS NULL OR after = state) AND created_at <= $3 ORDER BY created_at`,
    [merchantId, userId, at],
  )
}

export async function writeOrders(client: pg.Client, { merchantId, userId, prefix }: Shop): Promise<void> {
  await client.query(
    `INSERT INTO orders (id, merchant_id, mode, link_id, order_id, token, submission_id, status, amount, fee_amount, refunded_amount, refund_claimed_amount, took_place,
       currency, items, payment_method, instructions, customer_name, customer_email, customer_phone, search_text, locale, expires_at, paid_at, created_at, updated_at)
     SELECT pg_temp.row_id(ms, md5($1::text || 'order' || k)), $1::text::uuid, 'test', link_id, order_id,
       translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'), gen_random_uuid(), status::order_status, amount,
       CASE WHEN paid IS NULL THEN 0 ELSE amount * 7 / 1000 END, refunded, refunded, paid IS NOT NULL AND status <> 'paid_late',
       'IDR', items, method, instructions, name, email, phone, lower(concat_ws(' ', order_id, name, email, phone, items->0->>'name')), 'id',
       pg_temp.moment(expires), pg_temp.moment(paid), pg_temp.moment(ms), pg_temp.moment(coalesce(paid, ended, ms))
     FROM (
       SELECT planned_orders.*, links.id AS link_id, links.items, amount, links.order_id || '-' || ms AS order_id,
         CASE status WHEN 'refunded' THEN amount WHEN 'partially_refunded' THEN (amount + 1) / 2 ELSE 0 END AS refunded,
         first || ' ' || last AS name, lower(first || '.' || last) || pg_temp.pick(k, 22, 1000) || '@example.com' AS email,
         '08' || lpad(pg_temp.pick(k, 23, 1000000000)::text, 10, '1') AS phone,
         CASE WHEN method LIKE '%\\_va' THEN jsonb_build_object('kind', 'virtualAccount', 'number', '8808' || lpad(k::text, 12, '0'))
              WHEN method = 'echannel' THEN jsonb_build_object('kind', 'bill', 'billerCode', '70012', 'billKey', lpad(k::text, 12, '0'))
              WHEN method = 'credit_card' THEN jsonb_build_object('kind', 'card')
              WHEN method IN ('indomaret', 'alfamart') THEN jsonb_build_object('kind', 'storeCode', 'code', lpad(k::text, 14, '0'))
              ELSE jsonb_build_object('kind', 'qr', 'payload', 'TEST.' || k) END AS instructions
       FROM planned_orders
       CROSS JOIN LATERAL (SELECT ($3::text[])[1 + pg_temp.pick(k, 20, ${FIRST_NAMES.length})] AS first, ($4::text[])[1 + pg_temp.pick(k, 21, ${LAST_NAMES.length})] AS last) AS person
       JOIN links ON links.merchant_id = $1::text::uuid AND links.order_id = upper($2::text) || '-' || n
     ) AS named ORDER BY ms`,
    [merchantId, prefix, FIRST_NAMES, LAST_NAMES],
  )
  await client.query(
    `INSERT INTO refunds (id, merchant_id, mode, order_id, refund_key, amount, currency, reason, channel, state, actor_id, created_at, completed_at)
     SELECT gen_random_uuid(), merchant_id, mode, id, 'seed', refunded_amount, currency, 'Barang habis', 'rail', 'succeeded', $2, updated_at + interval '10 seconds', updated_at + interval '20 seconds'
     FROM orders WHERE merchant_id = $1 AND refunded_amount > 0`,
    [merchantId, userId],
  )
}

/** After the orders and refunds: what happened to them, step by step, and where the money went. */
export async function writeHistory(client: pg.Client, merchantId: string): Promise<void> {
  const event = (select: string, where: string) =>
    client.query(`INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, at) SELECT merchant_id, id, ${select} FROM orders WHERE merchant_id = $1 AND ${where} ORDER BY created_at`, [merchantId])
  await event(`'placed', NULL::order_status, 'pending'::order_status, 'customer', created_at`, 'true')
  await event(`'expire', 'pending', 'expired', 'clock', expires_at`, `status IN ('expired', 'paid_late')`)
  await event(`'cancel', 'pending', 'cancelled', 'seller', updated_at`, `status = 'cancelled'`)
  await event(`'deny', 'pending', 'denied', 'rail', updated_at`, `status = 'denied'`)
  await event(`'settle', 'expired', 'paid_late', 'rail', paid_at`, `status = 'paid_late'`)
  await event(`'settle', 'pending', 'paid', 'rail', paid_at`, 'took_place')
  await client.query(
    `INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, actor_id, reason, amount, refund_id, at)
     SELECT r.merchant_id, r.order_id, 'refund', 'paid', o.status, 'seller', actor_id, reason, r.amount, r.id, completed_at
     FROM refunds r JOIN orders o ON o.id = r.order_id WHERE r.merchant_id = $1`,
    [merchantId],
  )
  await client.query(
    `INSERT INTO ledger_transfers (merchant_id, mode, order_id, debit, credit, amount, currency, at)
     SELECT merchant_id, mode, id, way.debit::ledger_account, way.credit::ledger_account, way.amount, currency, paid_at
     FROM orders CROSS JOIN LATERAL (VALUES
       ('customer', 'order', amount), ('order', 'merchant', amount - fee_amount), ('order', 'fee', fee_amount)
     ) AS way (debit, credit, amount) WHERE merchant_id = $1 AND paid_at IS NOT NULL AND way.amount > 0 ORDER BY created_at`,
    [merchantId],
  )
  await client.query(
    `INSERT INTO ledger_transfers (merchant_id, mode, order_id, refund_id, debit, credit, amount, currency, at)
     SELECT merchant_id, mode, order_id, id, way.debit::ledger_account, way.credit::ledger_account, amount, currency, completed_at
     FROM refunds CROSS JOIN (VALUES ('merchant', 'refund'), ('refund', 'customer')) AS way (debit, credit) WHERE merchant_id = $1`,
    [merchantId],
  )
}
