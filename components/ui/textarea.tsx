import type { ComponentProps } from 'react'
import { cn } from './cn'
import { fieldClasses } from './input'

export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" rows={rows} className={cn(fieldClasses, 'block min-h-22 py-3 field-sizing-content', className)} {...props} />
}
