'use client'

import { Search } from 'lucide-react'
import { cn } from './cn'
import { Input } from './input'
import { useSearchText } from './use-search-text'

type SearchFieldProps = {
  /** What the address says is being searched. */
  value: string
  /** Called a moment after the last key. */
  onSearch: (text: string) => void
  label: string
  placeholder: string
  className?: string
}

export function SearchField({ value, onSearch, label, placeholder, className }: SearchFieldProps) {
  const { typed, type, region } = useSearchText<HTMLDivElement>(value, onSearch)
  return (
    <div ref={region} role="search" className={cn('relative', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3.5 size-4.5 -translate-y-1/2 text-muted" />
      <Input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={label}
        placeholder={placeholder}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.target.value)}
        className="pl-10.5"
      />
    </div>
  )
}
