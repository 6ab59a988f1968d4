'use client'

import type { ReactNode } from 'react'
import { Tooltip as Radix } from 'radix-ui'

export const TooltipProvider = Radix.Provider

/** The word behind an icon. The child still needs its own accessible name: a phone shows no tooltips. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content sideOffset={6} collisionPadding={8} className="z-50 rounded-sm bg-ink px-2.5 py-1.5 text-xs text-background data-[state=delayed-open]:animate-appear">
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
