import 'server-only'
import { Prisma } from '@/lib/database/client'
import { rowsOf, unseenId, unseenOwner } from '@/lib/database/kept-plan'
import { queryRows } from '@/lib/database/sql'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { requireMethod } from '@/lib/order/store'
import { readNumbers } from '@/lib/rollup/numbers/store'
import type { MerchantScope } from '@/lib/shop/scope'
import { conversionOf, type HomePeriod } from './rules'
import type { BestLink, Conversion, DayCounts, ExpiringLink } from './views'

const BEST = 5
const EXPIRING = 5
const SOON_MS = 3 * 86_400_000
const HOUR_MS = 3_600_000

/** @property nth the day's place in the period, from 1 */
type DayRow = Pick<DayCounts, 'started' | 'paid' | 'open'> & { nth: number; currency: string; method: string; amount: bigint; openAmount: bigint }
type BestRow = { id: string; name: string; currency: string; opened: number; started: number; paid: number; amount: bigint }

/** The days of a period by currency and method. */
export async function findDays(scope: MerchantScope, period: HomePeriod, at: Date): Promise<DayCounts[]> {
  // In most time zones days begin with an hour, and a week has a quarter as many of these to be added up.
  const isByHour = [...period.starts, period.until].every((moment) => moment.getTime() % HOUR_MS === 0)
  const isInside = (moment: Prisma.Sql) => Prisma.sql`${moment} >= (SELECT ${period.from}::timestamptz) AND ${moment} < (SELECT ${period.until}::timestamptz)`
  const rows = await readNumbers<DayRow>(scope, at, ({ rest, due }) => Prisma.sql`
    SELECT width_bucket(at, (SELECT ${period.starts}::timestamptz[])) AS nth, currency, payment_method AS method, sum(started)::int AS started, sum(paid)::int AS paid,
      sum(paid_amount - refunded_amount)::bigint AS amount, sum(open)::int AS open, sum(open_amount)::bigint AS "openAmount"
    FROM (
      SELECT at, currency, payment_method, started, paid, paid_amount, refunded_amount, open, open_amount FROM ${Prisma.raw(isByHour ? 'hour_rollup' : 'order_rollup')}
      WHERE ${unseenOwner(scope)} AND ${isInside(Prisma.sql`at`)}
      UNION ALL SELECT at, currency, payment_method, started, paid, paid_amount, refunded_amount, open, open_amount FROM (${rest()}) AS rest WHERE ${isInside(Prisma.sql`at`)}
      UNION ALL SELECT created_at, currency, payment_method, 0, 0, 0, 0, -1, -price FROM (${due}) AS due WHERE ${isInside(Prisma.sql`created_at`)}
    ) AS parts GROUP BY 1, 2, 3`)
  return rows.map(({ nth, currency, method, amount, openAmount, ...row }) => ({
    ...row, day: period.days[nth - 1] ?? '', currency: requireCurrency(currency), method: requireMethod(method), amount: amountOf(amount), openAmount: amountOf(openAmount),
  }))
}

/** The links that were paid most often since they were made. */
export async function findBestLinks(scope: MerchantScope, at: Date): Promise<BestLink[]> {
  const rows = await readNumbers<BestRow>(scope, at, ({ rest }) => Prisma.sql`
    WITH rest AS MATERIALIZED (
      SELECT link_id, currency, sum(started) AS started, sum(paid) AS paid, sum(paid_amount - refunded_amount) AS amount FROM (${rest()}) AS rest GROUP BY link_id, currency
    ), candidates AS (
      (SELECT r.link_id, r.currency FROM link_rollup r JOIN links l ON l.id = r.link_id
        WHERE r.merchant_id = ${unseenId(scope.merchantId)} AND r.mode = (SELECT ${scope.mode}::mode) AND r.paid > 0 AND l.state <> 'deleted' ORDER BY r.paid DESC, r.link_id LIMIT ${rowsOf(BEST)})
      UNION SELECT link_id, currency FROM rest
    ), summed AS (
      SELECT link_id, currency, coalesce(r.started, 0) + coalesce(rest.started, 0) AS started, coalesce(r.paid, 0) + coalesce(rest.paid, 0) AS paid,
        coalesce(r.paid_amount - r.refunded_amount, 0) + coalesce(rest.amount, 0) AS amount
      FROM candidates LEFT JOIN link_rollup r USING (link_id, currency) LEFT JOIN rest USING (link_id, currency)
    )
    SELECT l.id, coalesce(l.title, l.items->0->>'name', l.order_id) AS name, s.currency, coalesce(p.opened, 0)::int AS opened, s.started::int, s.paid::int, s.amount::bigint
    FROM summed s JOIN links l ON l.id = s.link_id LEFT JOIN link_openings p ON p.link_id = s.link_id
    WHERE s.paid > 0 AND l.state <> 'deleted' ORDER BY s.paid DESC, s.link_id LIMIT ${rowsOf(BEST)}`)
  return rows
    .toSorted((one, other) => other.paid - one.paid || one.id.localeCompare(other.id))
    .map(({ id, name, currency, amount, ...steps }) => ({ id, name, currency: requireCurrency(currency), amount: amountOf(amount), ...conversionOf(steps) }))
}

/** How far those came who were sent this link. The link must be this merchant's: null when it is not. */
export async function findConversion(scope: MerchantScope, linkId: string, at: Date): Promise<Conversion | null> {
  const [row] = await readNumbers<Conversion>(scope, at, ({ rest }) => Prisma.sql`
    SELECT coalesce(p.opened, 0)::int AS opened, coalesce(sum(s.started), 0)::int AS started, coalesce(sum(s.paid), 0)::int AS paid
    FROM links l LEFT JOIN link_openings p ON p.link_id = l.id LEFT JOIN (
      SELECT link_id, started, paid FROM link_rollup WHERE link_id = ${unseenId(linkId)}
      UNION ALL SELECT link_id, started, paid FROM (${rest(Prisma.sql`AND o.link_id = ${unseenId(linkId)}`)}) AS rest
    ) AS s ON s.link_id = l.id
    WHERE l.id = ${unseenId(linkId)} AND l.merchant_id = ${unseenId(scope.merchantId)} AND l.mode = (SELECT ${scope.mode}::mode) GROUP BY l.id, p.opened`)
  return row ? conversionOf(row) : null
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
