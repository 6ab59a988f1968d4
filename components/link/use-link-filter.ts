'use client'

import { useSearchParams } from 'next/navigation'
import { linkFilter, type LinkFilter } from '@/lib/link/filter'

/**
 * The list's view, which lives in the address. Changed through the History API: Next then tells
 * `useSearchParams` without asking the server for a page whose data react-query fetches anyway.
 */
export function useLinkFilter() {
  const params = useSearchParams()
  const filter = linkFilter.parse(Object.fromEntries(params))

  /** A changed search or status begins at the newest links again. */
  const show = (change: Partial<LinkFilter>, { replace = false } = {}) => {
    const next = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...filter, cursor: undefined, ...change })) if (value) next.set(name, value)
    const address = `/links${next.size > 0 ? `?${next}` : ''}`
    // A search that was typed and taken back: writing the same address again would undo a navigation that has begun meanwhile.
    if (replace && address === window.location.pathname + window.location.search) return
    if (replace) window.history.replaceState(null, '', address)
    else window.history.pushState(null, '', address)
  }

  return { filter, show }
}
