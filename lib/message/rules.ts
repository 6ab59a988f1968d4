import { isPaidOnDelivery } from '@/lib/order/rules'
import type { OrderStatus } from '@/lib/order/status'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { MessageKind } from './fields'

/** The message that an order's customer waits for; null when there is nothing to say but hello. */
export function messageFor(order: { status: OrderStatus; paymentMethod: PaymentMethod; shippedAt: Date | null }): MessageKind | null {
  const { status, shippedAt } = order
  // Who pays the courier owes nothing yet.
  if (isPaidOnDelivery(order)) return shippedAt ? 'shipped' : null
  if (status === 'pending') return 'remind'
  if (status === 'paid' || status === 'partially_refunded') return shippedAt ? 'shipped' : 'received'
  return null
}
