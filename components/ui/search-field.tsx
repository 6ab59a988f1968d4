'use client'

import { useEffect, useRef, useState } from 'react'
import { Search } from 'lucide-react'
import { cn } from './cn'
import { Input } from './input'

const PAUSE_MS = 250

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
  const [typed, setTyped] = useState(value)
  const [asked, setAsked] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  // The address changed by something else than typing here: the Back button, "clear all".
  if (value !== asked) {
    setAsked(value)
    if (value !== typed.trim()) setTyped(value)
  }

  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(text.trim()), PAUSE_MS)
  }

  return (
    <div role="search" className={cn('relative', className)}>
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
