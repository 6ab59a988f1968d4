'use client'

import { useEffect, useState } from 'react'
import type { Toasts as ToastsType } from './toasts'

/** Safari has no `requestIdleCallback`. */
const SOON_MS = 300
const AGAIN_MS = 10_000

/** Once in the shell, fetched when the page stands: see ./toast.ts. What cannot be fetched now is tried again: a page can do without. */
export function Toaster() {
  const [Toasts, setToasts] = useState<typeof ToastsType | null>(null)
  useEffect(() => {
    const fetchToasts = () => import('./toasts').then((module) => setToasts(() => module.Toasts), () => fetchIn(AGAIN_MS))
    let soon: ReturnType<typeof setTimeout>
    const fetchIn = (ms: number) => void (soon = setTimeout(() => void fetchToasts(), ms))
    fetchIn(SOON_MS)
    return () => clearTimeout(soon)
  }, [])
  return Toasts && <Toasts />
}
