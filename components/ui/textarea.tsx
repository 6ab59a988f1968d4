'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { fieldClasses } from './input'
import { useEarlyInput } from './use-early-input'

export function Textarea({ className, rows = 3, ref, ...props }: ComponentProps<'textarea'>) {
  return <textarea ref={useEarlyInput(ref)} dir="auto" rows={rows} className={cn(fieldClasses, 'block min-h-22 py-3 field-sizing-content', className)} {...props} />
}
