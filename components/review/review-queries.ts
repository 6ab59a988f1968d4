import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { claimKeys } from '@/components/shell/claim-keys'
import { unwrap } from '@/components/shell/unwrap'
import { listClaimsAction } from '@/lib/claim/actions'
import { findOrderMoneyAction } from '@/lib/confirmation/actions'
import type { ClaimFilter } from '@/lib/claim/schema'
import { unpack } from '@/lib/platform/packed'

/** While the page is looked at. */
const LIVE_MS = 4_000

export const reviewKeys = {
  all: claimKeys.all,
  list: (filter: ClaimFilter) => [...reviewKeys.all, 'list', filter] as const,
}

/** Below the order's own: what changes the order asks for this again too. */
export const orderMoneyKey = (id: string) => ['orders', 'details', id, 'money'] as const

export const orderMoneyQuery = (id: string) =>
  queryOptions({ queryKey: orderMoneyKey(id), queryFn: () => unwrap(findOrderMoneyAction({ id })), refetchInterval: LIVE_MS })

export const claimListQuery = (filter: ClaimFilter) =>
  queryOptions({
    queryKey: reviewKeys.list(filter),
    queryFn: async () => unpack(await unwrap(listClaimsAction(filter)), ['openedAt', 'sentAt', 'at']),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  })
