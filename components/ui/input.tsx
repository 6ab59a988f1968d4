'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useEarlyInput } from './use-early-input'

/** 16 px on phones: a smaller field makes iOS zoom into the page. */
export const fieldClasses =
  'w-full rounded-md border border-line-strong bg-card px-3.5 text-base text-ink placeholder:text-muted focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-bad aria-invalid:outline-bad disabled:opacity-60 md:text-sm'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <BareInput dir="auto" className={cn(fieldClasses, 'h-12 md:h-11', className)} {...props} />
}

/** In nobody's clothes. */
export function BareInput({ ref, ...props }: ComponentProps<'input'>) {
  return <input ref={useEarlyInput(ref)} {...props} />
}
