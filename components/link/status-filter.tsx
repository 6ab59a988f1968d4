'use client'

import { lazy } from 'react'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { OnFirstUse } from '@/components/ui/on-first-use'
import { useCountText } from '@/components/ui/use-count-text'
import type { LinkStatus } from '@/lib/link/status'
import { linkCountsQuery } from './link-queries'

const RareStatuses = lazy(async () => ({ default: (await import('./rare-statuses')).RareStatuses }))

const SHOWN = ['active', 'soldOut', 'expired', 'paused'] as const satisfies LinkStatus[]
const RARE = ['scheduled', 'deleted'] as const satisfies LinkStatus[]

type StatusFilterProps = { status: LinkStatus | undefined; onChange: (status: LinkStatus | undefined) => void }

/** One status at a time. The numbers are left out when there are too many links to count while somebody waits. */
export function StatusFilter({ status, onChange }: StatusFilterProps) {
  const t = useTranslations('links')
  const countText = useCountText()
  const { data: counts } = useQuery(linkCountsQuery())
  const rare = RARE.find((name) => name === status)

  const rareChip = (
    <button type="button" className={cn(chipClasses, rare && activeClasses)}>
      {rare ? t(`status.${rare}`) : t('list.more')}
      <ChevronDown aria-hidden className="size-4" />
    </button>
  )

  const chip = (name: LinkStatus | undefined) => (
    <button key={name ?? 'all'} type="button" aria-pressed={status === name} onClick={() => onChange(name)} className={chipClasses}>
      {name ? t(`status.${name}`) : t('list.all')}
      {counts && <span className="font-normal tabular-nums">{countText(counts[name ?? 'all'])}</span>}
    </button>
  )

  return (
    <div role="group" aria-label={t('list.filters')} className="flex gap-2 overflow-x-auto px-4 py-1 max-md:-mx-4 md:flex-wrap md:px-0 xl:shrink-0">
      {chip(undefined)}
      {SHOWN.map(chip)}
      <OnFirstUse opened={<RareStatuses statuses={RARE} status={status} counts={counts} onChange={onChange}>{rareChip}</RareStatuses>}>{rareChip}</OnFirstUse>
    </div>
  )
}

const activeClasses = 'border-accent bg-accent-soft text-on-accent-soft'
const chipClasses =
  'inline-flex h-11 shrink-0 items-center gap-2 rounded-md border border-line-strong bg-card px-3.5 text-sm font-semibold whitespace-nowrap hover:bg-subtle aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-on-accent-soft md:h-10'
