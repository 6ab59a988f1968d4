'use client'

import type { ComponentProps } from 'react'
import { Popover as Radix } from 'radix-ui'
import { cn } from './cn'
import { SecondClickGuard } from './second-click-guard'

export const Popover = Radix.Root
export const PopoverTrigger = Radix.Trigger

/** Floats beside what opened it; the page stays usable. Give it a name: `aria-labelledby`. */
export function PopoverContent({ className, children, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={8}
        collisionPadding={8}
        className={cn('z-50 flex max-h-(--radix-popover-content-available-height) w-96 flex-col rounded-lg border bg-card shadow-float outline-none data-[state=open]:animate-appear', className)}
        {...props}
      >
        <SecondClickGuard />
        {children}
      </Radix.Content>
    </Radix.Portal>
  )
}
