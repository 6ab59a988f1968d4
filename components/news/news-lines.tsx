'use client'

import Link from 'next/link'
import { Bell, CircleAlert, CircleCheck, CreditCard, SearchCheck, Undo2, Unplug, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import type { NewsType } from '@/lib/news/schema'
import type { NewsLine } from '@/lib/news/views'
import { pageOf, useNewsText } from './use-news-text'

const ICONS = {
  'order.paid': { icon: CircleCheck, className: 'bg-ok-soft text-ok' },
  'order.paid_late': { icon: CircleAlert, className: 'bg-warn-soft text-warn' },
  'order.authorized': { icon: CreditCard, className: 'bg-accent-soft text-on-accent-soft' },
  'order.in_review': { icon: SearchCheck, className: 'bg-warn-soft text-warn' },
  'refund.completed': { icon: Undo2, className: 'bg-subtle text-muted' },
  'refund.failed': { icon: CircleAlert, className: 'bg-bad-soft text-bad' },
  'credit.reversed': { icon: CircleAlert, className: 'bg-bad-soft text-bad' },
  'slot.freed': { icon: Bell, className: 'bg-accent-soft text-on-accent-soft' },
  'endpoint.disabled': { icon: Unplug, className: 'bg-bad-soft text-bad' },
} as const satisfies Record<NewsType, { icon: LucideIcon; className: string }>

/** @param onLeave a line was followed to its page */
export function NewsLines({ lines, onLeave }: { lines: readonly NewsLine[]; onLeave: () => void }) {
  const t = useTranslations('news')
  if (lines.length === 0) {
    return (
      <div className="flex flex-col items-center gap-3 px-6 py-10 text-center text-base text-balance text-muted md:text-sm">
        <Bell aria-hidden className="size-6" />
        <p>{t('empty')}</p>
      </div>
    )
  }
  return (
    <ul aria-label={t('title')}>
      {lines.map((line) => (
        <li key={line.id} className="border-t first:border-t-0">
          <Line line={line} onLeave={onLeave} />
        </li>
      ))}
    </ul>
  )
}

function Line({ line, onLeave }: { line: NewsLine; onLeave: () => void }) {
  const t = useTranslations('news')
  const textOf = useNewsText()
  const { icon: Icon, className } = ICONS[line.type]
  return (
    <Link href={pageOf(line)} onClick={onLeave} className="flex min-h-16 items-start gap-3 px-5 py-3 -outline-offset-2 hover:bg-subtle active:bg-subtle md:px-4">
      <span aria-hidden className={cn('mt-0.5 grid size-8 shrink-0 place-items-center rounded-full', className)}>
        <Icon className="size-4.5" />
      </span>
      <span className="min-w-0 flex-1 text-base md:text-sm">
        {/* A long amount beside a long name goes below it. */}
        <span className="flex flex-wrap gap-x-3">
          <span className={cn('min-w-0 grow basis-36 wrap-anywhere', line.isNew && 'font-semibold')}>{textOf(line)}</span>
          {'amount' in line.data && <Money amount={line.data.amount} currency={line.data.currency} />}
        </span>
        <span className="mt-0.5 flex items-center gap-2 text-sm text-muted">
          <RelativeTime at={line.at} />
          {line.isNew && (
            <span className="flex items-center gap-1 text-xs font-semibold text-accent">
              <span aria-hidden className="size-1.5 rounded-full bg-current" />
              {t('new')}
            </span>
          )}
        </span>
      </span>
    </Link>
  )
}
