'use client'

import { useState, type ComponentProps } from 'react'
import Link from 'next/link'

/**
 * A link of which a page has many. Next fetches ahead whatever comes into view, two requests each; here it does once somebody points
 * at the link, touches it or comes to it with the keyboard.
 */
export function IntentLink({ onPointerEnter, onTouchStart, onFocus, ...props }: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [isMeant, setIsMeant] = useState(false)
  const then = <Event,>(handle: ((event: Event) => void) | undefined) => (event: Event) => {
    setIsMeant(true)
    handle?.(event)
  }
  return <Link {...props} prefetch={isMeant ? null : false} onPointerEnter={then(onPointerEnter)} onTouchStart={then(onTouchStart)} onFocus={then(onFocus)} />
}
