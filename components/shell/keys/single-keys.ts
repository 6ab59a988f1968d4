import { useSyncExternalStore } from 'react'

const KEY = 'single-keys'
const listeners = new Set<() => void>()
/** Where the browser keeps nothing, the choice lasts as long as the page. */
let chosen: boolean | null = null

/** Whether keys without a modifier do something here. A choice of this browser: it is about its screen reader (WCAG 2.1.4). */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, read, () => true)
}

export function switchSingleKeys(isOn: boolean): void {
  chosen = isOn
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off')
  } catch {
    // Kept in memory alone.
  }
  for (const tell of listeners) tell()
}

function read(): boolean {
  try {
    return chosen ?? localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
