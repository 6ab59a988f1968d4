import type { ReactNode } from 'react'
import { cn } from './cn'

type EmptyStateProps = {
  /** A lucide icon: `<Link2 aria-hidden />`; an element, because a server component cannot hand over a component. */
  icon: ReactNode
  title: ReactNode
  heading?: 'h1' | 'h2' | 'h3'
  children?: ReactNode
  action?: ReactNode
  className?: string
}

/** Nothing here yet: says what would be here and teaches the first step. */
export function EmptyState({ icon, title, heading: Heading = 'h2', children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center rounded-lg border border-dashed border-line-strong px-6 py-14 text-center', className)}>
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-on-accent-soft [&_svg]:size-6">{icon}</span>
      <Heading className="mt-4 text-base font-semibold">{title}</Heading>
      {children && <div className="mt-1 max-w-sm text-base text-balance text-muted md:text-sm">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
