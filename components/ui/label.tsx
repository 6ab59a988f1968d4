import type { ComponentProps } from 'react'
import { cn } from './cn'

export function Label({ className, ...props }: ComponentProps<'label'> & { htmlFor: string }) {
  return <label className={cn('text-sm font-semibold text-ink', className)} {...props} />
}
