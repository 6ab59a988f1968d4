import 'server-only'
import { findOrder } from '@/lib/order/queries'
import { isOpen } from '@/lib/order/status'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { confirmPayment } from './confirm-payment'
import type { ReceivedMoney } from './money/schema'

/**
 * A seller has the money of an order that the customer said nothing about: the courier brought it, or it
 * stands on the account. Only for the shop's own ways; what a rail collects, the rail confirms. Without `received` it
 * is what was asked; another amount is settled as any other.
 * @returns conflict with a sentence about where the order stands, when it cannot be paid any more; saying it twice is no error
 */
export async function receiveMoney(scope: MerchantScope, { id, received, currency }: ReceivedMoney, at: Date): Promise<Result<null>> {
  const order = await findOrder(scope, id, at)
  if (!order) return notFound()
  if (currency && currency !== order.currency) return invalid({ received: 'otherCurrency' })
  if (order.status === 'paid' && order.byHand.includes('confirm')) return success(null)
  if (!order.byHand.includes('confirm') || !isOpen(order.status)) return conflict(order.status)
  const outcome = await confirmPayment(scope, { orderId: id, facts: { seen: 'money', claimed: order.status === 'in_review' }, ...(received !== undefined && { received }), at })
  if (outcome.kind === 'applied' || outcome.kind === 'alreadyApplied') return success(null)
  return outcome.kind === 'notFound' ? notFound() : conflict((await findOrder(scope, id, at))?.status ?? order.status)
}

const conflict = (status: string) => failure({ kind: 'conflict', message: `orderIs.${status}` })
