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
    let isLeft = false
    let soon: ReturnType<typeof setTimeout>
    const fetchIn = (ms: number) => void (soon = setTimeout(() => void fetchToasts(), ms))
    const fetchToasts = () => import('./toasts').then(({ Toasts }) => setToasts(() => Toasts), () => isLeft || fetchIn(AGAIN_MS))
    fetchIn(SOON_MS)
    return () => {
      isLeft = true
      clearTimeout(soon)
    }
  }, [])
  return Toasts && <Toasts />
}
