import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findAnythingAction } from '@/lib/palette/actions'
import { SHORTEST_SEARCH } from '@/lib/palette/rules'

export const foundQuery = (q: string) =>
  queryOptions({ queryKey: ['found', q], queryFn: () => unwrap(findAnythingAction({ q })), enabled: q.length >= SHORTEST_SEARCH, placeholderData: keepPreviousData })
