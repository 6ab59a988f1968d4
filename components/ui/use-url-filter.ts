'use client'

import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import { showAddress } from './show-address'

/**
 * A list's filter as it stands in the address, and a way to change it without asking the server for
 * the page again: react-query fetches what changed. A change of anything but the cursor begins at the first page.
 */
export function useUrlFilter<Filter extends Record<string, string | undefined>>(schema: { parse: (params: Record<string, unknown>) => Filter }) {
  const params = useSearchParams()
  const filter = useMemo(() => schema.parse(Object.fromEntries(params)), [schema, params])

  const change = useCallback((wish: Partial<Filter>, { replace = false }: { replace?: boolean } = {}) => {
    const next = new URLSearchParams(window.location.search)
    if (!('cursor' in wish)) next.delete('cursor')
    for (const [name, value] of Object.entries(wish)) {
      if (value === undefined || value === '') next.delete(name)
      else next.set(name, value)
    }
    showAddress(`${window.location.pathname}${next.size ? `?${next.toString()}` : ''}`, { replace })
  }, [])

  return { filter, change }
}
