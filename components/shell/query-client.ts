import { QueryCache, QueryClient } from '@tanstack/react-query'
import { leaveDashboard } from './leave-dashboard'
import { failureKind } from './unwrap'

const FRESH_MS = 5_000

/** One for each browser; on the server one for each request. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (failureKind(error) === 'unauthenticated') leaveDashboard()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // An answer that will not change by asking again is shown at once.
        retry: (failures, error) => failureKind(error) === 'unexpected' && failures < 2,
      },
    },
  })
}
