'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { MAX_SELECTED, type ChangeName } from '@/lib/bulk-change/rules'
import type { LinkTarget } from '@/lib/bulk-change/schema'
import type { LinkFilter } from '@/lib/link/filter'
import type { Selection } from './use-selection'

/** What can be done with the links that are selected. Deleted ones can only come back. */
export function useBulkActions({ isAllMatching, selected }: Selection, { q, status }: LinkFilter) {
  const router = useRouter()
  const [asked, setAsked] = useState<{ change: ChangeName; target: LinkTarget } | null>(null)
  const target = (): LinkTarget => (isAllMatching ? { ...(q && { q }), ...(status && { status }) } : { ids: [...selected.keys()] })
  const changes: readonly ChangeName[] = status === 'deleted' ? ['restore'] : status === 'paused' ? ['resume', 'pause', 'delete'] : ['pause', 'resume', 'delete']

  return {
    /** The one that is wanted most comes first. */
    changes,
    isOff: !isAllMatching && (selected.size === 0 || selected.size > MAX_SELECTED),
    /** The question that is open now. */
    asked,
    ask: (change: ChangeName) => setAsked({ change, target: target() }),
    close: () => setAsked(null),
    exportThem: () => router.push(exportAddress(target())),
  }
}

export type BulkActions = ReturnType<typeof useBulkActions>

function exportAddress(target: LinkTarget): string {
  const query = new URLSearchParams('ids' in target ? { ids: target.ids.join(',') } : { ...(target.q && { q: target.q }), ...(target.status && { status: target.status }) })
  return `/exports?${query}`
}
