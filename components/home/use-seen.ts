import { useCallback, useState, type RefCallback } from 'react'

/** How much of it is seen before it counts: not the edge that looks out from under the bar at the bottom of a phone. */
const SEEN = 0.15

/** Whether an element has been on the screen. A browser that cannot tell is given everything at once. */
export function useSeen(): { ref: RefCallback<Element>; isSeen: boolean } {
  const [isSeen, setIsSeen] = useState(false)
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined
    if (!('IntersectionObserver' in window)) return setIsSeen(true)
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      setIsSeen(true)
    }, { threshold: SEEN })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, isSeen }
}
