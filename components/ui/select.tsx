'use client'

import type { ComponentProps } from 'react'
import { ChevronDown } from 'lucide-react'
import { cn } from './cn'
import { fieldClasses } from './input'
import { useEarlyInput } from './use-early-input'

/** The browser's own select: on a phone it opens the system's wheel, and 400 time zones cost nothing. */
export function Select({ className, children, ref, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative block', className)}>
      <select ref={useEarlyInput(ref)} className={cn(fieldClasses, 'h-12 appearance-none truncate pr-9 md:h-11')} {...props}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted" />
    </span>
  )
}
