import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import { isRefusal, sql, violatedUnique, type Sql } from '@/lib/database/sql'
import { together } from '@/lib/database/together'
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

export type Held = 'held' | 'refused' | 'submittedBefore'

/**
 * Takes one place of a link and writes the pending order that holds it, in one statement: either
 * both happen or neither, and the row lock on the link lets no two customers take the same place.
 * The link must be open, as it was read, of the price that the customer saw, and have a place left at that very moment.
 *
 * Orders of the same moment share a statement and so a commit, also those of one link: see {@link holdTogether}.
 *
 * What the customer pays is the price with the unique code, which nobody else may expect on that account
 * while the order is open. Items and the link's condition know of the price only.
 *
 * The order ID is the link's with a 13-digit millisecond behind it (Midtrans' form); the link keeps
 * the last one given out, so that two orders of one millisecond get two numbers.
 *
 * @param on the transaction that it belongs to: then it shares with nobody
 * @returns `held`; `refused` when the link's row did not allow it; `submittedBefore` for a form that was sent twice
 */
export async function insertHeldOrder(order: HeldOrder, on?: Sql): Promise<Held> {
  const shared = on ? null : await share(order)
  return shared ?? (await holdAlone(order, on ?? sql))
}

const share = together(holdTogether)

/**
 * One statement for orders that came at the same moment. It waits for no link that somebody else is changing, so that
 * nobody's order waits for another's link, and no two statements for each other.
 * @returns null for an order that has to be tried alone: its link is being changed, or something is wrong with one of them
 */
async function holdTogether(orders: readonly HeldOrder[]): Promise<(Held | null)[]> {
  if (orders.length === 1) return [null]
  try {
    const { placed, seen } = await hold(orders, sql, Prisma.sql`id = ANY(${orders.map(({ link }) => link.id)}::uuid[]) FOR NO KEY UPDATE SKIP LOCKED`)
    return orders.map(({ id, link }) => (placed.has(id) ? 'held' : seen.has(link.id) ? 'refused' : null))
  } catch (error) {
    // Nothing was written. Whose fault it was shows when each is tried by itself.
    if (isRefusal(error)) return orders.map(() => null)
    throw error
  }
}

async function holdAlone(order: HeldOrder, on: Sql): Promise<Held> {
  try {
    const { placed } = await hold([order], on, Prisma.sql`id = ${order.link.id}::uuid FOR NO KEY UPDATE`)
    return placed.has(order.id) ? 'held' : 'refused'
  } catch (error) {
    if (violatedUnique(error) === 'orders_link_id_submission_id_key') return 'submittedBefore'
    throw error
  }
}

/**
 * @param whichLinks and how they are locked; written so that PostgreSQL keeps the plan (see `among`), which takes longer to make than to follow
 * `seen` is each link as it is once its row is ours; in it, orders are given places in their turn until there are none left.
 * @returns the orders that were written, and the links that could be looked at
 */
async function hold(orders: readonly HeldOrder[], on: Sql, whichLinks: Prisma.Sql): Promise<{ placed: Set<string>; seen: Set<string> }> {
  const rows = await on.queryRows<{ id: string; isOrder: boolean }>`
    WITH asked AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(orders.map(askedOf))}::json) AS asked (turn int, id uuid, token text, submission_id uuid, link_id uuid, version int,
        price bigint, amount bigint, payment_method text, instructions jsonb, name text, email text, phone text, locale text, expires_at timestamptz,
        at timestamptz, ms bigint, account_id uuid, unique_code int, needs_matching boolean, shipping_address jsonb)
    ), seen AS (
      SELECT * FROM links WHERE ${whichLinks}
    ), allowed AS (
      SELECT asked.*, seen.merchant_id, seen.mode, seen.order_id AS link_order_id, seen.currency, seen.usage_limit - seen.used_count - seen.held_count AS places_left,
        row_number() OVER of_link AS place, greatest(max(asked.ms) OVER of_whole_link, seen.last_order_ms + 1) - 1 + row_number() OVER of_link AS number,
        CASE WHEN minimum_amount IS NULL THEN items
          ELSE jsonb_build_array(jsonb_build_object('name', coalesce(title, items->0->>'name', order_id), 'price', asked.price, 'quantity', 1)) END AS items
      FROM asked JOIN seen ON seen.id = asked.link_id
      WHERE seen.version = asked.version AND seen.state = 'active'
        AND CASE WHEN minimum_amount IS NULL THEN seen.amount = asked.price ELSE asked.price BETWEEN minimum_amount AND maximum_amount END
        AND (seen.starts_at IS NULL OR seen.starts_at <= asked.at) AND (seen.expires_at IS NULL OR seen.expires_at > asked.at)
      WINDOW of_link AS (PARTITION BY asked.link_id ORDER BY asked.turn), of_whole_link AS (PARTITION BY asked.link_id)
    ), taken AS (
      SELECT *, link_order_id || '-' || number AS order_id FROM allowed WHERE places_left IS NULL OR place <= places_left
    ), counted AS (
      UPDATE links SET held_count = held_count + places, last_order_ms = last_number
      FROM (SELECT link_id, count(*)::int AS places, max(number) AS last_number FROM taken GROUP BY link_id) AS took WHERE links.id = took.link_id
    ), placed AS (
      INSERT INTO orders (id, merchant_id, mode, link_id, order_id, token, submission_id, amount, currency, items, payment_method, instructions, customer_name,
        customer_email, customer_phone, search_text, locale, expires_at, created_at, updated_at, account_id, unique_code, needs_matching, shipping_address)
      SELECT id, merchant_id, mode, link_id, order_id, token, submission_id, amount, currency, items, payment_method, instructions, name, email, phone,
        lower(concat_ws(' ', order_id, name, email, regexp_replace(phone, '[^0-9]', '', 'g'), items->0->>'name')), locale, expires_at, at, at, account_id, unique_code, needs_matching, shipping_address
      FROM taken RETURNING id, merchant_id, account_id, amount, unique_code, created_at
    ), coded AS (
      INSERT INTO payment_codes (order_id, account_id, amount) SELECT id, account_id, amount FROM placed WHERE unique_code <> 0
    ), written AS (
      INSERT INTO order_events (merchant_id, order_id, type, "to", actor, at)
      SELECT merchant_id, id, 'placed', 'pending', 'customer', created_at FROM placed RETURNING id
    ), announced AS (${announceWritten})
    SELECT id, true AS "isOrder" FROM placed UNION ALL SELECT id, false FROM seen`
  const ids = (isOrder: boolean) => new Set(rows.flatMap((row) => (row.isOrder === isOrder ? [row.id] : [])))
  return { placed: ids(true), seen: ids(false) }
}

const askedOf = ({ id, token, submissionId, link, price, paymentMethod, instructions, customer, locale, expiresAt, own, at }: HeldOrder, turn: number) => ({
  turn, id, token, submission_id: submissionId, link_id: link.id, version: link.version, price, amount: price + (own?.uniqueCode ?? 0), payment_method: paymentMethod,
  instructions, ...customer, locale, expires_at: expiresAt, at, ms: at.getTime(), account_id: own?.accountId, unique_code: own?.uniqueCode ?? 0,
  needs_matching: own?.needsMatching ?? false, shipping_address: own?.shippingAddress,
})

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
  /** Those that the link does not take, at the version that its order is taken for. */
  except: readonly string[]
}

/**
 * The account that a customer chose, if customers may pay to it at this moment; it stays as it is until the
 * transaction ends. With `isAlone`, everybody else who asks so for the same account waits until then.
 */
export async function lockAccountInUse(on: Sql, { merchantId, kind, id, except }: AccountChoice, { isAlone }: { isAlone: boolean }): Promise<ReceivingAccount | null> {
  const [row] = await on.queryRows<AccountRow>`
    SELECT ${accountColumns} FROM receiving_accounts
    WHERE merchant_id = ${merchantId}::uuid AND kind = ${kind}::receiving_kind AND is_on AND deleted_at IS NULL
      AND (${id}::uuid IS NULL OR id = ${id}::uuid) AND id <> ALL(${[...except]}::uuid[])
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
