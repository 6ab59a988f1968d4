import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import { sql, violatedUnique, type Sql } from '@/lib/database/sql'
import { announceWritten } from '@/lib/order/store'
import type { Instructions } from '@/lib/payment/instructions'
import type { PaymentMethod } from '@/lib/payment/methods'
import { HELD_AFTER_END_MS, signedCode, type CodeWay } from '@/lib/payment/unique-code'
import { accountOf, columns as accountColumns, type Row as AccountRow } from '@/lib/receiving/store'
import type { ReceivingAccount, ReceivingKind } from '@/lib/receiving/views'
import type { ShippingAddress } from '@/lib/order/views'

/** Taking a place of a link: what one transaction or one statement decides for customers who race for it. */

export type HeldOrder = {
  id: string
  token: string
  submissionId: string
  /** As it was read: the order is only taken while it still is. */
  link: { id: string; version: number }
  /** The link's price, or what the customer chose within its open amount; in minor units, without the unique code. */
  price: number
  paymentMethod: PaymentMethod
  instructions: Instructions
  customer: { name: string; email: string | null; phone: string | null }
  locale: string
  expiresAt: Date
  /** Where it is paid to one of the shop's own accounts. */
  own?: OwnPart
  at: Date
}

export type OwnPart = {
  accountId: string
  /** What it adds to the price; negative when it is taken off, 0 for none. */
  uniqueCode: number
  /** Other orders may expect the same amount: only a person can tell. */
  needsMatching: boolean
  shippingAddress: ShippingAddress | null
}

/**
 * Takes one place of a link and writes the pending order that holds it, in one statement: either
 * both happen or neither, and the row lock on the link lets no two customers take the same place.
 * The link must be open, as it was read, of the price that the customer saw, and have a place left at that very moment.
 *
 * What the customer pays is the price with the unique code, which nobody else may expect on that account
 * while the order is open. Items and the link's condition know of the price only.
 *
 * The order ID is the link's with a 13-digit millisecond behind it (Midtrans' form); the link keeps
 * the last one given out, so that two orders of one millisecond get two numbers.
 *
 * @returns `held`; `refused` when the link's row did not allow it; `submittedBefore` for a form that was sent twice
 */
export async function insertHeldOrder(order: HeldOrder, on: Sql = sql): Promise<'held' | 'refused' | 'submittedBefore'> {
  const { id, token, submissionId, link, price, paymentMethod, instructions, customer, locale, expiresAt, own, at } = order
  const amount = BigInt(price + (own?.uniqueCode ?? 0))
  try {
    const written = await on.execute`
      WITH link AS (
        UPDATE links SET held_count = held_count + 1, last_order_ms = greatest(${at.getTime()}::bigint, last_order_ms + 1)
        WHERE id = ${link.id}::uuid AND version = ${link.version} AND state = 'active'
          AND CASE WHEN minimum_amount IS NULL THEN amount = ${BigInt(price)}::bigint ELSE ${BigInt(price)}::bigint BETWEEN minimum_amount AND maximum_amount END
          AND (starts_at IS NULL OR starts_at <= ${at}) AND (expires_at IS NULL OR expires_at > ${at})
          AND (usage_limit IS NULL OR used_count + held_count < usage_limit)
        RETURNING id, merchant_id, mode, order_id, currency, last_order_ms, CASE WHEN minimum_amount IS NULL THEN items
          ELSE jsonb_build_array(jsonb_build_object('name', coalesce(title, items->0->>'name', order_id), 'price', ${BigInt(price)}::bigint, 'quantity', 1)) END AS items
      ), placed AS (
        INSERT INTO orders (id, merchant_id, mode, link_id, order_id, token, submission_id, amount, currency, items, payment_method,
          instructions, customer_name, customer_email, customer_phone, search_text, locale, expires_at, created_at, updated_at${own ? ownColumns : Prisma.empty})
        SELECT ${id}::uuid, merchant_id, mode, id, order_id || '-' || last_order_ms, ${token}, ${submissionId}::uuid, ${amount}::bigint, currency, items,
          ${paymentMethod}, ${JSON.stringify(instructions)}::jsonb, ${customer.name}, ${customer.email}, ${customer.phone},
          lower(concat_ws(' ', order_id || '-' || last_order_ms, ${customer.name}::text, ${customer.email}::text, ${customer.phone}::text, items->0->>'name')),
          ${locale}, ${expiresAt}, ${at}, ${at}${own ? ownValues(own) : Prisma.empty}
        FROM link RETURNING id, merchant_id
      ), ${own && own.uniqueCode !== 0 ? Prisma.sql`coded AS (INSERT INTO payment_codes (order_id, account_id, amount) SELECT id, ${own.accountId}::uuid, ${amount}::bigint FROM placed),` : Prisma.empty} written AS (
        INSERT INTO order_events (merchant_id, order_id, type, "to", actor, at)
        SELECT merchant_id, id, 'placed', 'pending', 'customer', ${at} FROM placed RETURNING id
      )
      ${announceWritten}`
    return written > 0 ? 'held' : 'refused'
  } catch (error) {
    if (violatedUnique(error) === 'orders_link_id_submission_id_key') return 'submittedBefore'
    throw error
  }
}

const ownColumns = Prisma.sql`, account_id, unique_code, needs_matching, shipping_address`

const ownValues = ({ accountId, uniqueCode, needsMatching, shippingAddress }: OwnPart) =>
  Prisma.sql`, ${accountId}::uuid, ${uniqueCode}::int, ${needsMatching}::boolean, ${shippingAddress && JSON.stringify(shippingAddress)}::jsonb`

/** The order that an earlier submission of the same form made. */
export async function findTokenBySubmission(linkId: string, submissionId: string): Promise<string | null> {
  const order = await prisma.order.findFirst({ where: { linkId, submissionId }, select: { token: true } })
  return order?.token ?? null
}

type AccountChoice = {
  merchantId: string
  kind: ReceivingKind
  /** Null: the oldest of the kind. */
  id: string | null
}

/**
 * The account that a customer chose, if customers may pay to it at this moment; it stays as it is until the
 * transaction ends. With `isAlone`, everybody else who asks so for the same account waits until then.
 */
export async function lockAccountInUse(on: Sql, { merchantId, kind, id }: AccountChoice, { isAlone }: { isAlone: boolean }): Promise<ReceivingAccount | null> {
  const [row] = await on.queryRows<AccountRow>`
    SELECT ${accountColumns} FROM receiving_accounts
    WHERE merchant_id = ${merchantId}::uuid AND kind = ${kind}::receiving_kind AND is_on AND deleted_at IS NULL
      AND (${id}::uuid IS NULL OR id = ${id}::uuid)
    ORDER BY created_at, id LIMIT 1 FOR SHARE`
  if (row && isAlone) await on.execute`SELECT pg_advisory_xact_lock(hashtextextended(${`payment codes ${row.id}`}, 0))`
  return row ? accountOf(row) : null
}

type Codes = { accountId: string; price: number; way: CodeWay; largest: number; at: Date }

/**
 * The lowest code with which no order on this account expects the same amount: none that is open and none
 * that ended less than {@link HELD_AFTER_END_MS} ago, whatever its price and its code. To be asked by whoever has
 * the account alone, see {@link lockAccountInUse}.
 * @returns null when all are taken
 */
export async function findFreeCode(on: Sql, { accountId, price, way, largest, at }: Codes): Promise<number | null> {
  const [from, to] = [price + signedCode(1, way), price + signedCode(largest, way)].toSorted((one, other) => one - other)
  const endedAfter = new Date(at.getTime() - HELD_AFTER_END_MS)
  const [row] = await on.queryRows<{ code: number | null }>`
    SELECT min(code)::int AS code FROM (
      SELECT generate_series(1, ${largest}::int)::bigint AS code
      EXCEPT
      SELECT abs(amount - ${BigInt(price)}::bigint) FROM payment_codes
      WHERE account_id = ${accountId}::uuid AND amount BETWEEN ${BigInt(from ?? price)}::bigint AND ${BigInt(to ?? price)}::bigint AND (held_until IS NULL OR held_until > ${at})
      EXCEPT
      SELECT abs(amount - ${BigInt(price)}::bigint) FROM orders
      WHERE account_id = ${accountId}::uuid AND needs_matching AND amount BETWEEN ${BigInt(from ?? price)}::bigint AND ${BigInt(to ?? price)}::bigint
        AND (status IN ('pending', 'authorized', 'in_review') OR updated_at > ${endedAfter})
    ) AS free`
  return row?.code ?? null
}
