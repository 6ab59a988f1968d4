'use client'

import { useTranslations } from 'next-intl'
import { Toaster as Sonner } from 'sonner'

/** Once in the shell. Elsewhere: `import { toast } from 'sonner'`. */
export function Toaster() {
  const t = useTranslations('common')
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={t('notifications')}
      mobileOffset={{ bottom: 'calc(5rem + env(safe-area-inset-bottom))' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full items-center gap-3 rounded-lg border bg-card px-4 py-3 text-sm text-ink shadow-float md:w-96',
          title: 'font-semibold',
          description: 'text-muted',
          content: 'min-w-0 flex-1',
          icon: 'shrink-0',
          success: '[&_[data-icon]]:text-ok',
          error: '[&_[data-icon]]:text-bad',
          actionButton: 'h-9 shrink-0 rounded-md px-3 font-semibold text-accent hover:bg-subtle',
          cancelButton: 'h-9 shrink-0 rounded-md px-3 font-semibold text-accent hover:bg-subtle',
        },
      }}
    />
  )
}
