'use client'

import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import type { z } from 'zod'

/**
 * A list's filter as it stands in the address, and a way to change it without asking the server for
 * the page again: react-query fetches what changed. A change of anything but the cursor begins at the first page.
 */
export function useUrlFilter<Schema extends z.ZodType<Record<string, string | undefined>>>(schema: Schema) {
  const params = useSearchParams()
  const filter: z.output<Schema> = useMemo(() => schema.parse(Object.fromEntries(params)), [schema, params])

  const change = useCallback((wish: Partial<z.output<Schema>>, { replace = false }: { replace?: boolean } = {}) => {
    const next = new URLSearchParams(window.location.search)
    if (!('cursor' in wish)) next.delete('cursor')
    for (const [name, value] of Object.entries(wish)) {
      if (value === undefined || value === '') next.delete(name)
      else next.set(name, value)
    }
    const address = `${window.location.pathname}${next.size ? `?${next.toString()}` : ''}`
    // Next's router follows these two: useSearchParams changes with them.
    if (replace) window.history.replaceState(null, '', address)
    else window.history.pushState(null, '', address)
  }, [])

  return { filter, change }
}
