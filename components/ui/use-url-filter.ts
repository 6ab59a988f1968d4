'use client'

import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import type { z } from 'zod'
import { showAddress } from './show-address'

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
    showAddress(`${window.location.pathname}${next.size ? `?${next.toString()}` : ''}`, { replace })
  }, [])

  return { filter, change }
}
