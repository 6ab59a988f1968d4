'use client'

import { useEffect, useState } from 'react'

/** Where a browser does not say when it is idle, as Safari: milliseconds between two turns. */
const PAUSE_MS = 200

const waiting = new Set<() => void>()
let isAsked = false

/**
 * True from a moment on in which the page has nothing else to do. Who asks for it gets one such moment each, in turn: what all of
 * them then do at once would keep a slow phone from answering a finger.
 */
export function useIdleTurn(): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const take = () => setIsOver(true)
    waiting.add(take)
    askForTurn()
    return () => void waiting.delete(take)
  }, [])
  return isOver
}

function askForTurn(): void {
  if (isAsked || waiting.size === 0) return
  isAsked = true
  whenIdle(() => {
    isAsked = false
    const [first] = waiting
    if (!first) return
    waiting.delete(first)
    first()
    askForTurn()
  })
}

function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(then)
  else setTimeout(then, PAUSE_MS)
}
