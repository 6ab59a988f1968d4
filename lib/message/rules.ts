import type { OrderStatus } from '@/lib/order/status'
import type { MessageKind } from './fields'

/** The message that an order's customer waits for; null when there is nothing to say but hello. */
export function messageFor({ status, shippedAt }: { status: OrderStatus; shippedAt: Date | null }): MessageKind | null {
  if (status === 'pending') return 'remind'
  if (status === 'paid' || status === 'partially_refunded') return shippedAt ? 'shipped' : 'received'
  return null
}
