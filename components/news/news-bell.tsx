'use client'

import { lazy, startTransition, useState, type ComponentProps } from 'react'
import { Bell } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import { useNews } from './use-news'

const OpenedBell = lazy(async () => ({ default: (await import('./opened-bell')).OpenedBell }))

/** What happened, and how much of it is new. A sheet under the thumb of a phone, a popover on a laptop. */
export function NewsBell({ opens }: { opens: 'sheet' | 'popover' }) {
  const [isUsed, setIsUsed] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const { lines, unread, isLoading, failed, retry, look, settle } = useNews()

  const change = (open: boolean) => {
    setIsOpen(open)
    // Closing too: something may have come while it was open.
    look()
    if (!open) settle()
  }

  if (!isUsed) {
    return (
      <BellButton
        unread={unread}
        aria-haspopup="dialog"
        aria-expanded={false}
        onClick={() =>
          startTransition(() => {
            setIsUsed(true)
            change(true)
          })
        }
      />
    )
  }
  return (
    <OpenedBell opens={opens} isOpen={isOpen} onChange={change} {...{ lines, isLoading, failed, retry }}>
      <BellButton unread={isOpen ? 0 : unread} />
    </OpenedBell>
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
