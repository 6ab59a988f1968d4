import 'server-only'
import type { FieldErrors } from '@/lib/platform/result'
import { newRowId, secretToken } from '@/lib/platform/ids'
import { outOfRange } from '@/lib/link/open-amount'
import { closedReason, type ClosedReason } from '@/lib/link/status'
import type { CustomerField, OpenAmount } from '@/lib/link/views'
import type { Currency } from '@/lib/money/money'
import type { CustomerForm } from '@/lib/order/schema'
import { expireDueOrders } from '@/lib/order/store'
import type { ShippingAddress } from '@/lib/order/views'
import { methodsFor, PAYMENT_METHODS, type PaymentMethod } from '@/lib/payment/methods'
import type { Rail } from '@/lib/payment/port'
import { railFor } from '@/lib/payment/rails'
import type { Mode } from '@/lib/shop/mode'
import { readChoice } from './choice'
import { fullName } from './customer-name'
import { NOTHING_SAID, questionsOf } from './customer-questions'
import { findTokenBySubmission, insertHeldOrder, type HeldOrder } from './hold/store'
import { holdOwnOrder } from './hold-own-order'
import { completed } from './shipping-address'
import { findCheckoutLink } from './store'
import type { CheckoutLink } from './views'

export type OrderWish = {
  slug: string
  /** The link of this slug, for a caller who has just read it. */
  link?: CheckoutLink
  /** From the signed form: a second submission of the same form answers with the first order. */
  submissionId: string
  /** What the customer saw and agreed to, in minor units. */
  amount: number
  /** What was chosen, see {@link readChoice}. */
  method: string
  /** What the customer answered; null when nothing was asked. */
  customer: CustomerForm | null
  /** Where goods go, for methods that ask. */
  shippingAddress?: ShippingAddress | null
  locale: string
}

export type Placement =
  | { kind: 'placed'; token: string }
  | { kind: 'closed'; reason: ClosedReason; link: CheckoutLink }
  | { kind: 'priceChanged'; link: CheckoutLink }
  | { kind: 'invalid'; fields: FieldErrors; link: CheckoutLink }
  | { kind: 'railUnavailable'; link: CheckoutLink }
  | { kind: 'notFound' }

/** Holds that passed their deadline are freed this many at a time when a link looks full. */
const FREED_AT_ONCE = 100

/**
 * A customer chooses how to pay: prepares the payment with the rail, takes one place of the link and
 * writes the pending order. With K places left and any number of customers at once, exactly K get one.
 */
export async function placeOrder(wish: OrderWish, at: Date): Promise<Placement> {
  const link = wish.link ?? (await findCheckoutLink(wish.slug))
  if (!link) return { kind: 'notFound' }
  const choice = readChoice(wish.method)
  if (!choice || !link.methods.includes(choice.method)) return { kind: 'invalid', fields: { method: 'methodRequired' }, link }
  const { method } = choice
  const rail = railFor(link.mode, method)
  if (!rail) return { kind: 'railUnavailable', link }
  const { customer, missing } = customerOf(link, wish.customer)
  const shipping = rail.capabilities.asksAddress ? completed(wish.shippingAddress ?? null, customer) : { address: null, missing: {} }
  const unsaid = { ...Object.fromEntries(missing.map((field) => [field, 'required'])), ...shipping.missing }
  if (Object.keys(unsaid).length > 0) return { kind: 'invalid', fields: unsaid, link }
  const problem = link.openAmount && problemWith(wish.amount, method, { openAmount: link.openAmount, currency: link.currency, mode: link.mode })
  if (problem) return { kind: 'invalid', fields: problem, link }

  const token = secretToken()
  const order = {
    id: newRowId(at.getTime()),
    token,
    submissionId: wish.submissionId,
    link: { id: link.id, version: link.version },
    price: wish.amount,
    paymentMethod: method,
    customer: { name: customer.name, email: customer.email || null, phone: customer.phone || null },
    locale: wish.locale,
    expiresAt: new Date(at.getTime() + PAYMENT_METHODS[method].lifetimeMinutes * 60_000),
    at,
  }
  const hold = await holding({ link, rail, order, accountId: choice.accountId, shippingAddress: shipping.address })
  let outcome = closedReason(link, at) === 'allHeld' ? 'refused' : await hold()
  if (outcome === 'refused' && (await expireDueOrders({ at, limit: FREED_AT_ONCE, linkId: link.id })) > 0) {
    outcome = await hold()
  }
  if (outcome === 'held') return { kind: 'placed', token }

  const earlier = await findTokenBySubmission(link.id, wish.submissionId)
  if (earlier) return { kind: 'placed', token: earlier }
  if (outcome === 'accountGone') return { kind: 'invalid', fields: { method: 'methodGone' }, link }
  if (outcome === 'notForAmount') return { kind: 'invalid', fields: { method: 'methodNotForAmount' }, link }
  return await refusal(wish, link, at)
}

type Holding = { link: CheckoutLink; rail: Rail; order: Omit<HeldOrder, 'instructions' | 'own'>; accountId: string | null; shippingAddress: ShippingAddress | null }

/** What takes the place: a rail that collects is asked first and once; a shop's own account is read in the transaction. */
async function holding({ link, rail, order, accountId, shippingAddress }: Holding): Promise<() => ReturnType<typeof holdOwnOrder>> {
  const kind = rail.capabilities.account
  if (kind) return async () => await holdOwnOrder({ link, rail, kind, accountId, shippingAddress, order })
  const amount = link.openAmount ? order.price : link.amount
  const instructions = await rail.start({ method: order.paymentMethod, amount, currency: link.currency, shopName: link.shop.name })
  return async () => await insertHeldOrder({ ...order, instructions })
}

/** The database said no: reads why. A link that was edited since it was read is tried once more as it is now. */
async function refusal(wish: OrderWish, seen: CheckoutLink, at: Date): Promise<Placement> {
  const link = await findCheckoutLink(wish.slug)
  if (!link) return { kind: 'notFound' }
  if (link.version !== seen.version) return await placeOrder({ ...wish, link }, at)
  const isRight = link.openAmount ? outOfRange(link.openAmount, wish.amount) === null : link.amount === wish.amount
  if (!isRight) return { kind: 'priceChanged', link }
  return { kind: 'closed', reason: closedReason(link, at) ?? 'allHeld', link }
}

/** Asked before the rail is: nothing is started for an amount that the link or the method does not take. */
function problemWith(amount: number, method: PaymentMethod, { openAmount, currency, mode }: { openAmount: OpenAmount; currency: Currency; mode: Mode }): FieldErrors | null {
  const verdict = outOfRange(openAmount, amount)
  if (verdict) return { amount: verdict }
  return methodsFor({ mode, currency, amount, chosen: [method] }).length === 0 ? { method: 'methodNotForAmount' } : null
}

/** The details that the seller gave, completed with the answers to what was asked and nothing else. */
function customerOf(link: CheckoutLink, answers: CustomerForm | null): { customer: CustomerForm; missing: CustomerField[] } {
  const questions = questionsOf(link)
  const asked = questions.map(({ field }) => [field, answers?.[field] ?? ''] as const)
  const known = link.customer ? { name: fullName(link.customer), email: link.customer.email, phone: link.customer.phone } : NOTHING_SAID
  const customer = { ...known, ...Object.fromEntries(asked) }
  return { customer, missing: questions.flatMap(({ field, isRequired }) => (isRequired && customer[field] === '' ? [field] : [])) }
}
