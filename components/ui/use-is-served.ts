import { useState, useSyncExternalStore } from 'react'

/**
 * Whether the server has written of just this into the page already, so that nothing need be worked out again while the page is taken
 * over. For what needs `Intl`, whose first use keeps a cheap phone from answering for a tenth of a second. The element has
 * `suppressHydrationWarning` and is given an empty text or no attribute: it keeps the server's.
 * @param madeOf everything that is written depends on
 */
export function useIsServed(madeOf: string): boolean {
  // Which of the two is asked says whether this render takes over what the server drew. Both answer the same: nothing is drawn again.
  useSyncExternalStore(never, inBrowser, asServer)
  const [served] = useState(() => (isTakenOver ? madeOf : null))
  return madeOf === served
}

let isTakenOver = false

const never = () => () => {}

function inBrowser(): null {
  isTakenOver = false
  return null
}

function asServer(): null {
  isTakenOver = typeof document !== 'undefined'
  return null
}
