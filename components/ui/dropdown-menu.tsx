'use client'

import type { ComponentProps } from 'react'
import { DropdownMenu as Radix } from 'radix-ui'
import { cn } from './cn'
import { SecondClickGuard } from './second-click-guard'

export const DropdownMenu = Radix.Root
export const DropdownMenuTrigger = Radix.Trigger

export function DropdownMenuContent({ className, children, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align="end"
        sideOffset={6}
        collisionPadding={8}
        className={cn('z-50 min-w-48 rounded-lg border bg-card p-1.5 shadow-float data-[state=open]:animate-appear', className)}
        {...props}
      >
        <SecondClickGuard />
        {children}
      </Radix.Content>
    </Radix.Portal>
  )
}

export function DropdownMenuItem({ className, danger = false, ...props }: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return (
    <Radix.Item
      className={cn(
        'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-sm px-3 text-base outline-none data-disabled:opacity-50 data-highlighted:bg-subtle md:min-h-9 md:text-sm [&_svg]:size-4.5 [&_svg]:shrink-0',
        danger ? 'text-bad data-highlighted:bg-bad-soft' : '[&_svg]:text-muted',
        className,
      )}
      {...props}
    />
  )
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="my-1.5 border-t" />
}
