import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { cn } from './cn'

type EmptyStateProps = { icon: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode; className?: string }

/** Nothing here yet: says what would be here and teaches the first step. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center rounded-lg border border-dashed border-line-strong px-6 py-14 text-center', className)}>
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-on-accent-soft">
        <Icon aria-hidden className="size-6" />
      </span>
      <h2 className="mt-4 text-base font-semibold">{title}</h2>
      {children && <div className="mt-1 max-w-sm text-base text-muted md:text-sm">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
