'use client'

import { useRef } from 'react'
import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { useSearchText } from '@/components/ui/use-search-text'

/** Searches while typing. */
export function LinkSearch({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const t = useTranslations('links.list')
  const { typed, type, search, region } = useSearchText<HTMLFormElement>(value, onSearch)
  const input = useRef<HTMLInputElement>(null)

  return (
    <Form ref={region} role="search" className="relative md:max-w-96 xl:max-w-none xl:min-w-0 xl:flex-1" onSubmit={(event) => (event.preventDefault(), search())}>
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
        onChange={(event) => type(event.target.value)}
        className="px-11 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => {
            search('')
            input.current?.focus()
          }}
          className="absolute top-0 right-0 grid h-full w-11 place-items-center rounded-md text-muted hover:text-ink"
        >
          <X aria-hidden className="size-4.5" />
        </button>
      )}
    </Form>
  )
}
