import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findBulkChangeAction } from '@/lib/bulk-change/actions'
import { listExportsAction } from '@/lib/data-export/actions'
import type { ExportView } from '@/lib/data-export/views'
import { findImportAction } from '@/lib/link-import/actions'

/** So often that a bar moves, so rarely that nobody waits for it. */
const LIVE_MS = 1_500

export const isOver = ({ state }: { state: 'waiting' | 'running' | 'done' | 'cancelled' }): boolean => state === 'done' || state === 'cancelled'

/** What is over changes no more. */
const untilOver = (task: Parameters<typeof isOver>[0] | undefined) => (task && isOver(task) ? false : LIVE_MS)

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['link-imports', id] as const,
    queryFn: () => unwrap(findImportAction({ id })),
    refetchInterval: ({ state }) => untilOver(state.data),
  })

export const bulkChangeQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk-changes', id] as const,
    queryFn: () => unwrap(findBulkChangeAction({ id })),
    refetchInterval: ({ state }) => untilOver(state.data),
  })

export const exportsQuery = () =>
  queryOptions({
    queryKey: ['exports'] as const,
    queryFn: () => unwrap(listExportsAction({})),
    refetchInterval: ({ state }) => (state.data?.some((task: ExportView) => !isOver(task)) ? LIVE_MS : false),
  })
