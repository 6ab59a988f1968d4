import 'server-only'
import { Prisma } from '@/lib/database/client'
import { sql, type Sql } from '@/lib/database/sql'
import { amountOf, requireCurrency, type Currency } from '@/lib/money/money'
import { settledDifference } from '@/lib/order/difference'
import { cameTwice, wasTakenBack } from '@/lib/order/difference-condition'
import { isRestPaid, paidRestOf } from '@/lib/order/rest-condition'
import { isReceived, type OrderStatus } from '@/lib/order/status'
import type { MerchantScope } from '@/lib/shop/scope'
import type { ConfirmationView, OpenRest, OrderMoney, PaidRest } from '../views'

export type SettledOrder = {
  id: string
  orderId: string
  linkName: string
  status: OrderStatus
  amount: number
  expected: number | null
  refunded: number
  currency: Currency
  accountId: string | null
  /** What its link offers: methods (none: all), and accounts that it leaves out. */
  paymentMethods: string[]
  accountsOff: string[]
  locale: string
  customer: { name: string; phone: string | null; email: string | null }
}

type Row = Omit<SettledOrder, 'amount' | 'expected' | 'refunded' | 'currency' | 'customer'> & {
  amount: bigint
  expected: bigint | null
  refunded: bigint
  currency: string
  name: string
  phone: string | null
  email: string | null
}

/** Locked until the transaction ends; null when it is not this shop's. */
export async function lockSettledOrder(on: Sql, scope: MerchantScope, id: string): Promise<SettledOrder | null> {
  const [row] = await on.queryRows<Row>`
    SELECT o.id, o.order_id AS "orderId", coalesce(l.title, o.items->0->>'name', l.order_id) AS "linkName", o.status, o.amount, o.expected_amount AS expected,
      o.refund_claimed_amount AS refunded, o.currency, o.account_id AS "accountId",
      l.payment_methods AS "paymentMethods", l.accounts_off AS "accountsOff", o.locale, o.customer_name AS name, o.customer_phone AS phone, o.customer_email AS email
    FROM orders o JOIN links l ON l.id = o.link_id
    WHERE o.id = ${id}::uuid AND o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode FOR UPDATE OF o`
  if (!row) return null
  const { name, phone, email, ...rest } = row
  return {
    ...rest,
    amount: amountOf(row.amount),
    expected: row.expected === null ? null : amountOf(row.expected),
    refunded: amountOf(row.refunded),
    currency: requireCurrency(row.currency),
    customer: { name, phone, email },
  }
}

/** Nothing is odd about the order any more: the log remembers what was. */
export async function forgetExpected(on: Sql, orderId: string): Promise<void> {
  await on.execute`UPDATE orders SET expected_amount = NULL WHERE id = ${orderId}::uuid`
}

/** A link was made for what is missing. */
export async function hasRemainder(on: Sql, orderId: string): Promise<boolean> {
  const rows = await on.queryRows`SELECT 1 FROM confirmations WHERE order_id = ${orderId}::uuid AND facts ? 'remainder'`
  return rows.length > 0
}

/**
 * The order that brought what was missing of another: paid, of the link that was made for that, whose submission
 * is the first order's own id. Null while nobody paid it, and again once all of it was sent back.
 */
export async function findPaidRest(orderId: string, on: Sql = sql): Promise<PaidRest | null> {
  const [row] = await on.queryRows<Omit<PaidRest, 'amount'> & { amount: bigint }>`
    SELECT rest.id, rest.order_id AS "orderId", rest.amount, coalesce(rest.amount < rest.expected_amount, false) AS "isShort"
    FROM orders o CROSS JOIN LATERAL (SELECT rest.* FROM ${paidRestOf(Prisma.sql`o`)}) AS rest
    WHERE o.id = ${orderId}::uuid ORDER BY rest.paid_at, rest.id LIMIT 1`
  return row ? { ...row, amount: amountOf(row.amount) } : null
}

/** Where a customer pays what is missing of an order: the link that its seller made for that, and how much. Null without one, and once nothing is left to settle. */
export async function findOpenRest(orderId: string): Promise<OpenRest | null> {
  const [row] = await sql.queryRows<{ slug: string; amount: bigint }>`
    SELECT l.slug, l.amount FROM orders o JOIN links l ON l.merchant_id = o.merchant_id AND l.mode = o.mode AND l.submission_id = o.id AND l.state = 'active'
    WHERE o.id = ${orderId}::uuid AND o.status = 'paid' AND o.amount < o.expected_amount AND NOT ${isRestPaid(Prisma.sql`o`)}`
  return row ? { ...row, amount: amountOf(row.amount) } : null
}

type OddInBank = { cameTwice: boolean; wasTakenBack: boolean }

/** What the bank's statement says of an order's money, until the seller has looked at that. */
async function findOddInBank(scope: MerchantScope, orderId: string): Promise<OddInBank> {
  const id = Prisma.sql`${orderId}::uuid`
  const [row] = await sql.queryRows<OddInBank>`SELECT ${cameTwice(scope, id)} AS "cameTwice", ${wasTakenBack(scope, id)} AS "wasTakenBack"`
  return row ?? { cameTwice: false, wasTakenBack: false }
}

async function findRestOf(on: Sql, orderId: string): Promise<OrderMoney['restOf']> {
  const [row] = await on.queryRows<{ id: string; orderId: string }>`
    SELECT whole.id, whole.order_id AS "orderId"
    FROM orders o JOIN links l ON l.id = o.link_id JOIN orders whole ON whole.id = l.submission_id AND whole.merchant_id = o.merchant_id AND whole.mode = o.mode
    WHERE o.id = ${orderId}::uuid`
  return row ?? null
}

/** Orders that money may be moved to: in the same currency, of the same customer (by phone, e-mail or, without both, name), not paid, not a card's. */
export async function listMoveTargets(on: Sql, scope: MerchantScope, orderId: string): Promise<OrderMoney['targets']> {
  const rows = await on.queryRows<{ id: string; orderId: string; amount: bigint }>`
    SELECT other.id, other.order_id AS "orderId", other.amount
    FROM orders o JOIN orders other ON other.merchant_id = o.merchant_id AND other.mode = o.mode AND other.currency = o.currency AND other.id <> o.id AND other.status IN ('pending', 'in_review')
      AND (other.customer_phone = o.customer_phone OR other.customer_email = o.customer_email
        OR (o.customer_phone IS NULL AND o.customer_email IS NULL AND o.customer_name <> '' AND other.customer_name = o.customer_name))
    WHERE o.id = ${orderId}::uuid AND o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode
    ORDER BY other.created_at DESC, other.id DESC LIMIT 20`
  return rows.map(({ amount, ...row }) => ({ ...row, amount: amountOf(amount) }))
}

type LogRow = { number: number; type: string; actorId: string | null; facts: Record<string, unknown>; at: Date }

/** Null when it is not this shop's. */
export async function findOrderMoney(scope: MerchantScope, id: string): Promise<OrderMoney | null> {
  const order = await lockSettledOrder(sql, scope, id)
  if (!order) return null
  const rows = await sql.queryRows<LogRow>`
    SELECT number, type, actor_id AS "actorId", facts, at FROM confirmations
    WHERE order_id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid ORDER BY number DESC LIMIT 50`
  const slug = rows.find(({ facts }) => typeof facts['remainder'] === 'string')?.facts['remainder']
  const received = isReceived(order.status)
  const rest = received ? await findPaidRest(id) : null
  const inBank = received ? await findOddInBank(scope, id) : { cameTwice: false, wasTakenBack: false }
  const wasSeen = order.refunded === 0 && rows.some(({ type, facts }) => type === 'ignored' && facts['reversed'] === true)
  return {
    orderId: order.orderId,
    currency: order.currency,
    customerName: order.customer.name,
    customerPhone: order.customer.phone,
    canComeTwice: received && (order.accountId !== null || rows.length > 0),
    cameTwice: inBank.cameTwice,
    takenBack: inBank.wasTakenBack ? 'waiting' : received && wasSeen ? 'seen' : null,
    odd: settledDifference({ ...order, isRestPaid: rest !== null }),
    rest,
    restOf: await findRestOf(sql, id),
    remainderSlug: typeof slug === 'string' ? slug : null,
    targets: received ? await listMoveTargets(sql, scope, id) : [],
    confirmations: rows.map(viewOf),
  }
}

function viewOf({ number, type, actorId, facts, at }: LogRow): ConfirmationView {
  const amount = (name: string) => (typeof facts[name] === 'number' ? facts[name] : null)
  // Before there was a word of its own for it, a link for the rest was written down as `accepted`.
  const told = type === 'accepted' && 'remainder' in facts ? 'remainder' : type
  return { number, type: told, isBySeller: actorId !== null, expected: amount('expected'), received: amount('received'), reason: typeof facts['reason'] === 'string' ? facts['reason'] : null, at }
}
