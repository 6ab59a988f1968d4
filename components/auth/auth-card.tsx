import type { ReactNode } from 'react'
import Link from 'next/link'

type AuthCardProps = { title: string; lead?: string; children?: ReactNode; other?: { question?: string; href: string; label: string } }

export function AuthCard({ title, lead, children, other }: AuthCardProps) {
  return (
    <>
      <section className="rounded-xl border bg-card p-5 md:p-7">
        <h1 className="text-lg font-bold tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-base text-muted md:text-sm">{lead}</p>}
        {children && <div className="mt-5">{children}</div>}
      </section>
      {other && (
        <p className="mt-3 flex flex-wrap items-center justify-center gap-x-1.5 text-base text-muted md:text-sm">
          {other.question}
          <Link href={other.href} className="inline-flex min-h-11 items-center font-semibold text-accent hover:underline">
            {other.label}
          </Link>
        </p>
      )}
    </>
  )
}
