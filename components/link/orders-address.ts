import type { OrderStatus } from '@/lib/order/status'

/** The orders page, showing one link's orders only. */
export function ordersAddress(linkId: string, status?: OrderStatus): string {
  const params = new URLSearchParams({ link: linkId, ...(status && { status }) })
  return `/orders?${params}`
}
