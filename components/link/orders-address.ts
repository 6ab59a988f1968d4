import type { OrderFilter } from '@/lib/order/filter'

/** The orders page, showing one link's orders only. */
export function ordersAddress(linkId: string, status?: NonNullable<OrderFilter['status']>): string {
  const params = new URLSearchParams({ link: linkId, ...(status && { status }) })
  return `/orders?${params}`
}
