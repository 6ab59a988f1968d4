import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import { queryRows, sql, violatedCheck, type Sql } from '@/lib/database/sql'
import { isLocale } from '@/lib/i18n/locales'
import { insertJobs } from '@/lib/job/enqueue'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { instructionsSchema } from '@/lib/payment/instructions'
import { isPaymentMethod, type PaymentMethod } from '@/lib/payment/methods'
import { railFor } from '@/lib/payment/rails'
import { HELD_AFTER_END_MS } from '@/lib/payment/unique-code'
import { refundableAmount } from '@/lib/refund/rules'
import type { MerchantScope } from '@/lib/shop/scope'
import { settledDifference } from './difference'
import { cameTwice, wasTakenBack } from './difference-condition'
import { meantBy, pageCondition, pageOf } from './list-condition'
import { listRefunds } from './refunds/store'
import { isOfRest, isRestPaid } from './rest-condition'
import { type OrderFilter } from './filter'
import { isOpen, isReceived, orderStatus, type OrderNews, type OrderStatus } from './status'
import type { OrderActor, OrderDetails, OrderEventView, OrderPage, OrderSummary, OrderTimelineEntry } from './views'

type SummaryRow = Omit<OrderSummary, 'amount' | 'currency' | 'paymentMethod' | 'locale' | 'difference'> & {
  amount: bigint
  expectedAmount: bigint | null
  claimedAmount: bigint
  isRestPaid: boolean
  cameTwice: boolean
  wasTakenBack: boolean
  currency: string
  paymentMethod: string
  locale: string
}

/** Of `orders o` and their `links l`. Whether a rest was paid is looked up where one is missing: of few orders. */
const summaryColumns = (scope: MerchantScope) => Prisma.sql`o.id, o.order_id AS "orderId", o.link_id AS "linkId", coalesce(l.title, l.items->0->>'name', l.order_id) AS "linkName",
  o.status, o.amount, o.expected_amount AS "expectedAmount", o.refund_claimed_amount AS "claimedAmount",
  CASE WHEN o.amount < o.expected_amount THEN ${isRestPaid(Prisma.sql`o`)} ELSE false END AS "isRestPaid", ${cameTwice(scope, Prisma.sql`o.id`)} AS "cameTwice", ${wasTakenBack(scope, Prisma.sql`o.id`)} AS "wasTakenBack",
  o.currency, o.payment_method AS "paymentMethod", o.customer_name AS "customerName", o.customer_phone AS "customerPhone", o.locale, l.slug AS "linkSlug", o.token,
  o.expires_at AS "expiresAt", o.created_at AS "createdAt", o.paid_at AS "paidAt", o.shipped_at AS "shippedAt"`

/** A page of orders, newest first, by keyset. */
export async function listOrders(scope: MerchantScope, search: OrderFilter, at: Date): Promise<OrderPage> {
  const filter = await meantBy(scope, search)
  const rows = await queryRows<SummaryRow>`
    SELECT ${summaryColumns(scope)}
    FROM orders o JOIN links l ON l.id = o.link_id
    ${pageCondition(scope, filter, at)}`
  const { shown, next } = pageOf(rows)
  return { orders: shown.map((row) => summaryOf(row, at)), next }
}

type DetailsRow = SummaryRow & Pick<OrderDetails, 'customerEmail' | 'items' | 'linkOrderId' | 'customFields' | 'uniqueCode' | 'needsMatching' | 'isRest' | 'shippingAddress'> & {
  instructions: unknown
  hasRefunds: boolean
}

export async function findOrder(scope: MerchantScope, id: string, at: Date): Promise<OrderDetails | null> {
  const [row] = await queryRows<DetailsRow>`
    SELECT ${summaryColumns(scope)}, o.customer_email AS "customerEmail", o.items, o.instructions, l.order_id AS "linkOrderId", l.custom_fields AS "customFields",
      o.unique_code AS "uniqueCode", o.needs_matching AS "needsMatching", ${isOfRest(Prisma.sql`o.link_id`)} AS "isRest", o.shipping_address AS "shippingAddress",
      EXISTS (SELECT FROM refunds r WHERE r.order_id = o.id) AS "hasRefunds"
    FROM orders o JOIN links l ON l.id = o.link_id
    WHERE o.id = ${id}::uuid AND o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode`
  if (!row) return null
  const method = requireMethod(row.paymentMethod)
  const rail = railFor(scope.mode, method)
  return {
    ...summaryOf(row, at),
    customerEmail: row.customerEmail,
    items: row.items,
    instructions: instructionsSchema.parse(row.instructions),
    linkOrderId: row.linkOrderId,
    customFields: row.customFields,
    uniqueCode: row.uniqueCode,
    needsMatching: row.needsMatching,
    isRest: row.isRest,
    shippingAddress: row.shippingAddress,
    byHand: rail?.capabilities.byHand ?? [],
    events: await listEvents(id),
    refunds: row.hasRefunds ? await listRefunds(id, at) : [],
    refundable: {
      amount: refundableAmount({ status: row.status, amount: amountOf(row.amount), claimed: amountOf(row.claimedAmount) }),
      byRail: rail?.refundAbility(method) ?? 'no',
    },
  }
}

/** By id: for who has checked whose order it is. */
async function listEvents(orderId: string): Promise<OrderEventView[]> {
  const rows = await queryRows<Omit<OrderEventView, 'amount'> & { amount: bigint | null }>`
    SELECT type, "from", "to", actor, reason, amount, at FROM order_events WHERE order_id = ${orderId}::uuid ORDER BY at DESC, id DESC`
  return rows.map((row) => ({ ...row, amount: row.amount === null ? null : amountOf(row.amount) }))
}

/** What last happened to a link's orders, newest first. */
export async function listRecentOrderEvents(scope: MerchantScope, linkId: string, limit: number): Promise<OrderTimelineEntry[]> {
  const rows = await queryRows<(Omit<OrderTimelineEntry, 'kind' | 'amount' | 'currency'> & { amount: bigint; currency: string })>`
    SELECT o.id, e."to", e.at, o.customer_name AS "customerName", o.payment_method AS "paymentMethod", o.amount, o.currency
    FROM (
      SELECT * FROM orders WHERE merchant_id = ${scope.merchantId}::uuid AND link_id = ${linkId}::uuid
      ORDER BY created_at DESC, id DESC LIMIT ${limit}
    ) o JOIN order_events e ON e.order_id = o.id AND e.type NOT IN ('ship', 'unship')
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`
  return rows.map((row) => ({ ...row, kind: 'order', amount: amountOf(row.amount), currency: requireCurrency(row.currency) }))
}

export type OpenOrder = { id: string; customerName: string }

const openOrders = (scope: MerchantScope, linkId: string, at: Date): Prisma.OrderWhereInput => ({
  linkId, merchantId: scope.merchantId, mode: scope.mode, status: { in: ['pending', 'authorized', 'in_review'] }, expiresAt: { gt: at },
})

/** Orders of a link whose money may still come, oldest first. */
export async function listOpenOrders(scope: MerchantScope, { linkId, at, limit }: { linkId: string; at: Date; limit: number }): Promise<OpenOrder[]> {
  return await prisma.order.findMany({
    where: openOrders(scope, linkId, at),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, customerName: true },
  })
}

export async function countOpenOrders(scope: MerchantScope, linkId: string, at: Date): Promise<number> {
  return await prisma.order.count({ where: openOrders(scope, linkId, at) })
}

/** Where an order stands, by its row id; null when there is none. */
export async function findOrderStanding(id: string, on: Sql = sql): Promise<{ status: OrderStatus; expiresAt: Date; linkId: string } | null> {
  const [row] = await on.queryRows<{ status: OrderStatus; expiresAt: Date; linkId: string }>`
    SELECT status, expires_at AS "expiresAt", link_id AS "linkId" FROM orders WHERE id = ${id}::uuid`
  return row ?? null
}

export type OrderChange = {
  id: string
  from: OrderStatus
  to: OrderStatus
  news: OrderNews
  actor: OrderActor
  /** Id of the user, when a seller does it. */
  actorId?: string | null
  reason: string | null
  /** What the rail keeps of a payment, in minor units. */
  fee?: number
  /** Until when an authorised card may be charged. */
  expiresAt?: Date
  at: Date
}

/**
 * Moves an order from `from` to `to` with everything that belongs to it, in one statement, all or
 * nothing: the place it holds becomes a use or is given back, money that came in is posted to the
 * ledger, the event is written, and the job that announces it. Does nothing when the order has
 * moved on meanwhile. Refunds have their own way: lib/refund.
 *
 * @param on the transaction that it belongs to; `full` ends it
 * @returns `full` when it would need a place that its link no longer has
 */
export async function changeOrderStatus(change: OrderChange, on: Sql = sql): Promise<'changed' | 'movedOn' | 'full'> {
  const { id, from, to, news, actor, actorId, reason, fee = 0, expiresAt, at } = change
  const freed = isOpen(from) && !isOpen(to) ? 1 : 0
  const takes = to === 'paid' ? 1 : 0
  const receives = isReceived(to) && !isReceived(from)
  try {
    const announced = await on.execute`
      WITH changed AS (
        UPDATE orders SET status = ${to}::order_status, updated_at = ${at}, expires_at = coalesce(${expiresAt ?? null}, expires_at),
          took_place = took_place OR ${takes === 1}
          ${receives ? Prisma.sql`, paid_at = ${at}, fee_amount = ${BigInt(fee)}` : Prisma.empty}
        WHERE id = ${id}::uuid AND status = ${from}::order_status
        RETURNING id, merchant_id, mode, link_id, amount, currency, fee_amount
      ), counted AS (
        UPDATE links SET held_count = held_count - ${freed}::int, used_count = used_count + ${takes}::int
        FROM changed WHERE links.id = changed.link_id AND ${freed + takes}::int > 0
      ), ${freed > 0 ? Prisma.sql`released AS (${holdCode(at)}),` : Prisma.empty} ${receives ? Prisma.sql`posted AS (${postPayment(at)}),` : Prisma.empty} written AS (
        INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, actor_id, reason, at)
        SELECT merchant_id, id, ${news}, ${from}::order_status, ${to}::order_status, ${actor}, ${actorId ?? null}, ${reason}, ${at} FROM changed
        RETURNING id
      )
      ${announceWritten}`
    return announced > 0 ? 'changed' : 'movedOn'
  } catch (error) {
    if (violatedCheck(error) === 'links_usage_within_limit') return 'full'
    throw error
  }
}

/** The `changed` orders are no longer open: their amounts stay theirs for a while, since money may be on its way. */
const holdCode = (at: Date) => Prisma.sql`
  UPDATE payment_codes SET held_until = ${new Date(at.getTime() + HELD_AFTER_END_MS)} FROM changed WHERE payment_codes.order_id = changed.id`

/** What came in passes through the order to the merchant, and to the rail what it keeps. */
const postPayment = (at: Date) => Prisma.sql`
  INSERT INTO ledger_transfers (merchant_id, mode, order_id, debit, credit, amount, currency, at)
  SELECT merchant_id, mode, id, way.debit::ledger_account, way.credit::ledger_account, way.amount, currency, ${at}
  FROM changed CROSS JOIN LATERAL (VALUES
    ('customer', 'order', amount), ('order', 'merchant', amount - fee_amount), ('order', 'fee', fee_amount)
  ) AS way (debit, credit, amount) WHERE way.amount > 0`

/** Ends a statement that has `written` events: their notifications follow, or the change did not happen. */
export const announceWritten = insertJobs('order-event', Prisma.sql`SELECT jsonb_build_object('eventId', id::text) AS data FROM written`)

/** Any fixed number: only one process at a time writes down what the clock decided. */
const EXPIRY_LOCK = 7_482_911

/**
 * Writes down that pending orders are past their deadline and gives their holds back, `limit` at most.
 * @param linkId only this link's, without waiting for whoever is doing the rest
 * @returns how many
 */
export async function expireDueOrders({ at, limit, linkId }: { at: Date; limit: number; linkId?: string }): Promise<number> {
  return await sql.execute`
    WITH due AS (
      SELECT id, status FROM orders
      WHERE status IN ('pending', 'authorized', 'in_review') AND expires_at <= ${at}
        AND ${linkId ? Prisma.sql`link_id = ${linkId}::uuid` : Prisma.sql`pg_try_advisory_xact_lock(${EXPIRY_LOCK})`}
      ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), changed AS (
      UPDATE orders SET status = 'expired', updated_at = ${at} FROM due WHERE orders.id = due.id
      RETURNING orders.id, orders.merchant_id, orders.link_id, due.status AS "from"
    ), counted AS (
      UPDATE links SET held_count = held_count - freed.places
      FROM (SELECT link_id, count(*)::int AS places FROM changed GROUP BY link_id) AS freed WHERE links.id = freed.link_id
    ), released AS (${holdCode(at)}), written AS (
      INSERT INTO order_events (merchant_id, order_id, type, "from", "to", actor, at)
      SELECT merchant_id, id, 'expire', "from", 'expired', 'clock', ${at} FROM changed RETURNING id
    )
    ${announceWritten}`
}

function summaryOf(row: SummaryRow, at: Date): OrderSummary {
  return {
    id: row.id, orderId: row.orderId, linkId: row.linkId, linkName: row.linkName,
    status: orderStatus(row, at),
    amount: amountOf(row.amount),
    currency: requireCurrency(row.currency),
    paymentMethod: requireMethod(row.paymentMethod),
    customerName: row.customerName,
    customerPhone: row.customerPhone,
    locale: isLocale(row.locale) ? row.locale : 'id',
    linkSlug: row.linkSlug,
    token: row.token,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    paidAt: row.paidAt,
    shippedAt: row.shippedAt,
    difference: differenceOf(row),
  }
}

function differenceOf({ status, amount, expectedAmount, claimedAmount, isRestPaid: isPaid, cameTwice: isTwice, wasTakenBack: isTakenBack }: SummaryRow): OrderSummary['difference'] {
  if (isTakenBack) return { kind: 'takenBack' }
  const expected = expectedAmount === null ? null : amountOf(expectedAmount)
  const settled = settledDifference({ status, expected, amount: amountOf(amount), refunded: amountOf(claimedAmount), isRestPaid: isPaid })
  return settled ?? (isTwice ? { kind: 'twice' } : null)
}

export function requireMethod(name: string): PaymentMethod {
  if (!isPaymentMethod(name)) throw new Error(`unknown payment method ${name}`)
  return name
}
