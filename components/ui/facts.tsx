import type { ReactNode } from 'react'
import { cn } from './cn'

/** A list of names and values with hairlines between. */
export function Facts({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={cn('text-base md:text-sm', className)}>{children}</dl>
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-6 border-t py-3">
      <dt className="shrink-0 text-muted">{label}</dt>
      <dd className="flex min-w-0 items-center justify-end gap-1 text-right wrap-anywhere">{children}</dd>
    </div>
  )
}
