import type pg from 'pg'
import { PAYMENT_METHODS } from '@/lib/payment/methods'
import { METHOD_SHARES } from './catalogue'

export type Sizes = { links: number; orders: number }

/** Links were made over this long; so were their orders. */
const DAYS = 400

/**
 * Decides, in temporary tables, what each link and order of a shop will be: the same shop every time, since who buys what
 * comes from hashing its number. Orders come first, because a link's counters and limit follow from them.
 *
 * Of the links 2.5 % are paused, 1.7 % deleted, 0.3 % have not begun, a quarter ends after days or weeks. Seven orders of ten
 * are spread over all links, the others over every thousandth, of which the first sells most. Of the orders six in ten are
 * paid, some of those refunded; those of the last hours are still waiting.
 */
export async function planShop(client: pg.Client, { links, orders }: Sizes, at: Date): Promise<void> {
  await client.query(`
    CREATE FUNCTION pg_temp.pick(number bigint, salt bigint, below int) RETURNS int LANGUAGE sql IMMUTABLE AS
      'SELECT ((hashint8extended(number, salt) & 9223372036854775807) % below)::int';
    -- A UUID of version 7, as lib/platform/ids.ts makes it.
    CREATE FUNCTION pg_temp.row_id(ms bigint, hash text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
      $$SELECT (lpad(to_hex(ms), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid$$;
    CREATE FUNCTION pg_temp.moment(ms bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
      $$SELECT timestamptz 'epoch' + ms * interval '1 millisecond'$$`)
  await client.query(planLinks, [links, at.getTime()])
  await client.query(methods, [JSON.stringify(methodTable())])
  await client.query(planOrders, [links, orders, at.getTime()])
  await client.query('ANALYZE planned_links; ANALYZE planned_orders')
}

/** Each method as often as its share says. */
const methodTable = () =>
  Object.entries(METHOD_SHARES).flatMap(([method, share]) =>
    Array.from({ length: share }, () => ({ method, lifetime: PAYMENT_METHODS[method as keyof typeof METHOD_SHARES].lifetimeMinutes * 60_000 })),
  )

const methods = `
  CREATE TEMP TABLE planned_methods ON COMMIT DROP AS
  SELECT (number - 1)::int AS number, method->>'method' AS method, (method->>'lifetime')::bigint AS lifetime
  FROM jsonb_array_elements($1::text::jsonb) WITH ORDINALITY AS each (method, number)`

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Every 331st has not begun, and sells nothing. */
const BEGINS_LATER = 'n % 331 = 7'

/** `last` is when the latest order can have come. All times in milliseconds since 1970. */
const planLinks = `
  CREATE TEMP TABLE planned_links ON COMMIT DROP AS
  SELECT n, made, ends, fate, closed, starts,
    greatest(made + 600000, least($2::bigint - 120000, made + 60 * ${DAY}::bigint, ends - 60000, closed - 60000)) AS last
  FROM (
    SELECT n, made, fate,
      CASE WHEN fate = 'timed' THEN made + (3 + pg_temp.pick(n, 2, 42)) * ${DAY}::bigint END AS ends,
      CASE WHEN fate IN ('deleted', 'paused') THEN least(made + 40 * ${DAY}::bigint, $2::bigint - 1800000) END AS closed,
      CASE WHEN fate = 'later' THEN $2::bigint + (1 + pg_temp.pick(n, 3, 30)) * ${DAY}::bigint END AS starts
    FROM (
      SELECT n, $2::bigint - ${HOUR} - ((($1::bigint - n)::float8 / $1::bigint) * ${DAYS * DAY}::float8)::bigint AS made,
        CASE WHEN ${BEGINS_LATER} THEN 'later' WHEN lot < 17 THEN 'deleted' WHEN lot < 42 THEN 'paused' WHEN lot < 300 THEN 'timed' ELSE 'open' END AS fate
      FROM (SELECT n, pg_temp.pick(n, 1, 1000) AS lot FROM generate_series(1, $1::bigint) AS n) AS drawn
    ) AS fated
  ) AS dated`

/** Multiples of the golden ratio never come close to each other, so no two orders of a link share a millisecond. */
const GOLDEN = 0.618033988749895

const planOrders = `
  CREATE TEMP TABLE planned_orders ON COMMIT DROP AS
  SELECT k, n, ms, status, method, ms + lifetime AS expires,
    CASE WHEN status = 'paid_late' THEN ms + lifetime + 600000 WHEN status IN ('paid', 'refunded', 'partially_refunded') THEN ms + answered END AS paid,
    CASE WHEN status = 'pending' THEN NULL WHEN status IN ('expired', 'paid_late') THEN ms + lifetime ELSE ms + answered END AS ended
  FROM (
    SELECT k, n, ms, method, lifetime, least(answered, $3::bigint - ms - 30000) AS answered, CASE
      WHEN lot < 5000 AND ms > $3::bigint - 20 * ${HOUR} AND method LIKE '%\\_va' THEN 'pending'
      WHEN lot < 6100 THEN 'paid' WHEN lot < 6150 THEN 'refunded' WHEN lot < 6180 THEN 'partially_refunded'
      WHEN lot < 6190 AND ms + lifetime + 600000 < $3::bigint THEN 'paid_late'
      WHEN lot BETWEEN 6190 AND 6379 THEN 'denied' WHEN lot BETWEEN 6380 AND 6999 OR ms + lifetime >= $3::bigint THEN 'cancelled' ELSE 'expired' END AS status
    FROM (
      SELECT k, n, made + 30000 + (((k * ${GOLDEN}::float8) - floor(k * ${GOLDEN}::float8)) * (last - made - 30000))::bigint AS ms,
        method, lifetime, pg_temp.pick(k, 5, 10000) AS lot, (60 + pg_temp.pick(k, 6, 540)) * 1000::bigint AS answered
      FROM (
        SELECT k, CASE WHEN ${BEGINS_LATER} THEN n - 1 ELSE n END AS n FROM (
          SELECT k, CASE WHEN k <= $2::bigint * 0.7 THEN 1 + k % $1::bigint
            ELSE 1 + 1000 * floor(greatest(1, $1::bigint / 1000) * power(pg_temp.pick(k, 4, 1000000) / 1000000.0::float8, 1.5))::bigint END AS n
          FROM generate_series(1, $2::bigint) AS k
        ) AS chosen
      ) AS assigned JOIN planned_links USING (n) JOIN planned_methods ON number = pg_temp.pick(k, 7, 100)
    ) AS placed
  ) AS fated`
