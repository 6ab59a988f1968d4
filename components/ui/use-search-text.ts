'use client'

import { startTransition, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'

const PAUSE_MS = 250

type SearchText<Region> = {
  typed: string
  type: (text: string) => void
  /** Searches at once for what was typed, or for this text. */
  search: (text?: string) => void
  /** The field and what belongs to it. */
  region: RefObject<Region | null>
}

/**
 * What is typed into a search is the field's own; the address follows after a short pause, and leads when it changes by itself.
 * Whatever a seller does next, a click or a key elsewhere, finds the search done: one that came later would take the place of
 * the page that they went to. Leaving by the Back button gives it up.
 * @param value what the address says is being searched
 */
export function useSearchText<Region extends HTMLElement>(value: string, onSearch: (text: string) => void): SearchText<Region> {
  const [typed, setTyped] = useState(value)
  const [asked, setAsked] = useState(value)
  const region = useRef<Region>(null)

  // Back, forward, "show all": the address has changed without the field.
  if (value !== asked) {
    setAsked(value)
    if (value !== typed.trim()) setTyped(value)
  }

  const search = (text = typed) => {
    setTyped(text)
    const wish = text.trim()
    if (wish === value) return
    // The router follows in a transition: in the same one, both change together.
    startTransition(() => {
      setAsked(wish)
      onSearch(wish)
    })
  }

  const isWaiting = typed.trim() !== asked
  const onPause = useEffectEvent(() => search())
  const onElsewhere = useEffectEvent(({ target }: Event) => {
    if (!region.current?.contains(target as Node)) search()
  })
  const onBack = useEffectEvent(() => setTyped(asked))
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(onPause, PAUSE_MS)
    // Before anybody else hears of it.
    const listening = new AbortController()
    for (const event of ['click', 'keydown']) window.addEventListener(event, onElsewhere, { capture: true, signal: listening.signal })
    window.addEventListener('popstate', onBack, { capture: true, signal: listening.signal })
    return () => {
      clearTimeout(timer)
      listening.abort()
    }
  }, [isWaiting, typed])

  return { typed, type: setTyped, search, region }
}
