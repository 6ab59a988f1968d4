import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findApiCallAction, listApiCallsAction } from '@/lib/api/call-log/actions'
import type { CallFilter } from '@/lib/api/call-log/schema'
import { unpack } from '@/lib/platform/packed'
import { listServerKeysAction } from '@/lib/server-key/actions'

// Next runs a browser's server actions one after the other: what few look at polls less often than what moves.
const LIVE_MS = 4_000
const CALM_MS = 10_000

export const developerKeys = {
  keys: ['server-keys'] as const,
  calls: (filter: CallFilter) => ['api-calls', 'list', filter] as const,
  call: (id: string) => ['api-calls', 'details', id] as const,
}

export const keyListQuery = () =>
  queryOptions({
    queryKey: developerKeys.keys,
    queryFn: () => unwrap(listServerKeysAction({})),
    refetchInterval: CALM_MS,
  })

export const callListQuery = (filter: CallFilter) =>
  queryOptions({
    queryKey: developerKeys.calls(filter),
    queryFn: async () => unpack(await unwrap(listApiCallsAction(filter)), ['at']),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  })

/** A call that was answered does not change any more. */
export const callQuery = (id: string) =>
  queryOptions({
    queryKey: developerKeys.call(id),
    queryFn: () => unwrap(findApiCallAction({ id })),
    staleTime: Infinity,
  })
