import type { LinkStatus } from '@/lib/link/status'
import type { LinkItem, LinkOrder, LinkRecord } from '@/lib/link/views'
import { formatDecimal } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { paymentTypeOf, transactionStatusOf } from '@/lib/notification/transaction-fields'
import type { OrderStatus } from '@/lib/order/status'
import { offersFor } from '@/lib/receiving/rules'
import type { Offer } from '@/lib/receiving/views'
import type { Mode } from '@/lib/shop/mode'
import type { LINK_STATUS_WORDS, PaymentLinkCreated, PaymentLinkSummary, TRANSACTION_WORDS } from './answer-schema'
import { methodsOf } from './enabled-payments'
import { expiryFields, type SentExpiry } from './expiry'

const STATUS_WORDS: Record<LinkStatus, (typeof LINK_STATUS_WORDS)[number]> = {
  active: 'active', paused: 'paused', scheduled: 'scheduled', expired: 'expired', soldOut: 'sold_out', deleted: 'deleted',
}

/** @param appUrl where customers find this server, without a slash at its end */
export const paymentUrl = (appUrl: string, slug: string): string => `${appUrl}/p/${slug}`

export function presentCreated(appUrl: string, { orderId, slug }: { orderId: string; slug: string }): PaymentLinkCreated {
  return { order_id: orderId, payment_url: paymentUrl(appUrl, slug) }
}

/** A link in Midtrans' words. What the request that made it said and nothing here stands for comes back as it was. */
export function presentLink(link: LinkRecord, { appUrl, merchantId, mode, offers }: { appUrl: string; merchantId: string; mode: Mode; offers: readonly Offer[] }): PaymentLinkSummary {
  const { enabled_payments, expiry, customer_details, item_details, callbacks, ...echoed } = link.apiDetails ?? {}
  const card = recordOf(echoed['credit_card'])
  const rests = Array.isArray(item_details) ? item_details : []
  const told = (amount: number) => toldAmount(amount, link.currency)
  return {
    ...echoed,
    id: link.number,
    order_id: link.orderId,
    payment_link_id: link.slug,
    payment_link_url: paymentUrl(appUrl, link.slug),
    payment_link_type: link.openAmount ? 'DYNAMIC_AMOUNT' : 'FIXED_AMOUNT',
    merchant_id: merchantId,
    status: STATUS_WORDS[link.status],
    title: link.title,
    currency: link.currency,
    gross_amount: told(link.amount),
    dynamic_amount: link.openAmount && {
      min_amount: told(link.openAmount.minimum), max_amount: told(link.openAmount.maximum), preset_amount: link.openAmount.preset === null ? null : told(link.openAmount.preset),
    },
    enabled_payments: enabledOf(link, enabled_payments, { mode, offers }),
    usage_limit: link.usageLimit,
    usage: link.usedCount,
    credit_card_3d_secure: card['secure'] === true,
    whitelist_bins: Array.isArray(card['whitelist_bins']) ? card['whitelist_bins'] : [],
    ...expiryFields(link, isSentExpiry(expiry) ? expiry : null),
    expires_at: link.expiresAt?.toISOString() ?? null,
    item_details: link.items.map((item, index) => presentItem(item, { link, index, rest: recordOf(rests[index]) })),
    customer_required: link.customerQuestions === null || link.customerQuestions.required.length > 0,
    customer_details: { ...recordOf(customer_details), ...presentCustomer(link.customer) },
    callbacks: link.redirects || callbacks ? { ...recordOf(callbacks), ...link.redirects } : null,
    notification_urls: link.notificationUrls,
    custom_field1: link.customFields?.['custom_field1'] ?? null,
    custom_field2: link.customFields?.['custom_field2'] ?? null,
    custom_field3: link.customFields?.['custom_field3'] ?? null,
    metadata: link.metadata ?? null,
    last_snap_transaction_status: link.lastOrder && wordOf(link.lastOrder.status),
    created_at: link.createdAt.toISOString(),
    updated_at: link.updatedAt.toISOString(),
  }
}

export function presentPurchase(order: LinkOrder, link: Pick<LinkRecord, 'number'>) {
  return {
    id: order.number,
    snap_token: order.id,
    order_id: order.orderId,
    payment_status: wordOf(order.status),
    payment_method: paymentTypeOf(order.paymentMethod).toUpperCase(),
    created_at: order.createdAt.toISOString(),
    updated_at: order.updatedAt.toISOString(),
    payment_link_id: link.number,
  }
}

function presentItem(item: LinkItem, { link, index, rest }: { link: LinkRecord; index: number; rest: Record<string, unknown> }) {
  const { name, price, quantity, sku, brand, category, merchantName } = item
  return {
    ...rest,
    id: index + 1, item_id: sku ?? null, name, price: toldAmount(price, link.currency), quantity, brand: brand ?? null, category: category ?? null, merchant_name: merchantName ?? null,
    payment_link_id: link.number, created_at: link.createdAt.toISOString(), updated_at: link.updatedAt.toISOString(),
  }
}

function presentCustomer(customer: LinkRecord['customer']): Record<string, string> {
  if (!customer) return {}
  const { firstName, lastName, email, phone, notes } = customer
  const fields = { first_name: firstName, last_name: lastName, email, phone, notes }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** What was sent, while it still means what the link allows. */
function enabledOf({ paymentMethods, accountsOff, currency, amount, openAmount }: LinkRecord, sent: unknown, { mode, offers }: { mode: Mode; offers: readonly Offer[] }): string[] {
  const names = Array.isArray(sent) ? sent.filter((name) => typeof name === 'string') : []
  if (names.length > 0 && methodsOf(names, mode).join() === methodsOf(paymentMethods, mode).join()) return names
  if (paymentMethods.length > 0) return paymentMethods
  const span = openAmount ? { amount: openAmount.minimum, upTo: openAmount.maximum } : { amount }
  return [...new Set(offersFor(offers, { currency, ...span, chosen: [], accountsOff }).map(({ method }) => method))]
}

/** Whole rupiah; in another currency, units with their decimals. */
const toldAmount = (amount: number, currency: Currency): number => Number(formatDecimal(amount, currency))

const wordOf = (status: OrderStatus) => transactionStatusOf(status).toUpperCase() as (typeof TRANSACTION_WORDS)[number]

const recordOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {})

const isSentExpiry = (value: unknown): value is SentExpiry => typeof value === 'object' && value !== null && 'start' in value && 'duration' in value && 'unit' in value
