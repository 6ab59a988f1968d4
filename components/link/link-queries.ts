import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findConversionAction } from '@/lib/home/actions'
import { checkIdsAction, countLinksAction, findLinkAction, listLinksAction } from '@/lib/link/actions'
import type { LinkFilter } from '@/lib/link/filter'
import { unpack } from '@/lib/platform/packed'
import { linkKeys } from './link-keys'

// Next runs a browser's server actions one after the other: whatever polls here delays what a seller does.
const LIVE_MS = 4_000
const COUNTS_MS = 15_000

export const linkListQuery = (filter: LinkFilter) =>
  queryOptions({
    queryKey: linkKeys.list(filter),
    queryFn: async () => unpack(await unwrap(listLinksAction(filter)), ['createdAt', 'expiresAt']),
    refetchInterval: LIVE_MS,
    staleTime: LIVE_MS,
    placeholderData: keepPreviousData,
    structuralSharing: keepSame,
  })

export const linkCountsQuery = () =>
  queryOptions({
    queryKey: linkKeys.counts,
    queryFn: () => unwrap(countLinksAction({})),
    refetchInterval: COUNTS_MS,
    staleTime: COUNTS_MS,
  })

export const linkReportQuery = (id: string) =>
  queryOptions({
    queryKey: linkKeys.report(id),
    queryFn: () => unwrap(findLinkAction({ id })),
    refetchInterval: LIVE_MS,
    staleTime: LIVE_MS,
  })

export const conversionQuery = (id: string) =>
  queryOptions({
    queryKey: linkKeys.conversion(id),
    queryFn: () => unwrap(findConversionAction({ id })),
    refetchInterval: COUNTS_MS,
    staleTime: COUNTS_MS,
  })

/** Whether IDs are free. Only a hint while typing: saving decides. */
export const freeIdsQuery = (ids: { orderId?: string; slug?: string }) =>
  queryOptions({
    queryKey: linkKeys.freeIds(ids),
    queryFn: () => unwrap(checkIdsAction(ids)),
    staleTime: 10_000,
    retry: false,
  })

type Page = { links: { id: string }[] }
const isPage = (value: unknown): value is Page => typeof value === 'object' && value !== null && 'links' in value

/**
 * What says the same stays the same object, which react-query by itself only sees to where there are no dates: so rows need not
 * be drawn again. The whole page too: a new one for the same answer would be drawn for ever.
 */
function keepSame(before: unknown, after: unknown): unknown {
  if (!isPage(before) || !isPage(after)) return after
  if (JSON.stringify(before) === JSON.stringify(after)) return before
  const known = new Map(before.links.map((row) => [row.id, row]))
  const links = after.links.map((row) => {
    const old = known.get(row.id)
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row
  })
  return { ...after, links }
}
