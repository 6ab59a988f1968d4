'use client'

import { useId, type ReactElement } from 'react'
import { useTranslations } from 'next-intl'
import { Dialog, DialogTrigger, SheetContent } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { Skeleton } from '@/components/ui/skeleton'
import type { NewsFeed } from '@/lib/news/views'
import { NewsLines } from './news-lines'

type OpenedBellProps = {
  opens: 'sheet' | 'popover'
  isOpen: boolean
  onChange: (isOpen: boolean) => void
  lines: NewsFeed['lines']
  isLoading: boolean
  failed: boolean
  retry: () => void
  /** The bell. */
  children: ReactElement
}

/** What the bell opens. Its code comes when it is first pressed. */
export function OpenedBell({ opens, isOpen, onChange, lines, isLoading, failed, retry, children }: OpenedBellProps) {
  const t = useTranslations('news')
  const titleId = useId()
  const content = failed ? (
    <ErrorState onRetry={retry} />
  ) : isLoading ? (
    <div aria-busy className="flex flex-col gap-3 p-4">
      <Skeleton className="h-12" />
      <Skeleton className="h-12" />
    </div>
  ) : (
    <NewsLines lines={lines} onLeave={() => onChange(false)} />
  )

  if (opens === 'sheet') {
    return (
      <Dialog open={isOpen} onOpenChange={onChange}>
        <DialogTrigger asChild>{children}</DialogTrigger>
        <SheetContent title={t('title')}>
          <div className="-mx-5 border-t">{content}</div>
        </SheetContent>
      </Dialog>
    )
  }
  return (
    <Popover open={isOpen} onOpenChange={onChange}>
      <PopoverTrigger asChild>{children}</PopoverTrigger>
      <PopoverContent side="right" align="start" aria-labelledby={titleId}>
        <h2 id={titleId} className="border-b px-4 py-3 text-base font-semibold">
          {t('title')}
        </h2>
        <div className="min-h-0 overflow-y-auto">{content}</div>
      </PopoverContent>
    </Popover>
  )
}
