import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findHomeAction } from '@/lib/home/actions'

/** Slower than a list: it is one question more between the seller's own. */
const LIVE_MS = 8_000

export const homeKey = ['home'] as const

export const homeQuery = () => queryOptions({ queryKey: homeKey, queryFn: () => unwrap(findHomeAction({})), refetchInterval: LIVE_MS, staleTime: LIVE_MS })
