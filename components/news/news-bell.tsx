'use client'

import { useId, useState, type ComponentProps } from 'react'
import { Bell } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogTrigger, SheetContent } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { Skeleton } from '@/components/ui/skeleton'
import { NewsLines } from './news-lines'
import { useNews } from './use-news'

/** What happened, and how much of it is new. A sheet under the thumb of a phone, a popover on a laptop. */
export function NewsBell({ opens }: { opens: 'sheet' | 'popover' }) {
  const t = useTranslations('news')
  const titleId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const { lines, unread, isLoading, failed, retry, look, settle } = useNews()

  const change = (open: boolean) => {
    setIsOpen(open)
    // Closing too: something may have come while it was open.
    look()
    if (!open) settle()
  }

  const bell = <BellButton unread={isOpen ? 0 : unread} />
  const content = failed ? (
    <ErrorState onRetry={retry} />
  ) : isLoading ? (
    <div aria-busy className="flex flex-col gap-3 p-4">
      <Skeleton className="h-12" />
      <Skeleton className="h-12" />
    </div>
  ) : (
    <NewsLines lines={lines} onLeave={() => change(false)} />
  )

  if (opens === 'sheet') {
    return (
      <Dialog open={isOpen} onOpenChange={change}>
        <DialogTrigger asChild>{bell}</DialogTrigger>
        <SheetContent title={t('title')}>
          <div className="-mx-5 border-t">{content}</div>
        </SheetContent>
      </Dialog>
    )
  }
  return (
    <Popover open={isOpen} onOpenChange={change}>
      <PopoverTrigger asChild>{bell}</PopoverTrigger>
      <PopoverContent side="right" align="start" aria-labelledby={titleId}>
        <h2 id={titleId} className="border-b px-4 py-3 text-base font-semibold">
          {t('title')}
        </h2>
        <div className="min-h-0 overflow-y-auto">{content}</div>
      </PopoverContent>
    </Popover>
  )
}

function BellButton({ unread, className, ...props }: ComponentProps<'button'> & { unread: number }) {
  const t = useTranslations('news')
  const name = unread > 0 ? t('openUnread', { count: unread }) : t('open')
  return (
    <button type="button" aria-label={name} title={name} className={cn(buttonVariants({ variant: 'ghost', size: 'icon' }), className)} {...props}>
      <Bell aria-hidden />
      {unread > 0 && (
        <span aria-hidden className="absolute top-1 right-0.5 min-w-4.5 rounded-full bg-bad px-1 text-center text-xs font-bold text-on-bad tabular-nums">
          {unread > 9 ? '9+' : unread}
        </span>
      )}
    </button>
  )
}
