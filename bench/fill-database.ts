import pg from 'pg'
import { withoutIndexes } from '../prisma/scale/indexes'

export const LINKS = 100_000

/** The bench's links by their number. */
export const slugOf = (number: number): string => `bench-${number}`

/**
 * 100,000 links of one shop with an old order each, and as many rows in the bare servers' own tables. Written with plain
 * SQL: this is a bench's world, not the product's way in.
 */
export async function fillDatabase(databaseUrl: string, merchantId: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await insertLinks(client, { merchantId, count: LINKS, name: 'bench' })
    // Orders too: what PostgreSQL plans for an empty table it keeps while the table fills.
    await client.query(`
      INSERT INTO orders (id, merchant_id, mode, link_id, order_id, token, submission_id, status, amount, currency, items, payment_method, instructions,
        customer_name, customer_phone, search_text, locale, expires_at, created_at, updated_at)
      SELECT gen_random_uuid(), merchant_id, mode, id, order_id || '-1', substr(md5(id::text), 1, 22), gen_random_uuid(), 'expired', amount, currency, items,
        'bca_va', '{"kind":"virtualAccount","number":"00018123456"}', 'Sari Wulandari', '081234567890', lower(order_id) || '-1 sari wulandari', 'id',
        created_at + interval '1 day', created_at, created_at FROM links;
      INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, at)
      SELECT merchant_id, orders.id, news.type, news."from"::order_status, news."to"::order_status, news.actor, orders.created_at
      FROM orders CROSS JOIN (VALUES ('placed', NULL, 'pending', 'customer'), ('expire', 'pending', 'expired', 'clock')) AS news (type, "from", "to", actor);
    `)
    await client.query(`
      CREATE TABLE bare_links (id bigserial PRIMARY KEY, order_id text, slug text NOT NULL UNIQUE, title text NOT NULL, amount bigint NOT NULL, currency text DEFAULT 'IDR',
        usage_limit int, used int NOT NULL DEFAULT 0, held int NOT NULL DEFAULT 0, state text DEFAULT 'active', expires_at timestamptz, created_at timestamptz NOT NULL DEFAULT now()) WITH (fillfactor = 75);
      CREATE TABLE bare_orders (id bigserial PRIMARY KEY, token text NOT NULL UNIQUE, link_id bigint NOT NULL REFERENCES bare_links, amount bigint NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX ON bare_links (created_at DESC, id DESC);
      INSERT INTO bare_links (order_id, slug, title, amount, created_at) SELECT 'BENCH-' || n, 'bench-' || n, 'Kerudung voal ' || n, 85000, now() - n * interval '1 second' FROM generate_series(1, ${LINKS}) AS n;
      INSERT INTO bare_orders (token, link_id, amount) SELECT md5(id::text), id, amount FROM bare_links;
    `)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

type Filling = {
  merchantId: string
  count: number
  /** Order IDs are this in capitals and a number, addresses this and a number. */
  name: string
}

/** Links of one more shop. */
export async function fillLinks(databaseUrl: string, filling: Filling): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    if (filling.count > LINKS) {
      await client.query('BEGIN')
      await withoutIndexes(client, ['links'], () => insertLinks(client, filling))
      await client.query('COMMIT')
    } else {
      await insertLinks(client, filling)
    }
    await client.query('VACUUM ANALYZE links')
  } finally {
    await client.end()
  }
}

async function insertLinks(client: pg.Client, { merchantId, count, name }: Filling): Promise<void> {
  await client.query(
    `INSERT INTO links (id, merchant_id, mode, order_id, slug, amount, items, usage_limit, search_text, created_at, updated_at)
     SELECT gen_random_uuid(), $1, 'test', upper($2::text) || '-' || n, $2 || '-' || n, 85000,
       jsonb_build_array(jsonb_build_object('name', word || ' ' || n, 'price', 85000, 'quantity', 1)),
       NULL, lower($2 || '-' || n || ' ' || $2 || '-' || n || ' ' || word || ' ' || n), at, at
     FROM (SELECT n, (ARRAY['Kerudung voal','Brownies panggang','Kaos komunitas','Sepatu kets','Hampers','Kopi Gayo','Tas anyaman','Nastar toples'])[1 + n % 8] AS word,
             now() - n * interval '1 second' AS at FROM generate_series(1, $3::int) AS n) AS numbered`,
    [merchantId, name, count],
  )
}
