'use client'

import type { ComponentProps } from 'react'
import { Command as Cmdk } from 'cmdk'
import { Search } from 'lucide-react'
import { cn } from './cn'

/** A field and what it finds, walked through with the arrow keys (shadcn's command, on cmdk). */
export function Command({ className, ...props }: ComponentProps<typeof Cmdk>) {
  return <Cmdk className={cn('flex min-h-0 flex-1 flex-col', className)} {...props} />
}

export function CommandInput({ className, ...props }: ComponentProps<typeof Cmdk.Input>) {
  return (
    // The whole row says where the keys go: a ring around the field alone would touch its first letter.
    <div className="group flex items-center gap-3 border-b px-4 has-[input:focus-visible]:shadow-[inset_0_-2px_var(--accent)]">
      <Search aria-hidden className="size-4.5 shrink-0 text-muted group-has-[input:focus-visible]:text-accent" />
      <Cmdk.Input className={cn('h-13 min-w-0 flex-1 bg-transparent text-base outline-hidden placeholder:text-muted', className)} {...props} />
    </div>
  )
}

export function CommandList({ className, ...props }: ComponentProps<typeof Cmdk.List>) {
  return <Cmdk.List className={cn('min-h-0 flex-1 overflow-y-auto p-2', className)} {...props} />
}

export function CommandGroup({ className, ...props }: ComponentProps<typeof Cmdk.Group>) {
  return <Cmdk.Group className={cn('[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted', className)} {...props} />
}

export function CommandItem({ className, ...props }: ComponentProps<typeof Cmdk.Item>) {
  return (
    <Cmdk.Item
      className={cn('flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 text-base data-[selected=true]:bg-subtle md:text-sm [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-muted', className)}
      {...props}
    />
  )
}
