import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findShareAction } from '@/lib/share/actions'
import { linkKeys } from '../link-keys'

const LIVE_MS = 15_000

/** How a link looks in a chat, and who waits for it. */
export const shareQuery = (id: string) =>
  queryOptions({
    queryKey: linkKeys.share(id),
    queryFn: () => unwrap(findShareAction({ id })),
    refetchInterval: LIVE_MS,
    staleTime: LIVE_MS,
  })
