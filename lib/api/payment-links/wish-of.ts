import { openAmountFor } from './rules'
import type { CustomerField, CustomerQuestions, LinkItem, LinkWish, OpenAmount, Redirects, SpecificCustomer } from '@/lib/link/views'
import type { Offer } from '@/lib/receiving/views'
import type { Mode } from '@/lib/shop/mode'
import type { CreatePaymentLink } from './create-schema'
import { methodsOf } from './enabled-payments'
import { durationMs, readStartTime, type SentExpiry } from './expiry'
import { itemSchema, type WireExpiry, type WireItem } from './schema'

/** Fields that a link has columns for, and `transaction_details`, whose own have them: all others are only given back. */
type Rest = Record<string, unknown>

export type NotificationUrls = LinkWish['notificationUrls']

type Given = { slug: string; notificationUrls: NotificationUrls; mode: Mode; offers: readonly Offer[]; at: Date }

/**
 * The link that a request asks for. What the link has no place for is kept in `apiDetails`, by its
 * own name, to be given back.
 * @param slug for a request without a `payment_link_id`
 * @param offers how this shop is paid in this mode
 */
export function wishOf(body: CreatePaymentLink, { slug, notificationUrls, mode, offers, at }: Given): LinkWish {
  const {
    transaction_details, payment_link_type, dynamic_amount, item_details, customer_required, customer_details, title, usage_limit, expiry,
    enabled_payments, callbacks, custom_field1, custom_field2, custom_field3, metadata, ...echoed
  } = body
  const { order_id: orderId, gross_amount, payment_link_id, ...detailsRest } = transaction_details
  const { finish, unfinish, error, ...callbacksRest } = callbacks ?? {}
  const paymentMethods = methodsOf(enabled_payments ?? [], mode)
  const openAmount = payment_link_type === 'DYNAMIC_AMOUNT' ? openAmountFor(dynamic_amount ?? {}, paymentMethods, offers) : null
  const { customer, rest: customerRest } = customerOf(customer_details)
  const period = expiry ? periodOf(expiry, at) : null
  const name = title || orderId
  return {
    submissionId: null,
    orderId,
    slug: payment_link_id ?? slug,
    // Midtrans' amounts are whole rupiah.
    currency: 'IDR',
    title: title || null,
    description: null,
    items: openAmount ? [wholeOf(name, presetOf(openAmount))] : itemsOf(item_details, { name, amount: gross_amount ?? 0 }),
    openAmount,
    usageLimit: usage_limit ?? 1,
    startsAt: period?.startsAt ?? null,
    expiresAt: period?.expiresAt ?? null,
    paymentMethods,
    customer,
    customerQuestions: questionsOf(customer_required, customer_details?.customer_details_required_fields),
    redirects: redirectsOf({ finish, unfinish, error }),
    notificationUrls,
    customFields: presentFields({ custom_field1, custom_field2, custom_field3 }),
    metadata: metadata ?? null,
    apiDetails: presentFields({
      ...withoutNull(echoed),
      transaction_details: nonEmpty(detailsRest),
      callbacks: nonEmpty(callbacksRest),
      customer_details: nonEmpty(withoutNull(customerRest)),
      enabled_payments: enabled_payments?.length ? enabled_payments : null,
      item_details: openAmount ? null : itemRests(item_details),
      expiry: period?.sent,
    }),
  }
}

/** @param from when it counts from, without a start of its own */
export function periodOf(expiry: WireExpiry, from: Date): { startsAt: Date | null; expiresAt: Date; sent: SentExpiry } {
  const { start_time, duration, unit } = expiry
  const startsAt = start_time ? readStartTime(start_time) : null
  const start = startsAt ?? from
  return { startsAt, expiresAt: new Date(start.getTime() + durationMs(duration, unit)), sent: { start: start.toISOString(), duration, unit } }
}

/** @param whole the one item of a link that names none */
export function itemsOf(items: readonly WireItem[] | null | undefined, whole: { name: string; amount: number }): LinkItem[] {
  if (!items?.length) return [wholeOf(whole.name, whole.amount)]
  return items.map(({ id, item_id, name, price, quantity, brand, category, merchant_name }) => {
    const sku = id || item_id
    return { name, price, quantity, ...(sku && { sku }), ...(brand && { brand }), ...(category && { category }), ...(merchant_name && { merchantName: merchant_name }) }
  })
}

/** What items were told that they have no field for, item by item; null when that is nothing. */
export function itemRests(items: readonly WireItem[] | null | undefined): Rest[] | null {
  const rests = (items ?? []).map((item) => withoutNull(Object.fromEntries(Object.entries(item).filter(([name]) => !Object.hasOwn(itemSchema.shape, name)))))
  return rests.some((rest) => nonEmpty(rest)) ? rests : null
}

export function redirectsOf(callbacks: { finish?: string | null | undefined; unfinish?: string | null | undefined; error?: string | null | undefined } | null): Redirects | null {
  const { finish, unfinish, error } = callbacks ?? {}
  return nonEmpty({ ...(finish && { finish }), ...(unfinish && { unfinish }), ...(error && { error }) })
}

function customerOf(details: CreatePaymentLink['customer_details']): { customer: SpecificCustomer | null; rest: Rest } {
  const { first_name, last_name, email, phone, notes, ...rest } = details ?? {}
  if (!first_name && !email && !phone) return { customer: null, rest: notes ? { ...rest, notes } : rest }
  return { customer: { firstName: first_name ?? '', lastName: last_name ?? '', email: email ?? '', phone: phone ?? '', notes: notes ?? '' }, rest }
}

const FIELDS: Record<'first_name' | 'phone' | 'email', CustomerField> = { first_name: 'name', phone: 'phone', email: 'email' }

function questionsOf(isRequired: boolean | null | undefined, fields: readonly (keyof typeof FIELDS)[] | null | undefined): CustomerQuestions | null {
  if (isRequired === undefined || isRequired === null) return null
  if (!isRequired) return { required: [] }
  return { required: fields?.length ? [...new Set(fields.map((field) => FIELDS[field]))] : ['name', 'phone'] }
}

const wholeOf = (name: string, amount: number): LinkItem => ({ name, price: amount, quantity: 1 })

const presetOf = ({ preset, minimum }: OpenAmount): number => preset ?? minimum

const nonEmpty = <Value extends object>(value: Value): Value | null => (Object.keys(value).length > 0 ? value : null)

const withoutNull = (fields: Rest): Rest => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

/** The fields that hold something; null when none does. */
function presentFields<Value>(fields: Record<string, Value | null | undefined>): Record<string, Value> | null {
  return nonEmpty(withoutNull(fields) as Record<string, Value>)
}
