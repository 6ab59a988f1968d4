'use client'

import type { ComponentProps } from 'react'
import { Tabs as Radix } from 'radix-ui'
import { cn } from './cn'

export const Tabs = Radix.Root
export const TabsContent = Radix.Content

export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={cn('flex gap-1 rounded-md bg-subtle p-1', className)} {...props} />
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={cn('h-11 flex-1 rounded-sm px-3 text-sm font-semibold text-muted data-[state=active]:bg-card data-[state=active]:text-ink md:h-9', className)}
      {...props}
    />
  )
}
