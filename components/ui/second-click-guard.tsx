'use client'

import { useLayoutEffect } from 'react'

/** Within this time, in milliseconds, and so near, in pixels, two clicks are one double click, as on Windows; a hand is not still. */
const DOUBLE_CLICK = { ms: 500, pixels: 24 }

/**
 * For inside what goes away with a click: the second click of a double click would hit what was beneath it, a row that opens a page
 * for instance. Wherever such a second click lands, it does nothing.
 */
export function SecondClickGuard() {
  useLayoutEffect(() => {
    let last: PointerEvent | null = null
    const remember = (event: PointerEvent) => {
      last = event
    }
    document.addEventListener('pointerdown', remember, { capture: true })
    return () => {
      document.removeEventListener('pointerdown', remember, { capture: true })
      if (last) ignoreSecondClick(last)
    }
  }, [])
  return null
}

function ignoreSecondClick(first: PointerEvent): void {
  const left = first.timeStamp + DOUBLE_CLICK.ms - performance.now()
  if (left <= 0) return
  const isByTouch = first.pointerType === 'touch'
  const ignore = (event: MouseEvent) => {
    // A mouse counts its clicks; of a touch not every browser does, and there the press alone may open something.
    if (!isByTouch && event.detail < 2) return
    if (Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) > DOUBLE_CLICK.pixels) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const types = ['pointerdown', 'click'] as const
  for (const type of types) window.addEventListener(type, ignore, { capture: true })
  setTimeout(() => {
    for (const type of types) window.removeEventListener(type, ignore, { capture: true })
  }, left)
}
