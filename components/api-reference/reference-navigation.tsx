'use client'

import { useId, useState } from 'react'
import type { Method } from '@/lib/api/endpoint'
import { fieldClasses } from '@/components/ui/input'
import { cn } from '@/components/ui/cn'
import { MethodBadge } from './method-badge'

export type NavigationGroup = { title: string; entries: { href: string; label: string; method?: Method; words: string }[] }

/** Where things are on the page, found by typing. */
export function ReferenceNavigation({ groups, label, search, nothing }: { groups: readonly NavigationGroup[]; label: string; search: string; nothing: string }) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = groups
    .map(({ title, entries }) => ({ title, entries: entries.filter((entry) => words.every((word) => `${entry.label} ${entry.words}`.toLowerCase().includes(word))) }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <nav aria-label={label} className="space-y-4">
      <input type="search" aria-label={search} placeholder={search} value={typed} onChange={(event) => setTyped(event.target.value)} aria-controls={id} autoComplete="off" className={cn(fieldClasses, 'h-11')} />
      <div id={id} className="space-y-5">
        {found.map(({ title, entries }) => (
          <div key={title}>
            <p className="mb-1 px-2 text-xs font-semibold text-muted">{title}</p>
            <ul>
              {entries.map(({ href, label: name, method }) => (
                <li key={href}>
                  <a href={href} className="flex min-h-11 items-center gap-2 rounded-sm px-2 text-sm hover:bg-subtle md:min-h-9">
                    {method && <MethodBadge method={method} />}
                    <span className="min-w-0">{name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p role="status" className={found.length > 0 ? 'sr-only' : 'px-2 text-sm text-muted'}>{found.length > 0 ? '' : nothing}</p>
      </div>
    </nav>
  )
}
