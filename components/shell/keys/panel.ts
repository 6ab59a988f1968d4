import { useSyncExternalStore } from 'react'

type Panel = 'palette' | 'shortcuts' | null

let open: Panel = null
const listeners = new Set<() => void>()

/** Buttons in several places and keys open them; at most one is open. */
export function openPanel(panel: Panel): void {
  open = panel
  for (const tell of listeners) tell()
}

export function usePanel(): Panel {
  return useSyncExternalStore(subscribe, () => open, () => null)
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
