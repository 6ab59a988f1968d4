'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import type { LinkStatus } from '@/lib/link/status'
import { groupThousands } from '@/lib/money/format-money'
import { linkCountsQuery } from './link-queries'

const SHOWN = ['active', 'soldOut', 'expired', 'paused'] as const satisfies LinkStatus[]
const RARE = ['scheduled', 'deleted'] as const satisfies LinkStatus[]

type StatusFilterProps = { status: LinkStatus | undefined; onChange: (status: LinkStatus | undefined) => void }

/** One status at a time. The numbers are left out when there are too many links to count while somebody waits. */
export function StatusFilter({ status, onChange }: StatusFilterProps) {
  const t = useTranslations('links')
  const { data: counts } = useQuery(linkCountsQuery())
  const rare = RARE.find((name) => name === status)

  const chip = (name: LinkStatus | undefined) => (
    <button key={name ?? 'all'} type="button" aria-pressed={status === name} onClick={() => onChange(name)} className={chipClasses}>
      {name ? t(`status.${name}`) : t('list.all')}
      {counts && <span className="font-normal tabular-nums">{groupThousands(String(counts[name ?? 'all']))}</span>}
    </button>
  )

  return (
    <div role="group" aria-label={t('list.filters')} className="flex gap-2 overflow-x-auto px-4 py-1 max-md:-mx-4 md:flex-wrap md:px-0 xl:shrink-0">
      {chip(undefined)}
      {SHOWN.map(chip)}
      <DropdownMenu>
        <DropdownMenuTrigger className={cn(chipClasses, rare && activeClasses)}>
          {rare ? t(`status.${rare}`) : t('list.more')}
          <ChevronDown aria-hidden className="size-4" />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {RARE.map((name) => (
            <DropdownMenuItem key={name} onSelect={() => onChange(status === name ? undefined : name)}>
              <span className="flex-1">{t(`status.${name}`)}</span>
              {counts && <span className="text-muted tabular-nums">{groupThousands(String(counts[name]))}</span>}
              <Check aria-hidden className={cn(status !== name && 'invisible')} />
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  )
}

const activeClasses = 'border-accent bg-accent-soft text-on-accent-soft'
const chipClasses =
  'inline-flex h-11 shrink-0 items-center gap-2 rounded-md border border-line-strong bg-card px-3.5 text-sm font-semibold whitespace-nowrap hover:bg-subtle aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-on-accent-soft md:h-10'
