import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findEmailAction, listEmailsAction } from '@/lib/email/actions'
import type { OutboxFilter } from '@/lib/email/schema'
import { unpack } from '@/lib/platform/packed'

/** While the page is looked at. */
const LIVE_MS = 5_000

export const emailKeys = {
  all: ['emails'] as const,
  list: (filter: OutboxFilter) => [...emailKeys.all, 'list', filter] as const,
  details: (id: string) => [...emailKeys.all, 'details', id] as const,
}

export const emailListQuery = (filter: OutboxFilter) =>
  queryOptions({
    queryKey: emailKeys.list(filter),
    queryFn: async () => unpack(await unwrap(listEmailsAction(filter)), ['createdAt', 'sentAt']),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  })

/** A message does not change once it is sent or kept; only one on its way is asked about. */
export const emailDetailsQuery = (id: string) =>
  queryOptions({
    queryKey: emailKeys.details(id),
    queryFn: () => unwrap(findEmailAction({ id })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'pending' ? LIVE_MS : false),
  })
