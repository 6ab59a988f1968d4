import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { listNewsAction } from '@/lib/news/actions'
import type { NewsLine } from '@/lib/news/views'
import { unpack } from '@/lib/platform/packed'

/** While a page is looked at; react-query asks nothing for a hidden one, and at once when it is looked at again. */
const LIVE_MS = 10_000

export const newsQuery = queryOptions({
  queryKey: ['news'],
  queryFn: async () => unpack(await unwrap(listNewsAction({})), ['at']),
  refetchInterval: LIVE_MS,
})

/** Lines stand by when they happened; what is told late may have the highest number and not be the first. */
export function lastWritten(lines: readonly NewsLine[]): number {
  return Math.max(0, ...lines.map(({ id }) => Number(id)))
}
