import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

/** What few look for, behind a quiet line that says what it is. */
export function Fold({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <details className={cn('group/fold text-sm', className)}>
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 text-muted hover:text-ink md:min-h-8 [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="size-4 shrink-0 transition-transform group-open/fold:rotate-180" />
        {title}
      </summary>
      {children}
    </details>
  )
}
