'use client'

import type { ReactElement } from 'react'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { useCountText } from '@/components/ui/use-count-text'
import type { LinkStatus } from '@/lib/link/status'

type RareStatusesProps = {
  statuses: readonly LinkStatus[]
  status: LinkStatus | undefined
  counts: Record<LinkStatus, number> | null | undefined
  onChange: (status: LinkStatus | undefined) => void
  /** The button that opened it. */
  children: ReactElement
}

/** The statuses that seldom matter, open at first. */
export function RareStatuses({ statuses, status, counts, onChange, children }: RareStatusesProps) {
  const t = useTranslations('links.status')
  const countText = useCountText()
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{children}</DropdownMenuTrigger>
      <DropdownMenuContent>
        {statuses.map((name) => (
          <DropdownMenuItem key={name} onSelect={() => onChange(status === name ? undefined : name)}>
            <span className="flex-1">{t(name)}</span>
            {counts && <span className="text-muted tabular-nums">{countText(counts[name])}</span>}
            <Check aria-hidden className={cn(status !== name && 'invisible')} />
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
