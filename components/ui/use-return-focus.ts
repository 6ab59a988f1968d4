'use client'

import { useRef } from 'react'

/**
 * For a window that is opened by code, without Radix' own trigger: closing gives the focus back to
 * whatever had it. Radix by itself would drop it.
 */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement
    },
    onCloseAutoFocus: (event: Event) => {
      if (!(opener.current instanceof HTMLElement) || !opener.current.isConnected) return
      event.preventDefault()
      opener.current.focus()
    },
  }
}
