import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findOrderAction, listOrdersAction } from '@/lib/order/actions'
import type { OrderFilter } from '@/lib/order/filter'
import { unpack } from '@/lib/platform/packed'

/** While the page is looked at; react-query asks nothing for a hidden one. */
const LIVE_MS = 4_000

export const orderKeys = {
  all: ['orders'] as const,
  list: (filter: OrderFilter) => [...orderKeys.all, 'list', filter] as const,
  details: (id: string) => [...orderKeys.all, 'details', id] as const,
}

export const orderListQuery = (filter: OrderFilter) =>
  queryOptions({
    queryKey: orderKeys.list(filter),
    queryFn: async () => unpack(await unwrap(listOrdersAction(filter)), ['createdAt', 'paidAt', 'expiresAt', 'shippedAt']),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  })

export const orderDetailsQuery = (id: string) =>
  queryOptions({
    queryKey: orderKeys.details(id),
    queryFn: () => unwrap(findOrderAction({ id })),
    refetchInterval: LIVE_MS,
  })
