import 'server-only'
import type { FieldErrors } from '@/lib/platform/result'
import { newRowId, secretToken } from '@/lib/platform/ids'
import { closedReason, type ClosedReason } from '@/lib/link/status'
import type { CustomerForm } from '@/lib/order/schema'
import { expireDueOrders } from '@/lib/order/store'
import { isPaymentMethod, methodsFor, PAYMENT_METHODS } from '@/lib/payment/methods'
import { railFor } from '@/lib/payment/rails'
import { fullName } from './customer-name'
import { findCheckoutLink, findTokenBySubmission, insertHeldOrder } from './store'
import type { CheckoutLink } from './views'

export type OrderWish = {
  slug: string
  /** The link of this slug, for a caller who has just read it. */
  link?: CheckoutLink
  /** From the signed form: a second submission of the same form answers with the first order. */
  submissionId: string
  /** What the customer saw and agreed to, in minor units. */
  amount: number
  method: string
  /** Null when the link names its customer. */
  customer: CustomerForm | null
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
  const { method } = wish
  if (!isPaymentMethod(method) || !link.methods.includes(method)) return { kind: 'invalid', fields: { method: 'methodRequired' }, link }
  const customer = link.customer ? namedCustomer(link.customer) : wish.customer && { ...wish.customer }
  if (!customer) return { kind: 'invalid', fields: { name: 'required' }, link }
  if (link.openAmount && !methodsFor({ amount: wish.amount, chosen: [method] }).length) return { kind: 'invalid', fields: { method: 'methodNotForAmount' }, link }
  const rail = railFor(link.mode, method)
  if (!rail) return { kind: 'railUnavailable', link }

  const token = secretToken()
  const order = {
    id: newRowId(at.getTime()),
    token,
    submissionId: wish.submissionId,
    link: { id: link.id },
    amount: wish.amount,
    paymentMethod: method,
    instructions: await rail.start({ method, amount: link.openAmount ? wish.amount : link.amount, currency: link.currency, shopName: link.shop.name }),
    customer: { name: customer.name, email: customer.email || null, phone: customer.phone || null },
    locale: wish.locale,
    expiresAt: new Date(at.getTime() + PAYMENT_METHODS[method].lifetimeMinutes * 60_000),
    at,
  }
  const isFull = () => closedReason(link, at) === 'allHeld'
  let outcome = isFull() ? 'refused' : await insertHeldOrder(order)
  if (outcome === 'refused' && (await expireDueOrders({ at, limit: FREED_AT_ONCE, linkId: link.id })) > 0) {
    outcome = await insertHeldOrder(order)
  }
  if (outcome === 'held') return { kind: 'placed', token }

  const earlier = await findTokenBySubmission(link.id, wish.submissionId)
  return earlier ? { kind: 'placed', token: earlier } : await refusal(wish, at)
}

/** The database said no: reads why. */
async function refusal(wish: OrderWish, at: Date): Promise<Placement> {
  const link = await findCheckoutLink(wish.slug)
  if (!link) return { kind: 'notFound' }
  const { openAmount } = link
  const isRight = openAmount ? wish.amount >= openAmount.minimum && wish.amount <= openAmount.maximum : link.amount === wish.amount
  if (!isRight) return { kind: 'priceChanged', link }
  return { kind: 'closed', reason: closedReason(link, at) ?? 'allHeld', link }
}

function namedCustomer(customer: NonNullable<CheckoutLink['customer']>): CustomerForm {
  return { name: fullName(customer), email: customer.email, phone: customer.phone }
}
