import type { RefundView } from '@/lib/refund/views'

/**
 * The key of the refund that is being asked for. Kept until it is known to have arrived, so that
 * asking again after a double click, a lost answer or a reload sends nothing twice.
 */
export function refundKeyOf(orderId: string, refunds: readonly Pick<RefundView, 'refundKey'>[]): string {
  const name = `refund-key:${orderId}`
  const kept = sessionStorage.getItem(name)
  if (kept !== null && !refunds.some(({ refundKey }) => refundKey === kept)) return kept
  const fresh = crypto.randomUUID()
  sessionStorage.setItem(name, fresh)
  return fresh
}
