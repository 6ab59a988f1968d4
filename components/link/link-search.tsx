'use client'

import { useEffect, useRef, useState } from 'react'
import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Input } from '@/components/ui/input'

const PAUSE_MS = 250

/** Searches while typing. What is typed is the field's own; the address follows after a short pause, and leads when it changes by itself. */
export function LinkSearch({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const t = useTranslations('links.list')
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => () => clearTimeout(timer.current), [])

  // Back, forward, "show all": the address has changed without the field.
  if (value !== known) {
    setKnown(value)
    if (value !== typed.trim()) setTyped(value)
  }

  const search = (text: string, pause: number) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setKnown(text.trim())
      onSearch(text.trim())
    }, pause)
  }

  return (
    <form role="search" className="relative md:max-w-96 xl:max-w-none xl:min-w-0 xl:flex-1" onSubmit={(event) => (event.preventDefault(), search(typed, 0))}>
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3.5 size-4.5 -translate-y-1/2 text-muted" />
      <Input
        ref={input}
        type="search"
        name="q"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={100}
        value={typed}
        onChange={(event) => search(event.target.value, PAUSE_MS)}
        className="px-11 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => {
            search('', 0)
            input.current?.focus()
          }}
          className="absolute top-0 right-0 grid h-full w-11 place-items-center rounded-md text-muted hover:text-ink"
        >
          <X aria-hidden className="size-4.5" />
        </button>
      )}
    </form>
  )
}
