import pg from 'pg'
import type { ScaleShop } from './scale-questions'

const PAGE = 50

/** What is asked of a shop's links and orders, as they are in its database. */
export async function lookAt(databaseUrl: string, known: Pick<ScaleShop, 'scope' | 'prefix' | 'links'>): Promise<ScaleShop> {
  const { encodeCursor } = await import('@/lib/platform/cursor')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const merchantId = known.scope.merchantId
    const far = async (table: 'links' | 'orders') => {
      const { rows: [counted] } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE merchant_id = $1`, [merchantId])
      const before = Math.min(9_999 * PAGE, Math.max(0, (counted?.count ?? 0) - PAGE)) - 1
      const { rows: [row] } = await client.query<{ id: string; createdAt: Date }>(
        `SELECT id, created_at AS "createdAt" FROM ${table} WHERE merchant_id = $1 AND mode = 'test' ORDER BY created_at DESC, id DESC OFFSET $2 LIMIT 1`, [merchantId, Math.max(0, before)])
      return row ? encodeCursor(row) : ''
    }
    const linkOf = async (number: number) => (await client.query<{ id: string }>('SELECT id FROM links WHERE slug = $1', [`${known.prefix}-${number}`])).rows[0]?.id ?? ''
    const { rows: [order] } = await client.query<{ orderId: string; phone: string }>(
      `SELECT order_id AS "orderId", customer_phone AS phone FROM orders WHERE merchant_id = $1 AND mode = 'test' ORDER BY created_at OFFSET 1500 LIMIT 1`, [merchantId])
    return {
      ...known, farLink: await far('links'), farOrder: await far('orders'), ordinary: await linkOf(Math.floor(known.links / 2) + 3), busiest: await linkOf(1),
      orderId: order?.orderId ?? '', phone: order?.phone ?? '',
    }
  } finally {
    await client.end()
  }
}

/** The shop that an earlier run filled, with `-- --keep`. */
export async function findFilled(databaseUrl: string, prefix: string): Promise<{ userId: string; merchantId: string } | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ userId: string; merchantId: string }>(
      `SELECT m.user_id AS "userId", m.merchant_id AS "merchantId" FROM links l JOIN members m ON m.merchant_id = l.merchant_id WHERE l.slug = $1`, [`${prefix}-1`])
    return rows[0]
  } finally {
    await client.end()
  }
}
