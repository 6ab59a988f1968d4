import type { ReactNode } from 'react'
import Link from 'next/link'
import { ChevronRight } from 'lucide-react'

type PageHeaderProps = {
  title: ReactNode
  /** A state beside the title. */
  badge?: ReactNode
  /** The page above this one. */
  parent?: { href: string; label: ReactNode; here: ReactNode; navigationLabel: string }
  actions?: ReactNode
}

export function PageHeader({ title, badge, parent, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 md:mb-5">
      {parent && (
        <nav aria-label={parent.navigationLabel} className="mb-1 md:mb-2">
          <ol className="flex items-center gap-1.5 text-sm text-muted">
            <li>
              <Link href={parent.href} className="inline-flex min-h-11 items-center hover:text-ink hover:underline md:min-h-0">
                {parent.label}
              </Link>
            </li>
            <ChevronRight aria-hidden className="size-3.5 shrink-0" />
            <li aria-current="page" className="min-w-0 truncate">
              <bdi>{parent.here}</bdi>
            </li>
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5">
          <h1 className="min-w-0 text-lg font-bold tracking-tight wrap-anywhere md:text-xl">
            <bdi>{title}</bdi>
          </h1>
          {badge}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  )
}
