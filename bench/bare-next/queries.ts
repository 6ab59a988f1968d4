import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'

/** The four operations at their barest: one prepared statement each, on tables of their own. Shared by both bare servers. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 })

type Link = { id: string; slug: string; title: string; amount: string }

export async function findLink(slug: string): Promise<Link | undefined> {
  const { rows } = await pool.query<Link>({ name: 'find', text: 'SELECT id, slug, title, amount FROM bare_links WHERE slug = $1', values: [slug] })
  return rows[0]
}

export async function insertLink(): Promise<string> {
  const slug = randomBytes(8).toString('hex')
  await pool.query({ name: 'create', text: 'INSERT INTO bare_links (slug, title, amount, usage_limit) VALUES ($1, $2, $3, 1)', values: [slug, 'Kerudung', 85_000] })
  return slug
}

/** Hold a slot and insert the order, as one statement: the product's own way. */
export async function insertOrder(slug: string): Promise<string | undefined> {
  const token = randomUUID()
  const { rowCount } = await pool.query({
    name: 'order',
    text: `WITH link AS (
        UPDATE bare_links SET held = held + 1 WHERE slug = $1 AND (usage_limit IS NULL OR used + held < usage_limit) RETURNING id, amount
      ) INSERT INTO bare_orders (token, link_id, amount) SELECT $2, id, amount FROM link`,
    values: [slug, token],
  })
  return rowCount ? token : undefined
}

/** What a list of links shows, so that the product and the bare servers send the same. */
export async function listLinks(): Promise<Link[]> {
  const { rows } = await pool.query<Link>({
    name: 'list',
    text: `SELECT id, order_id AS "orderId", slug, title, amount, currency, usage_limit AS "usageLimit", used AS "usedCount", held AS "heldCount",
      state, expires_at AS "expiresAt", created_at AS "createdAt" FROM bare_links ORDER BY created_at DESC, id DESC LIMIT 50`,
    values: [],
  })
  return rows
}

export const pageOf = (link: Link): string =>
  `<!doctype html><html><head><title>${link.title}</title></head><body><h1>${link.title}</h1><p>${link.amount}</p></body></html>`
