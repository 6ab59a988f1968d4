import 'server-only'
import { Prisma } from '@/lib/database/client'
import { queryRows } from '@/lib/database/sql'
import { findPaidRest } from '@/lib/confirmation/money/store'
import type { LinkItem, SpecificCustomer } from '@/lib/link/views'
import { amountOf, requireCurrency } from '@/lib/money/money'
import { askedAmount } from '@/lib/order/asked-amount'
import { requireMethod } from '@/lib/order/store'
import type { OrderStatus } from '@/lib/order/status'
import { instructionsSchema } from '@/lib/payment/instructions'
import type { MerchantScope, Mode } from '@/lib/shop/scope'
import type { DocumentShop, LinkFacts, OrderFacts } from './views'

type ShopRow = Omit<DocumentShop, 'logo'> & { locale: string }

type OrderRow = {
  id: string
  mode: Mode
  slug: string
  token: string
  orderId: string
  locale: string
  status: OrderStatus
  currency: string
  items: LinkItem[]
  amount: bigint
  uniqueCode: number
  paymentMethod: string
  instructions: unknown
  customerName: string
  customerPhone: string | null
  customerEmail: string | null
  createdAt: Date
  expiresAt: Date
  paidAt: Date | null
  refunds: { amount: number; at: string; reason: string; channel: 'rail' | 'manual' }[]
  shop: ShopRow
  logo: Buffer | null
}

const SHOP = Prisma.sql`
  jsonb_build_object('name', m.name, 'phone', m.phone, 'timeZone', m.time_zone, 'locale', m.locale, 'supportEmail', m.support_email, 'website', m.website,
    'instagram', m.instagram, 'address', m.address, 'thankYou', m.thank_you, 'accentColor', m.accent_color) AS shop, sl.png AS logo`

/** An order of the customer who has its page's address. */
export async function findOrderFactsByToken({ slug, token }: { slug: string; token: string }): Promise<OrderFacts | null> {
  return await findOrderFacts(Prisma.sql`o.token = ${token} AND l.slug = ${slug}`)
}

export async function findOrderFactsOfShop(scope: MerchantScope, id: string): Promise<OrderFacts | null> {
  return await findOrderFacts(Prisma.sql`o.id = ${id}::uuid AND o.merchant_id = ${scope.merchantId}::uuid AND o.mode = ${scope.mode}::mode`)
}

async function findOrderFacts(condition: Prisma.Sql): Promise<OrderFacts | null> {
  const [row] = await queryRows<OrderRow>`
    SELECT o.id, o.mode, l.slug, o.token, o.order_id AS "orderId", o.locale, o.status, o.currency, o.items, o.amount,
      o.unique_code AS "uniqueCode", o.payment_method AS "paymentMethod", o.instructions, o.customer_name AS "customerName",
      o.customer_phone AS "customerPhone", o.customer_email AS "customerEmail", o.created_at AS "createdAt", o.expires_at AS "expiresAt", o.paid_at AS "paidAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('amount', r.amount, 'at', r.completed_at, 'reason', r.reason, 'channel', r.channel) ORDER BY r.completed_at, r.id)
        FROM refunds r WHERE r.order_id = o.id AND r.state = 'succeeded'), '[]') AS refunds,
      ${SHOP}
    FROM orders o JOIN links l ON l.id = o.link_id JOIN merchants m ON m.id = o.merchant_id LEFT JOIN shop_logos sl ON sl.merchant_id = m.id
    WHERE ${condition}`
  if (!row) return null
  const { id, customerName, customerPhone, customerEmail, shop, logo, ...order } = row
  return {
    ...order,
    amount: amountOf(row.amount),
    rest: amountOf(row.amount) < askedAmount(row) ? await findPaidRest(id) : null,
    currency: requireCurrency(row.currency),
    paymentMethod: requireMethod(row.paymentMethod),
    instructions: instructionsSchema.parse(row.instructions),
    customer: { name: customerName, phone: customerPhone, email: customerEmail },
    refunds: row.refunds.map((refund) => ({ ...refund, at: new Date(refund.at) })),
    shop: { ...shop, logo },
  }
}

type LinkRow = Omit<LinkFacts, 'amount' | 'currency' | 'customer' | 'shop'> & { amount: bigint; currency: string; customer: SpecificCustomer; shop: ShopRow; logo: Buffer | null }

/** A link for a named customer with a price that is decided; null for every other. */
export async function findLinkFacts(scope: MerchantScope, id: string): Promise<LinkFacts | null> {
  const [row] = await queryRows<LinkRow>`
    SELECT l.mode, l.slug, l.order_id AS "orderId", l.currency, l.items, l.amount, l.description, l.customer, l.created_at AS "createdAt", l.state, l.starts_at AS "startsAt", l.expires_at AS "expiresAt",
      l.usage_limit AS "usageLimit", l.used_count AS "usedCount", l.held_count AS "heldCount", ${SHOP}
    FROM links l JOIN merchants m ON m.id = l.merchant_id LEFT JOIN shop_logos sl ON sl.merchant_id = m.id
    WHERE l.id = ${id}::uuid AND l.merchant_id = ${scope.merchantId}::uuid AND l.mode = ${scope.mode}::mode AND l.state <> 'deleted'
      AND l.customer IS NOT NULL AND l.minimum_amount IS NULL`
  if (!row) return null
  const { customer: { firstName, lastName, phone, email }, shop, logo, ...link } = row
  return {
    ...link,
    amount: amountOf(row.amount),
    currency: requireCurrency(row.currency),
    customer: { name: [firstName, lastName].filter(Boolean).join(' '), phone: phone || null, email: email || null },
    shop: { ...shop, logo },
  }
}
