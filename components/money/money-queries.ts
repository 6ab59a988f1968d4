import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { listCreditsAction, listWaitingCreditsAction } from '@/lib/money-in/actions'
import type { CreditFilter } from '@/lib/money-in/schema'
import { unpack } from '@/lib/platform/packed'

/** While the page is looked at. */
const LIVE_MS = 5_000
const DATES = ['at', 'createdAt', 'placedAt', 'expiresAt']

export const moneyKeys = {
  all: ['money'] as const,
  waiting: (filter: Pick<CreditFilter, 'cursor'>) => [...moneyKeys.all, 'waiting', filter] as const,
  list: (filter: CreditFilter) => [...moneyKeys.all, 'list', filter] as const,
}

export const waitingQuery = (filter: Pick<CreditFilter, 'cursor'>) =>
  queryOptions({
    queryKey: moneyKeys.waiting(filter),
    queryFn: async () => unpack(await unwrap(listWaitingCreditsAction(filter)), DATES),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  })

export const creditsQuery = (filter: CreditFilter) =>
  queryOptions({
    queryKey: moneyKeys.list(filter),
    queryFn: async () => unpack(await unwrap(listCreditsAction(filter)), DATES),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  })
