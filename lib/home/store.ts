import 'server-only'
import { Prisma } from '@/lib/database/client'
import { queryRows } from '@/lib/database/sql'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { requireMethod } from '@/lib/order/store'
import { counted } from '@/lib/rollup/store'
import type { MerchantScope } from '@/lib/shop/scope'
import { conversionOf, type HomePeriod } from './rules'
import type { BestLink, Conversion, DayCounts, ExpiringLink, OpenCounts } from './views'

/** More open orders than this are not counted while somebody waits. */
export const COUNTED_OPEN = 5_000
const BEST = 5
const EXPIRING = 5
const SOON_MS = 3 * 86_400_000

/** @property nth the day's place in the period, from 1 */
type DayRow = Pick<DayCounts, 'started' | 'paid'> & { nth: number; currency: string; method: string; amount: bigint }
type BestRow = { id: string; name: string; currency: string; opened: number; started: number; paid: number; amount: bigint }

/** The days of a period by currency and method, and the links that were paid most often since they were made. */
export async function findCounts(scope: MerchantScope, period: HomePeriod): Promise<{ counts: DayCounts[]; best: BestLink[] }> {
  return await counted(async (sql, rest) => {
    const days = await sql.queryRows<DayRow>`
      SELECT width_bucket(at, ${period.starts}::timestamptz[]) AS nth, currency, payment_method AS method, sum(started)::int AS started, sum(paid)::int AS paid,
        sum(paid_amount - refunded_amount)::bigint AS amount
      FROM (
        SELECT at, currency, payment_method, started, paid, paid_amount, refunded_amount FROM order_rollup WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
        UNION ALL SELECT at, currency, payment_method, started, paid, paid_amount, refunded_amount FROM (${rest()}) AS rest
      ) AS both_parts
      WHERE at >= ${period.from} AND at < ${period.until} GROUP BY 1, 2, 3`
    const best = await sql.queryRows<BestRow>`
      WITH rest AS MATERIALIZED (
        SELECT link_id, currency, sum(started) AS started, sum(paid) AS paid, sum(paid_amount - refunded_amount) AS amount FROM (${rest()}) AS rest GROUP BY link_id, currency
      ), candidates AS (
        (SELECT r.link_id, r.currency FROM link_rollup r JOIN links l ON l.id = r.link_id
          WHERE r.merchant_id = ${scope.merchantId}::uuid AND r.mode = ${scope.mode}::mode AND r.paid > 0 AND l.state <> 'deleted' ORDER BY r.paid DESC, r.link_id LIMIT ${BEST})
        UNION SELECT link_id, currency FROM rest
      ), summed AS (
        SELECT link_id, currency, coalesce(r.started, 0) + coalesce(rest.started, 0) AS started, coalesce(r.paid, 0) + coalesce(rest.paid, 0) AS paid,
          coalesce(r.paid_amount - r.refunded_amount, 0) + coalesce(rest.amount, 0) AS amount
        FROM candidates LEFT JOIN link_rollup r USING (link_id, currency) LEFT JOIN rest USING (link_id, currency)
      )
      SELECT l.id, coalesce(l.title, l.items->0->>'name', l.order_id) AS name, s.currency, coalesce(p.opened, 0)::int AS opened, s.started::int, s.paid::int, s.amount::bigint
      FROM summed s JOIN links l ON l.id = s.link_id LEFT JOIN link_openings p ON p.link_id = s.link_id
      WHERE s.paid > 0 AND l.state <> 'deleted' ORDER BY s.paid DESC, s.link_id LIMIT ${BEST}`
    return {
      counts: days.map(({ nth, ...row }) => ({ ...row, day: period.days[nth - 1] ?? '', currency: requireCurrency(row.currency), method: requireMethod(row.method), amount: amountOf(row.amount) })),
      best: best.map(({ id, name, currency, amount, ...steps }) => ({ id, name, currency: requireCurrency(currency), amount: amountOf(amount), ...conversionOf(steps) })),
    }
  }, scope)
}

/** How far those came who were sent this link. The link must be this merchant's: null when it is not. */
export async function findConversion(scope: MerchantScope, linkId: string): Promise<Conversion | null> {
  return await counted(async (sql, rest) => {
    const [row] = await sql.queryRows<Conversion>`
      SELECT coalesce(p.opened, 0)::int AS opened, coalesce(sum(s.started), 0)::int AS started, coalesce(sum(s.paid), 0)::int AS paid
      FROM links l LEFT JOIN link_openings p ON p.link_id = l.id LEFT JOIN (
        SELECT link_id, started, paid FROM link_rollup WHERE link_id = ${linkId}::uuid
        UNION ALL SELECT link_id, started, paid FROM (${rest(Prisma.sql`AND o.link_id = ${linkId}::uuid`)}) AS rest
      ) AS s ON s.link_id = l.id
      WHERE l.id = ${linkId}::uuid AND l.merchant_id = ${scope.merchantId}::uuid AND l.mode = ${scope.mode}::mode GROUP BY l.id, p.opened`
    return row ? conversionOf(row) : null
  }, scope)
}

type OpenRow = { currency: string; count: number; amount: bigint; todayCount: number; todayAmount: bigint }

/** Orders of a period that may still be paid, {@link COUNTED_OPEN} and one more at most. */
export async function countOpen(scope: MerchantScope, { from, today }: HomePeriod, at: Date): Promise<OpenCounts[]> {
  const rows = await queryRows<OpenRow>`
    SELECT currency, count(*)::int AS count, sum(amount)::bigint AS amount, count(*) FILTER (WHERE created_at >= ${today})::int AS "todayCount",
      coalesce(sum(amount) FILTER (WHERE created_at >= ${today}), 0)::bigint AS "todayAmount"
    FROM (
      SELECT currency, amount, created_at FROM orders
      WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND status IN ('pending', 'authorized', 'in_review') AND created_at >= ${from} AND expires_at > ${at}
      LIMIT ${COUNTED_OPEN + 1}
    ) AS open GROUP BY currency`
  return rows.map((row) => ({ ...row, currency: requireCurrency(row.currency), amount: amountOf(row.amount), todayAmount: amountOf(row.todayAmount) }))
}

/** Active links that close within three days while they still have places, the next one first. */
export async function listExpiring(scope: MerchantScope, at: Date): Promise<{ links: ExpiringLink[]; hasMore: boolean }> {
  const rows = await queryRows<ExpiringLink>`
    SELECT id, coalesce(title, items->0->>'name', order_id) AS name, expires_at AS "expiresAt" FROM links
    WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state = 'active' AND expires_at > ${at} AND expires_at <= ${new Date(at.getTime() + SOON_MS)}
      AND (usage_limit IS NULL OR used_count < usage_limit)
    ORDER BY expires_at, id LIMIT ${EXPIRING + 1}`
  return { links: rows.slice(0, EXPIRING), hasMore: rows.length > EXPIRING }
}

/** Deleted ones count: who deleted a link has made one. In an order, so that an index answers: a new shop has none, and the others have millions. */
export async function hasLinks(scope: MerchantScope): Promise<boolean> {
  const rows = await queryRows`SELECT 1 FROM links WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode ORDER BY created_at DESC, id DESC LIMIT 1`
  return rows.length > 0
}
