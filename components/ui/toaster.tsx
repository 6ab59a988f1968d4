'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'

const Toasts = dynamic(() => import('./toasts').then((module) => module.Toasts), { ssr: false })

/** Safari has no `requestIdleCallback`. */
const SOON_MS = 300

/** Once in the shell, fetched when the page stands: see ./toast.ts. */
export function Toaster() {
  const [stands, setStands] = useState(false)
  useEffect(() => {
    const soon = setTimeout(() => setStands(true), SOON_MS)
    return () => clearTimeout(soon)
  }, [])
  return stands && <Toasts />
}
