import type { ReactNode } from 'react'
import { cn } from './cn'

/** A list of names and values with hairlines between. */
export function Facts({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={cn('text-base md:text-sm', className)}>{children}</dl>
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t py-3">
      <dt className="shrink-0 text-muted">{label}</dt>
      {/* Beside its name where it fits, else whole on a line of its own: an account number is never cut. */}
      <dd className="ml-auto flex max-w-full min-w-0 items-center justify-end gap-1 text-right wrap-anywhere">{children}</dd>
    </div>
  )
}
