'use client'

import { useState } from 'react'
import type { LinkFilter } from '@/lib/link/filter'
import type { LinkSummary } from '@/lib/link/views'

export type Selection = {
  /** On a phone rows have no boxes until this is on. */
  isSelecting: boolean
  selected: ReadonlyMap<string, LinkSummary>
  isAllMatching: boolean
  isPageSelected: boolean
  start: () => void
  clear: () => void
  toggle: (link: LinkSummary) => void
  togglePage: () => void
  selectAllMatching: () => void
}

/** Which links of the list are selected. Another search or filter begins with none. */
export function useSelection(filter: LinkFilter, links: readonly LinkSummary[]): Selection {
  const view = JSON.stringify([filter.q, filter.status])
  const [held, setHeld] = useState({ view, isSelecting: false, isAllMatching: false, selected: new Map<string, LinkSummary>() })
  const { isSelecting, isAllMatching, selected } = held.view === view ? held : { isSelecting: held.isSelecting, isAllMatching: false, selected: new Map<string, LinkSummary>() }
  const isPageSelected = links.length > 0 && links.every(({ id }) => selected.has(id))
  const hold = (next: Map<string, LinkSummary>) => setHeld({ view, isSelecting: isSelecting || next.size > 0, isAllMatching: false, selected: next })

  return {
    isSelecting, isAllMatching, selected, isPageSelected,
    start: () => setHeld({ view, isSelecting: true, isAllMatching, selected }),
    clear: () => setHeld({ view, isSelecting: false, isAllMatching: false, selected: new Map() }),
    toggle: (link) => {
      const next = new Map(selected)
      if (!next.delete(link.id)) next.set(link.id, link)
      hold(next)
    },
    togglePage: () => hold(isPageSelected ? new Map([...selected].filter(([id]) => !links.some((link) => link.id === id))) : new Map([...selected, ...links.map((link) => [link.id, link] as const)])),
    selectAllMatching: () => setHeld({ view, isSelecting: true, isAllMatching: true, selected }),
  }
}
