'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'

const SHOWN_AFTER_MS = 300
/** Long enough to move the pointer onto the words themselves. */
const GONE_AFTER_MS = 150
const GAP = 6
const EDGE = 8

type Shown = { owner: Element; text: string }

/** Draws the tooltip of whatever the mouse rests on, or the keyboard has reached; once, in the shell. Escape puts it away. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null)
  const bubble = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const after = (ms: number, act: () => void) => {
      clearTimeout(timer)
      timer = setTimeout(act, ms)
    }
    const ownerOf = ({ target }: Event): Shown | null => {
      const owner = target instanceof Element ? target.closest('[data-tooltip]') : null
      const text = owner?.getAttribute('data-tooltip')
      return owner && text ? { owner, text } : null
    }
    const hide = () => {
      clearTimeout(timer)
      setShown(null)
    }
    const point = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      if (event.target instanceof Node && bubble.current?.contains(event.target)) return clearTimeout(timer)
      const wanted = ownerOf(event)
      if (wanted) after(SHOWN_AFTER_MS, () => setShown(wanted))
      else after(GONE_AFTER_MS, hide)
    }
    const focus = (event: FocusEvent) => {
      const wanted = ownerOf(event)
      if (wanted && event.target instanceof Element && event.target.matches(':focus-visible')) setShown(wanted)
      else hide()
    }
    const press = ({ key }: KeyboardEvent) => key === 'Escape' && hide()

    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('pointerover', point, { signal, passive: true })
    document.addEventListener('focusin', focus, { signal })
    document.addEventListener('keydown', press, { signal })
    for (const name of ['focusout', 'pointerdown', 'scroll']) document.addEventListener(name, hide, { signal, passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      listening.abort()
    }
  }, [])

  useLayoutEffect(() => {
    if (!shown || !bubble.current) return
    const owner = shown.owner.getBoundingClientRect()
    const { width, height } = bubble.current.getBoundingClientRect()
    const left = Math.min(Math.max(owner.left + owner.width / 2 - width / 2, EDGE), document.documentElement.clientWidth - width - EDGE)
    const above = owner.top - height - GAP
    bubble.current.style.left = `${left}px`
    bubble.current.style.top = `${above < EDGE ? owner.bottom + GAP : above}px`
  }, [shown])

  return (
    shown && (
      // Its owner is called the same: who hears the page is told once.
      <div ref={bubble} role="tooltip" aria-hidden className="fixed z-50 max-w-72 rounded-sm bg-ink px-2.5 py-1.5 text-xs text-background">
        {shown.text}
      </div>
    )
  )
}
