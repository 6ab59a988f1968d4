import 'server-only'
import { Prisma } from '@/lib/database/client'
import { execute, queryRows } from '@/lib/database/sql'
import { together } from '@/lib/database/together'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { orderStatus, type OrderStatus } from '@/lib/order/status'
import type { MerchantScope } from '@/lib/shop/scope'
import { meantBy, pageCondition, pageOf } from '../list-condition'
import { openAmountOf } from '../open-amount'
import type { LinkSearch } from '../schema'
import { linkStatus, type LinkFacts } from '../status'
import type { CustomerQuestions, LinkItem, LinkOrder, LinkRecord, NewLink, Redirects, SpecificCustomer } from '../views'

/** Links with everything that is known of them, for the API and for editing. One statement each. */

const NEWEST_ORDERS = 100

type Row = LinkFacts & {
  id: string
  number: bigint
  orderId: string
  slug: string
  title: string | null
  description: string | null
  amount: bigint
  currency: string
  items: LinkItem[]
  minimumAmount: bigint | null
  maximumAmount: bigint | null
  presetAmount: bigint | null
  paymentMethods: string[]
  accountsOff: string[]
  customer: SpecificCustomer | null
  customerQuestions: CustomerQuestions | null
  redirects: Redirects | null
  notificationUrls: NewLink['notificationUrls']
  customFields: Record<string, string> | null
  metadata: unknown
  apiDetails: Record<string, unknown> | null
  version: number
  createdAt: Date
  updatedAt: Date
  lastOrder: { status: OrderStatus; expiresAt: string } | null
}

const columns = Prisma.sql`
  id, number, order_id AS "orderId", slug, title, description, amount, currency, items, minimum_amount AS "minimumAmount",
  maximum_amount AS "maximumAmount", preset_amount AS "presetAmount", usage_limit AS "usageLimit", used_count AS "usedCount",
  held_count AS "heldCount", state, starts_at AS "startsAt", expires_at AS "expiresAt", payment_methods AS "paymentMethods", accounts_off AS "accountsOff", customer,
  customer_form AS "customerQuestions", redirects, notification_urls AS "notificationUrls", custom_fields AS "customFields", metadata,
  api_details AS "apiDetails", version, created_at AS "createdAt", updated_at AS "updatedAt"`

const lastOrder = Prisma.sql`(SELECT jsonb_build_object('status', o.status, 'expiresAt', o.expires_at) FROM orders o
    WHERE o.link_id = links.id ORDER BY o.created_at DESC, o.id DESC LIMIT 1) AS "lastOrder"`

export type LinkRecordPage = { links: LinkRecord[]; next: string | null }

/** As `listLinks` of lib/link/store.ts, with everything of each link. */
export async function listLinkRecords(scope: MerchantScope, search: LinkSearch, at: Date): Promise<LinkRecordPage> {
  const filter = await meantBy(scope, search, at)
  const rows = await queryRows<Row>`SELECT ${columns}, ${lastOrder} FROM links ${pageCondition(scope, filter, at)}`
  const { shown, next } = pageOf(rows, filter)
  return { links: shown.map((row) => recordOf(row, at)), next }
}

type OrderRow = Omit<LinkOrder, 'createdAt' | 'updatedAt'> & { expiresAt: string; createdAt: string; updatedAt: string }

type RecordRow = Omit<Row, 'lastOrder'> & { orders: OrderRow[] | null }
type Asked = { scope: MerchantScope; orderId: string; at: Date }

/** By its order ID, with its newest 100 orders. A deleted link is gone. */
export async function findLinkRecord(scope: MerchantScope, orderId: string, at: Date): Promise<{ link: LinkRecord; orders: LinkOrder[] } | null> {
  return await findAsked({ scope, orderId, at })
}

/** The list as JSON: see `among`. */
const findAsked = together(async (asked: readonly Asked[]) => {
  const rows = await queryRows<RecordRow & { nth: number }>`
    SELECT nth, ${columns}, (
      SELECT jsonb_agg(newest) FROM (
        SELECT o.id, o.number, o.order_id AS "orderId", o.status, o.payment_method AS "paymentMethod", o.expires_at AS "expiresAt",
          o.created_at AS "createdAt", o.updated_at AS "updatedAt"
        FROM orders o WHERE o.link_id = links.id ORDER BY o.created_at DESC, o.id DESC LIMIT ${NEWEST_ORDERS}
      ) AS newest) AS orders
    FROM json_to_recordset(${JSON.stringify(asked.map(({ scope, orderId }, nth) => ({ nth, shop: scope.merchantId, shop_mode: scope.mode, called: orderId })))}::json)
      AS asked (nth int, shop uuid, shop_mode mode, called text)
    JOIN links ON merchant_id = shop AND mode = shop_mode AND order_id = called AND state <> 'deleted'`
  const found = new Map(rows.map(({ nth, ...row }) => [nth, row]))
  return asked.map(({ at }, nth) => {
    const row = found.get(nth)
    return row ? withOrders(row, at) : null
  })
})

function withOrders({ orders: placed, ...row }: RecordRow, at: Date): { link: LinkRecord; orders: LinkOrder[] } {
  const orders = (placed ?? []).map(({ expiresAt, createdAt, updatedAt, ...order }) => ({
    ...order,
    status: orderStatus({ status: order.status, expiresAt: new Date(expiresAt) }, at),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  }))
  return { link: recordOf({ ...row, lastOrder: placed?.[0] ?? null }, at), orders }
}

/** By its own id. A deleted link is gone. */
export async function findLinkRecordById(scope: MerchantScope, id: string, at: Date): Promise<LinkRecord | null> {
  const rows = await queryRows<Row>`
    SELECT ${columns}, ${lastOrder} FROM links
    WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND state <> 'deleted'`
  return rows[0] ? recordOf(rows[0], at) : null
}

/** The address of a link that is not deleted. */
export async function findSlug(scope: MerchantScope, orderId: string): Promise<string | null> {
  const [row] = await queryRows<{ slug: string }>`
    SELECT slug FROM links WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND order_id = ${orderId} AND state <> 'deleted'`
  return row?.slug ?? null
}

/** Deletes a link softly. @returns false when there is none, or none any more: of two who delete one, one is told so */
export async function deleteLinkByOrderId(scope: MerchantScope, orderId: string, at: Date): Promise<boolean> {
  const deleted = await execute`
    WITH deleted AS (
      UPDATE links SET state = 'deleted', deleted_at = ${at}, updated_at = ${at}
      WHERE merchant_id = ${scope.merchantId}::uuid AND mode = ${scope.mode}::mode AND order_id = ${orderId} AND state <> 'deleted'
      RETURNING id, merchant_id
    )
    INSERT INTO link_events (merchant_id, link_id, type, actor_id, at) SELECT merchant_id, id, 'deleted', ${scope.userId}, ${at} FROM deleted`
  return deleted > 0
}

function recordOf({ minimumAmount, maximumAmount, presetAmount, ...row }: Row, at: Date): LinkRecord {
  const { lastOrder, ...facts } = row
  return {
    ...facts,
    number: amountOf(row.number),
    amount: amountOf(row.amount),
    currency: requireCurrency(row.currency),
    openAmount: openAmountOf({ minimumAmount, maximumAmount, presetAmount }),
    status: linkStatus(row, at),
    lastOrder: lastOrder && { status: orderStatus({ ...lastOrder, expiresAt: new Date(lastOrder.expiresAt) }, at), expiresAt: new Date(lastOrder.expiresAt) },
  }
}

