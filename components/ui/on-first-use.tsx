'use client'

import { startTransition, useState, type ReactElement, type ReactNode } from 'react'
import { Slot } from 'radix-ui'

type OnFirstUseProps = {
  /** The button as it stands there until then. */
  children: ReactElement
  /** Takes the button's place, open: a lazy component, whose code then comes. */
  opened: ReactNode
  opens?: 'menu' | 'dialog'
}

/**
 * A button that opens a menu or a window which most visits never need. Until its code has come the button stays where it is
 * (no boundary of its own, and a transition: React waits), so that nothing jumps and the focus is not lost.
 */
export function OnFirstUse({ children, opened, opens = 'menu' }: OnFirstUseProps) {
  const [isUsed, setIsUsed] = useState(false)
  if (isUsed) return opened
  return (
    <Slot.Root aria-haspopup={opens} aria-expanded={false} onClick={() => startTransition(() => setIsUsed(true))}>
      {children}
    </Slot.Root>
  )
}
