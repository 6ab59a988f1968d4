import type { ReactNode } from 'react'
import Link from 'next/link'
import { ChevronRight } from 'lucide-react'

/** The way to a page that belongs to developers too. */
export function PageCard({ href, icon, title, children }: { href: string; icon: ReactNode; title: ReactNode; children: ReactNode }) {
  return (
    <Link href={href} className="flex items-center gap-3.5 rounded-lg border bg-card p-4 hover:bg-subtle/60 active:bg-subtle md:px-5">
      <span className="text-muted [&_svg]:size-5">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block text-base font-semibold">{title}</span>
        <span className="block text-base text-muted md:text-sm">{children}</span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
    </Link>
  )
}
