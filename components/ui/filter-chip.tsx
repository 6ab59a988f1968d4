'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { cn } from './cn'

type FilterChipProps = { pressed: boolean; onPress: () => void; children: ReactNode; count?: number | undefined }

/** One of several views of a list; the pressed one is what is shown. */
export function FilterChip({ pressed, onPress, children, count }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cn(
        'inline-flex h-11 shrink-0 items-center gap-2 rounded-md border px-3.5 text-sm font-semibold whitespace-nowrap transition-colors',
        pressed ? 'border-accent bg-accent-soft text-on-accent-soft' : 'border-line bg-card hover:bg-subtle',
      )}
    >
      {children}
      {count !== undefined && <span className={cn('font-normal tabular-nums', !pressed && 'text-muted')}>{count}</span>}
    </button>
  )
}

/** A row of chips that scrolls sideways on a phone instead of wrapping. */
export function FilterChips({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null)
  // What is chosen at first may stand outside the screen; the page itself must not move.
  useEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>('[aria-pressed=true]')
    if (row.current && chosen && row.current.scrollWidth > row.current.clientWidth) row.current.scrollLeft = chosen.offsetLeft - row.current.offsetLeft - 16
  }, [])
  return (
    <div ref={row} role="group" aria-label={label} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] md:mx-0 md:flex-wrap md:overflow-visible md:px-0">
      {children}
    </div>
  )
}
