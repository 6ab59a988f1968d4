'use client'

import { createContext, use, useSyncExternalStore } from 'react'

const EVERY_MS = 10_000

/** 0 while nobody looks. */
let current = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    current = Date.now()
    for (const notify of listeners) notify()
  }, EVERY_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    current = 0
  }
}

/** When the server rendered the page, in milliseconds: what hydration must say too. */
export const RenderedAt = createContext(0)

/** The time in milliseconds, moving every few seconds; at first the server's, so that nothing is drawn twice as the page is taken over. */
export function useClock(): number {
  const renderedAt = use(RenderedAt)
  return useSyncExternalStore(
    subscribe,
    () => (current ||= Date.now()),
    () => (typeof document === 'undefined' ? renderedAt : (current ||= renderedAt)),
  )
}
