import 'server-only'
import { Prisma, prisma } from '@/lib/database/client'
import { queryRows } from '@/lib/database/sql'
import { among, inOrderOf, together } from '@/lib/database/together'
import type { CustomerClaim } from '@/lib/claim/views'
import { isLocale } from '@/lib/i18n/locales'
import type { LinkState } from '@/lib/link/status'
import { openAmountOf, type OpenAmountColumns } from '@/lib/link/open-amount'
import type { CustomerQuestions, LinkItem, Redirects, SpecificCustomer } from '@/lib/link/views'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { instructionsSchema } from '@/lib/payment/instructions'
import { isPaymentMethod, methodsFor } from '@/lib/payment/methods'
import { orderStatus, type OrderStatus } from '@/lib/order/status'
import { logoAddress } from '@/lib/shop/profile/logo-address'
import type { Mode } from '@/lib/shop/scope'
import { rememberLink } from './recent-links'
import type { CheckoutLink, CheckoutOrder, CheckoutRefund, CheckoutShop } from './views'

/**
 * What a customer without any account may read and write: one link by its address, one order by
 * the secret in its page's address. Hot: every opened link runs the first query.
 */

type ShopColumns = {
  shopName: string
  shopPhone: string | null
  shopLocale: string
  shopTimeZone: string
  shopCreatedAt: Date
  /** Its slug, logo and accent, and what its receipts say: of the row that is read anyway. */
  shopLook: Pick<CheckoutShop, 'accentColor' | 'thankYou' | 'supportEmail' | 'website' | 'instagram'> & { slug: string; logo: string | null }
}

const SHOP_COLUMNS = Prisma.sql`
  m.name AS "shopName", m.phone AS "shopPhone", m.locale AS "shopLocale", m.time_zone AS "shopTimeZone", m.created_at AS "shopCreatedAt",
  jsonb_build_object('slug', m.slug, 'logo', m.logo, 'accentColor', m.accent_color, 'thankYou', m.thank_you,
    'supportEmail', m.support_email, 'website', m.website, 'instagram', m.instagram) AS "shopLook"`

type LinkRow = ShopColumns & OpenAmountColumns & {
  id: string
  merchantId: string
  mode: Mode
  orderId: string
  slug: string
  title: string | null
  description: string | null
  amount: bigint
  currency: string
  items: LinkItem[]
  usageLimit: number | null
  usedCount: number
  heldCount: number
  state: LinkState
  startsAt: Date | null
  expiresAt: Date | null
  paymentMethods: string[]
  accountsOff: string[]
  customer: SpecificCustomer | null
  customerQuestions: CustomerQuestions | null
  redirects: Redirects | null
  shopRedirects: Redirects | null
  updatedAt: Date
  version: number
  cardShowsPrice: boolean
  cardPicture: string | null
}

/** By its address. */
export const findCheckoutLink = together(async (slugs: readonly string[]): Promise<(CheckoutLink | null)[]> => {
  const rows = await queryRows<LinkRow>`
    SELECT l.id, l.merchant_id AS "merchantId", l.mode, l.order_id AS "orderId", l.slug, l.title, l.description, l.amount, l.currency,
      l.items, l.usage_limit AS "usageLimit", l.used_count AS "usedCount", l.held_count AS "heldCount", l.state,
      l.starts_at AS "startsAt", l.expires_at AS "expiresAt", l.payment_methods AS "paymentMethods", l.accounts_off AS "accountsOff", l.customer, l.updated_at AS "updatedAt", l.version,
      l.card_shows_price AS "cardShowsPrice", l.card_picture AS "cardPicture",
      l.minimum_amount AS "minimumAmount", l.maximum_amount AS "maximumAmount", l.preset_amount AS "presetAmount",
      l.customer_form AS "customerQuestions", l.redirects, m.redirects AS "shopRedirects",
      ${SHOP_COLUMNS}
    FROM links l JOIN merchants m ON m.id = l.merchant_id
    WHERE l.slug ${among(slugs)}`
  const links = rows.map(linkOf)
  links.forEach(rememberLink)
  return inOrderOf(slugs, links, ({ slug }) => slug)
})

function linkOf(row: LinkRow): CheckoutLink {
  const {
    amount: stored, currency, minimumAmount, maximumAmount, presetAmount, redirects, shopRedirects, paymentMethods,
    shopName, shopPhone, shopLocale, shopTimeZone, shopCreatedAt, shopLook, ...facts
  } = row
  const amount = amountOf(stored)
  const openAmount = openAmountOf({ minimumAmount, maximumAmount, presetAmount })
  return {
    ...facts,
    amount,
    currency: requireCurrency(currency),
    name: row.title ?? row.items[0]?.name ?? row.orderId,
    openAmount,
    methods: methodsFor({ mode: row.mode, currency: requireCurrency(currency), ...(openAmount ? { amount: openAmount.minimum, upTo: openAmount.maximum } : { amount }), chosen: paymentMethods }),
    redirects: redirectsOf(redirects, shopRedirects),
    shop: shopOf({ shopName, shopPhone, shopLocale, shopTimeZone, shopCreatedAt, shopLook }),
  }
}

/** The product picture on a link's card, when it still is this one. */
export async function findCardPicture(linkId: string, sha256: string): Promise<Buffer | null> {
  const [row] = await queryRows<{ jpeg: Buffer }>`SELECT jpeg FROM link_pictures WHERE link_id = ${linkId}::uuid AND sha256 = ${sha256}`
  return row?.jpeg ?? null
}

/** Holds a place: its money may still come, by the customer or, from a reserved card, by the shop. */
const isLive = (at: Date) => ({ status: { in: ['pending' as const, 'authorized' as const, 'in_review' as const] }, expiresAt: { gt: at } })

/** The newest order of a link that its customer can still pay, for links that are meant for one customer. */
export async function findPendingToken(linkId: string, at: Date): Promise<string | null> {
  const order = await prisma.order.findFirst({
    where: { linkId, ...isLive(at) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { token: true },
  })
  return order?.token ?? null
}

export type LiveHolds = { usedCount: number; count: number; freesAt: Date | null }

/**
 * The places that customers are paying for right now, and when the first of them comes back if
 * it is not paid. Holds past their deadline are not counted, whether or not the sweep has been there.
 * Uses are read in the same statement: beside older ones, a hold that was just paid would look like a free place.
 */
export async function countLiveHolds(linkId: string, at: Date): Promise<LiveHolds> {
  const [live] = await queryRows<LiveHolds>`
    SELECT l.used_count AS "usedCount", count(o.id)::int AS count, min(o.expires_at) AS "freesAt"
    FROM links l LEFT JOIN orders o ON o.link_id = l.id AND o.status IN ('pending', 'authorized', 'in_review') AND o.expires_at > ${at}
    WHERE l.id = ${linkId}::uuid GROUP BY l.id`
  if (!live) throw new Error(`no link ${linkId}`)
  return live
}

type OrderRow = ShopColumns & {
  id: string
  token: string
  orderId: string
  slug: string
  linkId: string
  linkName: string
  mode: Mode
  status: OrderStatus
  amount: bigint
  currency: string
  items: LinkItem[]
  paymentMethod: string
  instructions: unknown
  uniqueCode: number
  needsMatching: boolean
  shipsTo: CheckoutOrder['shipsTo']
  customerName: string
  expiresAt: Date
  paidAt: Date | null
  createdAt: Date
  refunds: { amount: number; at: string }[] | null
  claim: (Omit<CustomerClaim, 'sentAt'> & { sentAt: string }) | null
  linkState: LinkState
  linkExpiresAt: Date | null
  redirects: Redirects | null
  shopRedirects: Redirects | null
}

export async function findCheckoutOrder(slug: string, token: string, at: Date): Promise<CheckoutOrder | null> {
  const [row] = await queryRows<OrderRow>`
    SELECT o.id, o.token, o.order_id AS "orderId", l.slug, o.link_id AS "linkId", coalesce(l.title, o.items->0->>'name', l.order_id) AS "linkName", o.mode,
      o.status, o.amount, o.currency, o.items, o.payment_method AS "paymentMethod", o.instructions, o.customer_name AS "customerName",
      o.unique_code AS "uniqueCode", o.needs_matching AS "needsMatching",
      CASE WHEN o.shipping_address IS NOT NULL THEN jsonb_build_object('name', o.shipping_address->'name', 'city', o.shipping_address->'city') END AS "shipsTo",
      o.expires_at AS "expiresAt", o.paid_at AS "paidAt", o.created_at AS "createdAt",
      l.state AS "linkState", l.expires_at AS "linkExpiresAt", l.redirects, m.redirects AS "shopRedirects",
      CASE WHEN o.refunded_amount > 0 THEN (
        SELECT jsonb_agg(jsonb_build_object('amount', r.amount, 'at', r.completed_at) ORDER BY r.completed_at DESC)
        FROM refunds r WHERE r.order_id = o.id AND r.state = 'succeeded'
      ) END AS refunds,
      (SELECT jsonb_build_object('state', c.state, 'hasPicture', c.sent_hash IS NOT NULL, 'sentAt', c.sent_at, 'reason', c.reason)
        FROM payment_claims c WHERE c.order_id = o.id) AS claim,
      ${SHOP_COLUMNS}
    FROM orders o JOIN links l ON l.id = o.link_id JOIN merchants m ON m.id = o.merchant_id
    WHERE o.token = ${token} AND l.slug = ${slug}`
  if (!row) return null
  const { shopName, shopPhone, shopLocale, shopTimeZone, shopCreatedAt, shopLook, linkState, linkExpiresAt, redirects, shopRedirects, ...order } = row
  if (!isPaymentMethod(order.paymentMethod)) throw new Error(`unknown payment method ${order.paymentMethod}`)
  return {
    ...order,
    status: orderStatus(row, at),
    amount: amountOf(row.amount),
    currency: requireCurrency(row.currency),
    paymentMethod: order.paymentMethod,
    instructions: instructionsSchema.parse(row.instructions),
    refunds: (row.refunds ?? []).map((refund): CheckoutRefund => ({ amount: refund.amount, at: new Date(refund.at) })),
    claim: row.claim && { ...row.claim, sentAt: new Date(row.claim.sentAt) },
    redirects: redirectsOf(redirects, shopRedirects),
    isLinkOpen: linkState === 'active' && (linkExpiresAt === null || linkExpiresAt > at),
    shop: shopOf({ shopName, shopPhone, shopLocale, shopTimeZone, shopCreatedAt, shopLook }),
  }
}

/**
 * How often this order's customer was denied on its link. Whoever said nothing about themselves cannot be
 * told from others, so nothing is counted for them.
 */
export async function countDenials(orderId: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>`
    SELECT count(*)::int AS count
    FROM orders o JOIN orders other ON other.link_id = o.link_id AND other.status = 'denied' AND other.customer_name = o.customer_name
      AND other.customer_email IS NOT DISTINCT FROM o.customer_email AND other.customer_phone IS NOT DISTINCT FROM o.customer_phone
    WHERE o.id = ${orderId}::uuid AND (o.customer_name <> '' OR o.customer_email IS NOT NULL OR o.customer_phone IS NOT NULL)`
  return row?.count ?? 0
}

/** Each address by itself: a link may name its own finish page and leave the others to the shop. */
function redirectsOf(own: Redirects | null, shop: Redirects | null): Redirects | null {
  return own || shop ? { ...shop, ...own } : null
}

function shopOf(row: ShopColumns): CheckoutShop {
  const { slug, logo, ...look } = row.shopLook
  return {
    name: row.shopName,
    phone: row.shopPhone,
    locale: isLocale(row.shopLocale) ? row.shopLocale : 'id',
    timeZone: row.shopTimeZone,
    createdAt: row.shopCreatedAt,
    ...look,
    logo: logoAddress({ slug, logo }),
  }
}
