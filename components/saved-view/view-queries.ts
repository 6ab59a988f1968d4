import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { listViewsAction } from '@/lib/saved-view/actions'
import type { ListName } from '@/lib/saved-view/view-query'

/** They change when somebody in the shop changes them, which is seldom. */
const FRESH_MS = 60_000

export const viewKey = (list: ListName) => ['saved-views', list] as const

export const viewsQuery = (list: ListName) => queryOptions({ queryKey: viewKey(list), queryFn: () => unwrap(listViewsAction({ list })), staleTime: FRESH_MS })
