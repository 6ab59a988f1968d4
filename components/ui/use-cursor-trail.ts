'use client'

import { useState } from 'react'

type Trail = { cursor: string | undefined; next: string | null | undefined; go: (cursor: string | undefined) => void }

/**
 * Older and newer pages of a list whose cursor only knows the way forward: remembers which page led
 * to which. Newer from a page that was opened by its address leads to the first.
 */
export function useCursorTrail({ cursor, next, go }: Trail) {
  const [previous, setPrevious] = useState<ReadonlyMap<string, string | undefined>>(new Map())
  return {
    onNewer: cursor === undefined ? undefined : () => go(previous.get(cursor)),
    onOlder: next
      ? () => {
          setPrevious(new Map(previous).set(next, cursor))
          go(next)
        }
      : undefined,
  }
}
