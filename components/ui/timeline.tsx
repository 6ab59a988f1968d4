import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { cn } from './cn'

const DOTS = { ok: 'bg-ok', warn: 'bg-warn', bad: 'bg-bad', accent: 'bg-accent', neutral: 'bg-line-strong' } as const satisfies Record<Tone, string>

export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="mt-3 flex flex-col gap-4">{children}</ol>
}

export function TimelineEntry({ tone, detail, children }: { tone: Tone; detail: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3 text-base md:text-sm">
      <span aria-hidden className={cn('mt-2 size-2 shrink-0 rounded-full md:mt-1.5', DOTS[tone])} />
      <div className="min-w-0">
        <p className="wrap-anywhere">{children}</p>
        <p className="text-sm text-muted">{detail}</p>
      </div>
    </li>
  )
}
