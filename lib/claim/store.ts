import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, type Sql } from '@/lib/database/sql'
import { isLocale } from '@/lib/i18n/locales'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { isOpen, orderStatus, type OrderStatus } from '@/lib/order/status'
import { requireMethod } from '@/lib/order/store'
import { decodeCursor, encodeCursor } from '@/lib/platform/cursor'
import type { MerchantScope, Mode } from '@/lib/shop/scope'
import { warningsOf } from './rules'
import type { ClaimFilter } from './schema'
import type { AnsweredClaim, ClaimPage, ClaimState, ClaimView } from './views'

export type ClaimedOrder = {
  merchantId: string
  mode: Mode
  status: OrderStatus
  /** Of an earlier claim. */
  fileId: string | null
}

/** Who claims and who decides about one order come one after the other. */
export async function lockClaimedOrder(on: Sql, orderId: string): Promise<ClaimedOrder | null> {
  const [order] = await on.queryRows<Omit<ClaimedOrder, 'fileId'>>`
    SELECT merchant_id AS "merchantId", mode, status FROM orders WHERE id = ${orderId}::uuid FOR UPDATE`
  if (!order) return null
  const [claim] = await on.queryRows<{ fileId: string | null }>`SELECT file_id AS "fileId" FROM payment_claims WHERE order_id = ${orderId}::uuid`
  return { ...order, fileId: claim?.fileId ?? null }
}

export type NewClaim = {
  id: string
  orderId: string
  merchantId: string
  mode: Mode
  note: string | null
  transferredAmount: number | null
  picture: { fileId: string; sentHash: string; pictureHash: string; likeOrderId: string | null } | null
  at: Date
}

/** What is not said again stays as it was said. A claim that was rejected waits again. */
export async function saveClaim(on: Sql, { id, orderId, merchantId, mode, note, transferredAmount, picture, at }: NewClaim): Promise<void> {
  const transferred = transferredAmount === null ? null : BigInt(transferredAmount)
  await on.execute`
    INSERT INTO payment_claims (id, merchant_id, mode, order_id, note, transferred_amount, file_id, sent_hash, picture_hash, like_order_id, opened_at, sent_at)
    VALUES (${id}::uuid, ${merchantId}::uuid, ${mode}::mode, ${orderId}::uuid, ${note}, ${transferred}::bigint, ${picture?.fileId ?? null}::uuid,
      ${picture?.sentHash ?? null}, ${picture?.pictureHash ?? null}, ${picture?.likeOrderId ?? null}::uuid, ${at}, ${at})
    ON CONFLICT (order_id) DO UPDATE SET
      note = coalesce(excluded.note, payment_claims.note), transferred_amount = coalesce(excluded.transferred_amount, payment_claims.transferred_amount),
      file_id = coalesce(excluded.file_id, payment_claims.file_id), sent_hash = coalesce(excluded.sent_hash, payment_claims.sent_hash),
      picture_hash = coalesce(excluded.picture_hash, payment_claims.picture_hash),
      like_order_id = CASE WHEN excluded.file_id IS NULL THEN payment_claims.like_order_id ELSE excluded.like_order_id END,
      opened_at = CASE WHEN payment_claims.state = 'open' THEN payment_claims.opened_at ELSE excluded.opened_at END,
      erased_at = CASE WHEN excluded.file_id IS NULL THEN payment_claims.erased_at END,
      sent_at = excluded.sent_at, state = 'open', reason = NULL, decided_at = NULL, decided_by = NULL, told_at = NULL, version = payment_claims.version + 1`
}

/** Of 64 bits; a receipt that was saved again is 0 to 5 away, so is one of the same app: the pictures themselves decide. */
const NEAR = 8
const COMPARED = 8

/** Kept pictures of the shop's other orders that look alike from afar, the nearest first. */
export async function listNearPictures(orderId: string, pictureHash: string): Promise<{ orderId: string; name: string }[]> {
  return await sql.queryRows<{ orderId: string; name: string }>`
    SELECT c.order_id AS "orderId", f.name
    FROM orders mine JOIN payment_claims c ON c.merchant_id = mine.merchant_id AND c.mode = mine.mode JOIN stored_files f ON f.id = c.file_id
      CROSS JOIN LATERAL bit_count(('x' || c.picture_hash)::bit(64) # ('x' || ${pictureHash}::text)::bit(64)) AS distance
    WHERE mine.id = ${orderId}::uuid AND c.order_id <> mine.id AND distance <= ${NEAR}
    ORDER BY distance, c.sent_at DESC LIMIT ${COMPARED}`
}

type Decision = { orderId: string; state: Exclude<ClaimState, 'open'>; reason: string | null; actorId: string | null; at: Date }

/** Takes an order's claim out of the queue. @returns whether it waited there */
export async function closeClaim(on: Sql, { orderId, state, reason, actorId, at }: Decision): Promise<boolean> {
  return (await on.execute`
    UPDATE payment_claims SET state = ${state}::claim_state, reason = ${reason}, decided_at = ${at}, decided_by = ${actorId}
    WHERE order_id = ${orderId}::uuid AND state = 'open'`) > 0
}

export type ClaimToDecide = {
  orderId: string
  currency: string
  state: ClaimState
  version: number
  /** For the log: what was looked at. */
  facts: { transferred: number | null; proof: string | null; sentAt: string }
}

/** By its row id; null when it is not this shop's. Its order is locked. */
export async function lockClaim(on: Sql, scope: MerchantScope, id: string): Promise<ClaimToDecide | null> {
  const [row] = await on.queryRows<{ orderId: string; currency: string; state: ClaimState; version: number; transferred: bigint | null; sentHash: string | null; sentAt: Date }>`
    SELECT c.order_id AS "orderId", o.currency, c.state, c.version, c.transferred_amount AS transferred, c.sent_hash AS "sentHash", c.sent_at AS "sentAt"
    FROM orders o JOIN payment_claims c ON c.order_id = o.id
    WHERE c.id = ${id}::uuid AND c.merchant_id = ${scope.merchantId}::uuid AND c.mode = ${scope.mode}::mode FOR UPDATE OF o, c`
  if (!row) return null
  const { transferred, sentHash, sentAt, ...rest } = row
  return { ...rest, facts: { transferred: transferred === null ? null : amountOf(transferred), proof: sentHash, sentAt: sentAt.toISOString() } }
}

type Row = Omit<ClaimView, 'amount' | 'currency' | 'paymentMethod' | 'customerLocale' | 'transferredAmount' | 'warnings'> & {
  customerLocale: string
  amount: bigint
  currency: string
  paymentMethod: string
  transferredAmount: bigint | null
  expiresAt: Date
  accountChangedAt: Date | null
  needsMatching: boolean
  sameRowId: string | null
  sameOrderId: string | null
  likeRowId: string | null
  likeOrderId: string | null
}

const PAGE_SIZE = 20

/** So long a rejection is worth telling, and so many are offered. */
const TOLD_WITHIN_MS = 7 * 24 * 60 * 60_000
const OFFERED = 10

const claims = Prisma.sql`
    SELECT c.id, c.version, o.id AS "orderRowId", o.order_id AS "orderId", coalesce(l.title, o.items->0->>'name', l.order_id) AS "linkName", l.slug AS "linkSlug", o.token, o.status,
      o.amount, o.unique_code AS "uniqueCode", o.currency, o.payment_method AS "paymentMethod", a.label AS "accountLabel",
      o.customer_name AS "customerName", o.customer_phone AS "customerPhone", o.locale AS "customerLocale", c.note,
      c.transferred_amount AS "transferredAmount", c.file_id IS NOT NULL AS "hasPicture", c.erased_at IS NOT NULL AS "wasErased",
      c.opened_at AS "openedAt", c.sent_at AS "sentAt", o.expires_at AS "expiresAt", a.changed_at AS "accountChangedAt", o.needs_matching AS "needsMatching",
      same.id AS "sameRowId", same.order_id AS "sameOrderId", alike.id AS "likeRowId", alike.order_id AS "likeOrderId"
    FROM payment_claims c JOIN orders o ON o.id = c.order_id JOIN links l ON l.id = o.link_id
      LEFT JOIN receiving_accounts a ON a.id = o.account_id
      LEFT JOIN orders alike ON alike.id = c.like_order_id
      LEFT JOIN LATERAL (
        SELECT other.id, other.order_id FROM payment_claims twin JOIN orders other ON other.id = twin.order_id
        WHERE twin.merchant_id = c.merchant_id AND twin.mode = c.mode AND twin.sent_hash = c.sent_hash AND twin.order_id <> c.order_id ORDER BY twin.sent_at LIMIT 1
      ) same ON true`

/**
 * What waits for the seller, longest first. Orders whose money came another way meanwhile are left out. On the first
 * page also those who were told no and have not been written to.
 */
export async function listOpenClaims(scope: MerchantScope, filter: ClaimFilter, at: Date): Promise<ClaimPage> {
  const cursor = decodeCursor(filter.cursor)
  const rows = await sql.queryRows<Row>`${claims}
    WHERE c.merchant_id = ${scope.merchantId}::uuid AND c.mode = ${scope.mode}::mode AND c.state = 'open' AND o.paid_at IS NULL
      AND (${cursor?.createdAt ?? null}::timestamptz IS NULL OR (c.opened_at, c.id) > (${cursor?.createdAt ?? null}::timestamptz, ${cursor?.id ?? null}::uuid))
    ORDER BY c.opened_at, c.id LIMIT ${PAGE_SIZE + 1}`
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    claims: shown.map((row) => viewOf(row, at)),
    next: rows.length > PAGE_SIZE && last ? encodeCursor({ createdAt: last.openedAt, id: last.id }) : null,
    untold: cursor ? [] : await listUntold(scope, at),
  }
}

/** Rejections of the last days whose customers the seller has not told, the newest first. */
async function listUntold(scope: MerchantScope, at: Date): Promise<AnsweredClaim[]> {
  const rows = await sql.queryRows<Row & { reason: string | null; decidedAt: Date }>`
    SELECT answered.*, told.reason, told.decided_at AS "decidedAt" FROM (${claims}
      WHERE c.merchant_id = ${scope.merchantId}::uuid AND c.mode = ${scope.mode}::mode AND c.state = 'rejected' AND c.told_at IS NULL
        AND c.decided_at > ${new Date(at.getTime() - TOLD_WITHIN_MS)} AND o.paid_at IS NULL
      ORDER BY c.decided_at DESC, c.id LIMIT ${OFFERED}) answered
    JOIN payment_claims told ON told.id = answered.id ORDER BY told.decided_at DESC, told.id`
  return rows.map(({ reason, decidedAt, ...row }) => ({ claim: viewOf(row, at), reason: reason ?? '', at: decidedAt }))
}

/** The customer was told of a rejection, or will not be: the queue offers it no more. @returns whether the shop has such a claim */
export async function markTold(scope: MerchantScope, { id, version }: { id: string; version: number }, at: Date): Promise<boolean> {
  return (await sql.execute`
    UPDATE payment_claims SET told_at = CASE WHEN state = 'rejected' AND version = ${version} THEN coalesce(told_at, ${at}) ELSE told_at END
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode`) > 0
}

function viewOf({ sameRowId, sameOrderId, likeRowId, likeOrderId, accountChangedAt, needsMatching, expiresAt, ...row }: Row, at: Date): ClaimView {
  const status = orderStatus({ status: row.status, expiresAt }, at)
  const money = { amount: amountOf(row.amount), transferredAmount: row.transferredAmount === null ? null : amountOf(row.transferredAmount) }
  return {
    ...row,
    ...money,
    status,
    currency: requireCurrency(row.currency),
    paymentMethod: requireMethod(row.paymentMethod),
    customerLocale: isLocale(row.customerLocale) ? row.customerLocale : 'id',
    warnings: warningsOf({
      ...money, accountChangedAt, needsMatching, isOpen: isOpen(status),
      same: sameRowId && sameOrderId ? { orderRowId: sameRowId, orderId: sameOrderId } : null,
      like: likeRowId && likeOrderId ? { orderRowId: likeRowId, orderId: likeOrderId } : null,
    }, at),
  }
}

export async function countOpenClaims(scope: MerchantScope): Promise<number> {
  const [row] = await sql.queryRows<{ count: number }>`
    SELECT count(*)::int AS count FROM payment_claims c JOIN orders o ON o.id = c.order_id
    WHERE c.merchant_id = ${scope.merchantId}::uuid AND c.mode = ${scope.mode}::mode AND c.state = 'open' AND o.paid_at IS NULL`
  return row?.count ?? 0
}

/** The file of a claim's proof; null when it is not this shop's, or there is none. */
export async function findProofFile(scope: MerchantScope, id: string): Promise<{ name: string; contentType: string; orderId: string } | null> {
  const [row] = await sql.queryRows<{ name: string; contentType: string; orderId: string }>`
    SELECT f.name, f.content_type AS "contentType", o.order_id AS "orderId"
    FROM payment_claims c JOIN stored_files f ON f.id = c.file_id JOIN orders o ON o.id = c.order_id
    WHERE c.id = ${id}::uuid AND c.merchant_id = ${scope.merchantId}::uuid AND c.mode = ${scope.mode}::mode`
  return row ?? null
}
