import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import { execute, queryRows } from '@/lib/database/sql'
import type { InternalNote } from '@/lib/link-message/schema'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { listReceivingAccounts } from '@/lib/receiving/store'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkFilter } from './filter'
import { meantBy, pageCondition, pageOf, statusCondition } from './list-condition'
import { openAmountOf } from './open-amount'
import { linkStatus, type LinkFacts, type LinkState, type LinkStatus } from './status'
import type { CustomerQuestions, LinkCounts, LinkDetails, LinkFieldChange, LinkItem, LinkPage, LinkSummary, LinkTimelineEntry, NotificationUrls, Redirects, SpecificCustomer } from './views'

/** Beyond this many links, counting them for the filter's badges would cost more than they tell. */
const COUNTED_LINKS = 10_000

type SummaryRow = Omit<LinkFacts, 'state'> & {
  id: string
  orderId: string
  slug: string
  title: string | null
  firstItem: string
  itemCount: number
  amount: bigint
  currency: string
  minimumAmount: bigint | null
  maximumAmount: bigint | null
  presetAmount: bigint | null
  state: LinkState
  customerName: string | null
  customerPhone: string | null
  createdAt: Date
}

const summaryColumns = Prisma.sql`
  id, order_id AS "orderId", slug, title, coalesce(items->0->>'name', order_id) AS "firstItem", jsonb_array_length(items) AS "itemCount",
  amount, currency, minimum_amount AS "minimumAmount", maximum_amount AS "maximumAmount", preset_amount AS "presetAmount", usage_limit AS "usageLimit", used_count AS "usedCount", held_count AS "heldCount", state,
  starts_at AS "startsAt", expires_at AS "expiresAt", created_at AS "createdAt",
  nullif(trim(concat(customer->>'firstName', ' ', customer->>'lastName')), '') AS "customerName", nullif(customer->>'phone', '') AS "customerPhone"`

/** A page of links, newest first; deleted ones only when asked for by status. */
export async function listLinks(scope: MerchantScope, search: LinkFilter, at: Date): Promise<LinkPage> {
  const filter = await meantBy(scope, search, at)
  const rows = await queryRows<SummaryRow>`SELECT ${summaryColumns} FROM links ${pageCondition(scope, filter, at)}`
  const { shown, next } = pageOf(rows, filter)
  return { links: shown.map((row) => summaryOf(row, at)), next }
}

/** How many links have each status; null when there are too many to count while somebody waits. */
export async function countLinks(scope: MerchantScope, at: Date): Promise<LinkCounts | null> {
  if (await hasMoreLinksThan(COUNTED_LINKS, scope)) return null
  const counted = (status: LinkStatus) => Prisma.sql`count(*) FILTER (WHERE ${statusCondition(status, at)})::int`
  const [row] = await queryRows<(LinkCounts & { total: number })>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE state <> 'deleted')::int AS "all",
      ${counted('scheduled')} AS scheduled, ${counted('active')} AS active, ${counted('paused')} AS paused,
      ${counted('expired')} AS expired, ${counted('soldOut')} AS "soldOut", ${counted('deleted')} AS deleted
    FROM (
      SELECT state, starts_at, expires_at, usage_limit, used_count FROM links
      WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode LIMIT ${COUNTED_LINKS + 1}
    ) AS newest`
  if (!row) return null
  const { total, ...counts } = row
  return total > COUNTED_LINKS ? null : counts
}

/** An index alone answers this, in a tenth of the time that reading as many links takes. */
async function hasMoreLinksThan(count: number, { merchantId, mode }: MerchantScope): Promise<boolean> {
  const beyond = await queryRows`
    SELECT created_at FROM links WHERE merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode ORDER BY created_at DESC, id DESC OFFSET ${count} LIMIT 1`
  return beyond.length > 0
}

export async function findLink(scope: MerchantScope, id: string, at: Date): Promise<LinkDetails | null> {
  const row = await prisma.link.findFirst({ where: { id, merchantId: scope.merchantId, mode: scope.mode } })
  if (!row) return null
  const off = row.accountsOff.length > 0 ? (await listReceivingAccounts(scope)).filter((account) => row.accountsOff.includes(account.id)) : []
  const items = row.items as LinkItem[]
  return {
    id: row.id,
    orderId: row.orderId,
    slug: row.slug,
    title: row.title,
    description: row.description,
    name: row.title ?? items[0]?.name ?? row.orderId,
    amount: amountOf(row.amount),
    currency: requireCurrency(row.currency),
    openAmount: openAmountOf(row),
    items,
    usageLimit: row.usageLimit,
    usedCount: row.usedCount,
    heldCount: row.heldCount,
    status: linkStatus(row, at),
    startsAt: row.startsAt,
    expiresAt: row.expiresAt,
    paymentMethods: row.paymentMethods,
    accountsOff: off.map(({ id: accountId, label }) => ({ id: accountId, label })),
    customer: row.customer as SpecificCustomer | null,
    customerQuestions: row.customerForm as CustomerQuestions | null,
    redirects: row.redirects as Redirects | null,
    notificationUrls: row.notificationUrls as NotificationUrls | null,
    customFields: row.customFields as Record<string, string> | null,
    metadata: row.metadata,
    createdAt: row.createdAt,
    deletedAt: row.deletedAt,
    internalNotes: (row.internalNotes ?? []) as InternalNote[],
  }
}

/** The newest `limit` things that were done with a link, newest first. */
export async function listLinkEvents(scope: MerchantScope, linkId: string, limit: number): Promise<LinkTimelineEntry[]> {
  const rows = await queryRows<Omit<LinkTimelineEntry, 'kind' | 'changes'> & { changes: LinkFieldChange[] | null }>`
    SELECT e.type, e.at, u.name AS "by", e.changes FROM link_events e LEFT JOIN users u ON u.id = e.actor_id
    WHERE e.link_id = ${linkId}::uuid AND e.merchant_id = ${scope.merchantId}::uuid
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`
  return rows.map(({ changes, ...event }) => ({ kind: 'link', ...event, changes: changes ?? [] }))
}

/** The link that an earlier submission of the same form made. */
export async function findLinkBySubmission(scope: MerchantScope, submissionId: string): Promise<{ id: string; slug: string; orderId: string } | null> {
  return await prisma.link.findFirst({
    where: { merchantId: scope.merchantId, mode: scope.mode, submissionId },
    select: { id: true, slug: true, orderId: true },
  })
}

export async function isOrderIdTaken(scope: MerchantScope, orderId: string): Promise<boolean> {
  const found = await prisma.link.findFirst({ where: { merchantId: scope.merchantId, mode: scope.mode, orderId }, select: { id: true } })
  return found !== null
}

/** Addresses are shared by all shops, so this one question crosses merchants; it tells no more than opening the address would. */
export async function isSlugTaken(slug: string): Promise<boolean> {
  return (await prisma.link.findUnique({ where: { slug }, select: { id: true } })) !== null
}

/**
 * Moves a link from one of `from` to `to` and writes the event, or does nothing.
 * @returns whether a link changed
 */
export async function changeLinkState(
  scope: MerchantScope,
  change: { id: string; from: LinkState[]; to: LinkState; event: LinkTimelineEntry['type']; at: Date },
): Promise<boolean> {
  const deletedAt = change.to === 'deleted' ? change.at : null
  const changed = await execute`
    WITH changed AS (
      UPDATE links SET state = ${change.to}::link_state, deleted_at = ${deletedAt}, updated_at = ${change.at}
      WHERE id = ${change.id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode
        AND state = ANY(${change.from}::link_state[])
      RETURNING id, merchant_id
    )
    INSERT INTO link_events (merchant_id, link_id, type, actor_id, at)
    SELECT merchant_id, id, ${change.event}, ${scope.userId}, ${change.at} FROM changed`
  return changed > 0
}

/** Brings a deleted link back as it was: paused if it was paused. */
export async function restoreLink(scope: MerchantScope, id: string, at: Date): Promise<boolean> {
  const changed = await execute`
    WITH changed AS (
      UPDATE links SET deleted_at = NULL, updated_at = ${at}, state = CASE (
          SELECT type FROM link_events WHERE link_id = links.id AND type IN ('paused', 'resumed', 'renewed') ORDER BY id DESC LIMIT 1
        ) WHEN 'paused' THEN 'paused'::link_state ELSE 'active'::link_state END
      WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state = 'deleted'
      RETURNING id, merchant_id
    )
    INSERT INTO link_events (merchant_id, link_id, type, actor_id, at)
    SELECT merchant_id, id, 'restored', ${scope.userId}, ${at} FROM changed`
  return changed > 0
}

function summaryOf(row: SummaryRow, at: Date): LinkSummary {
  return {
    id: row.id,
    orderId: row.orderId,
    slug: row.slug,
    name: row.title ?? row.firstItem,
    itemCount: row.itemCount,
    amount: amountOf(row.amount),
    currency: requireCurrency(row.currency),
    openAmount: openAmountOf(row),
    usageLimit: row.usageLimit,
    usedCount: row.usedCount,
    heldCount: row.heldCount,
    status: linkStatus(row, at),
    customerName: row.customerName,
    customerPhone: row.customerPhone,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
  }
}
