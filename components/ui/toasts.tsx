'use client'

import { useEffect } from 'react'
import { useTranslations } from 'next-intl'
import { toast, Toaster as Sonner } from 'sonner'
import { beginToasts } from './toast'

/** What {@link Toaster} fetches. */
export function Toasts() {
  const t = useTranslations('common')
  // Sonner listens from its own effect on, which comes before this one.
  useEffect(() => beginToasts(toast), [])
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={t('notifications')}
      mobileOffset={{ bottom: 'calc(5rem + env(safe-area-inset-bottom))' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full items-center gap-3 rounded-lg border bg-card px-4 py-3 text-sm text-ink shadow-float has-[[data-cancel]]:flex-wrap has-[[data-cancel]]:gap-y-1 md:w-96',
          title: 'font-semibold',
          description: 'text-muted',
          // Beside two buttons a sentence would be a column of words.
          content: 'min-w-0 flex-1 [[data-sonner-toast]:has([data-cancel])_&]:basis-[calc(100%-2.25rem)]',
          icon: 'shrink-0',
          success: '[&_[data-icon]]:text-ok',
          error: '[&_[data-icon]]:text-bad',
          actionButton: 'h-9 shrink-0 rounded-md px-3 font-semibold text-accent hover:bg-subtle',
          cancelButton: 'ml-auto h-9 shrink-0 rounded-md px-3 font-semibold text-accent hover:bg-subtle',
        },
      }}
    />
  )
}
