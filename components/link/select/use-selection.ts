'use client'

import { useCallback, useState } from 'react'
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
export function useSelection({ q, status }: LinkFilter, links: readonly LinkSummary[]): Selection {
  const view = JSON.stringify([q, status])
  const [held, setHeld] = useState<Held>({ view, isSelecting: false, isAllMatching: false, selected: new Map() })
  const { isSelecting, isAllMatching, selected } = heldFor(view, held)
  const isPageSelected = links.length > 0 && links.every(({ id }) => selected.has(id))
  const hold = (next: Map<string, LinkSummary>) => setHeld({ view, isSelecting: isSelecting || next.size > 0, isAllMatching: false, selected: next })
  // The same from one drawing to the next, so that a row is drawn again only when something of its own changed.
  const toggle = useCallback((link: LinkSummary) => setHeld(toggling(view, link)), [view, setHeld])

  return {
    isSelecting, isAllMatching, selected, isPageSelected,
    start: () => setHeld({ view, isSelecting: true, isAllMatching, selected }),
    clear: () => setHeld({ view, isSelecting: false, isAllMatching: false, selected: new Map() }),
    toggle,
    togglePage: () => hold(isPageSelected ? new Map([...selected].filter(([id]) => !links.some((link) => link.id === id))) : new Map([...selected, ...links.map((link) => [link.id, link] as const)])),
    selectAllMatching: () => setHeld({ view, isSelecting: true, isAllMatching: true, selected }),
  }
}

type Held = { view: string; isSelecting: boolean; isAllMatching: boolean; selected: ReadonlyMap<string, LinkSummary> }

/** What is held counts for the search and filter that it was held for. */
const heldFor = (view: string, held: Held): Held => (held.view === view ? held : { view, isSelecting: held.isSelecting, isAllMatching: false, selected: new Map() })

const toggling = (view: string, link: LinkSummary) => (before: Held): Held => {
  const { isSelecting, selected } = heldFor(view, before)
  const next = new Map(selected)
  if (!next.delete(link.id)) next.set(link.id, link)
  return { view, isSelecting: isSelecting || next.size > 0, isAllMatching: false, selected: next }
}
