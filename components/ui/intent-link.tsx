'use client'

import { useState, type ComponentProps } from 'react'
import Link from 'next/link'
import { useIdleTurn } from './use-idle-turn'

type IntentLinkProps = Omit<ComponentProps<typeof Link>, 'prefetch'>

/**
 * A link of which a page has many. Next fetches ahead whatever comes into view, two requests each; here it does once somebody points
 * at the link, touches it or comes to it with the keyboard.
 */
export function IntentLink(props: IntentLinkProps) {
  return <FetchedLink {...props} isFetched={false} />
}

/** A link that leads from every page to the same few. It is fetched ahead even so, but not before the page has nothing else to do. */
export function NavigationLink(props: IntentLinkProps) {
  return <FetchedLink {...props} isFetched={useIdleTurn()} />
}

function FetchedLink({ isFetched, onPointerEnter, onTouchStart, onFocus, ...props }: IntentLinkProps & { isFetched: boolean }) {
  const [isMeant, setIsMeant] = useState(false)
  const then = <Event,>(handle: ((event: Event) => void) | undefined) => (event: Event) => {
    setIsMeant(true)
    handle?.(event)
  }
  return <Link {...props} prefetch={isMeant || isFetched ? null : false} onPointerEnter={then(onPointerEnter)} onTouchStart={then(onTouchStart)} onFocus={then(onFocus)} />
}
