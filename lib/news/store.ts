import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import { insertJobs } from '@/lib/job/enqueue'
import type { MerchantScope } from '@/lib/shop/scope'
import { CALLING_TYPES, type NewNews } from './news-of-event'
import { newsSchema, type NewsContent } from './schema'
import type { NewsLine } from './views'

const LINES = 20

type Row = { id: bigint; type: string; orderId: string | null; data: unknown; at: Date }

/** Writes lines that the shops do not have yet, with a job for each browser to be called, in one statement. */
export async function insertNews(sql: Sql, news: readonly NewNews[]): Promise<void> {
  await sql.execute`
    WITH written AS (
      INSERT INTO news (merchant_id, mode, type, order_id, data, dedupe_key, at)
      SELECT "merchantId", mode::mode, type, "orderId", data, "dedupeKey", at
      FROM jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
        AS line ("merchantId" uuid, mode text, type text, "orderId" uuid, data jsonb, "dedupeKey" text, at timestamptz)
      ON CONFLICT (merchant_id, dedupe_key) DO NOTHING
      RETURNING id, merchant_id, type
    )
    ${insertJobs('push', Prisma.sql`
      SELECT jsonb_build_object('newsId', written.id::text, 'subscriptionId', s.id) AS data
      FROM written JOIN push_subscriptions s ON s.merchant_id = written.merchant_id
      WHERE written.type = ANY(${CALLING_TYPES})`)}`
}

/** The bell's last lines, newest first. One query: every open page asks it again and again. */
export async function listNews(scope: MerchantScope): Promise<NewsLine[]> {
  const rows = await queryRows<Row & { isNew: boolean }>`
    SELECT n.id, n.type, n.order_id AS "orderId", n.data, n.at, n.id > coalesce(m.news_seen_id, 0) AS "isNew"
    FROM news n LEFT JOIN members m ON m.merchant_id = n.merchant_id AND m.user_id = ${scope.userId}
    WHERE n.merchant_id = ${scope.merchantId}::uuid AND n.mode = ${scope.mode}::mode
    ORDER BY n.at DESC, n.id DESC LIMIT ${LINES}`
  return rows.flatMap(({ isNew, ...row }) => {
    const content = contentOf(row)
    return content ? [{ ...content, id: String(row.id), at: row.at, isNew }] : []
  })
}

/**
 * Remembers that this seller has looked as far as a line; never moves back. By the order of writing,
 * not of happening: what is told late is still new.
 * @returns false when the shop has no such line
 */
export async function markNewsSeen(scope: MerchantScope, id: string): Promise<boolean> {
  const marked = await execute`
    UPDATE members SET news_seen_id = greatest(news_seen_id, n.id) FROM news n
    WHERE n.id = ${BigInt(id)} AND n.merchant_id = ${scope.merchantId}::uuid AND n.mode = ${scope.mode}::mode
      AND members.merchant_id = n.merchant_id AND members.user_id = ${scope.userId}`
  return marked > 0
}

/** A line by its id, whoever's it is: only jobs ask. Null when it is gone or nothing that can be said. */
export async function findNews(id: string): Promise<(NewsContent & { at: Date }) | null> {
  const [row] = await queryRows<Row>`SELECT id, type, order_id AS "orderId", data, at FROM news WHERE id = ${BigInt(id)}`
  const content = row && contentOf(row)
  return row && content ? { ...content, at: row.at } : null
}

/** Null for a line of a newer version of this program, which an older one beside it cannot say. */
function contentOf(row: Row): NewsContent | null {
  return newsSchema.safeParse(row).data ?? null
}
