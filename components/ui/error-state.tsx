'use client'

import type { ReactNode } from 'react'
import { CloudOff, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button'

type ErrorStateProps = { title?: ReactNode; description?: ReactNode; heading?: 'h1' | 'h2' | 'h3'; onRetry?: () => void; pending?: boolean }

/** Something could not be loaded: says so, and that trying again is safe. */
export function ErrorState({ title, description, heading: Heading = 'h2', onRetry, pending = false }: ErrorStateProps) {
  const t = useTranslations('common')
  return (
    <div role="alert" className="flex flex-col items-center rounded-lg border bg-card px-6 py-14 text-center">
      <CloudOff aria-hidden className="size-8 text-muted" />
      <Heading className="mt-4 text-base font-semibold">{title ?? t('loadFailed')}</Heading>
      <p className="mt-1 max-w-sm text-base text-balance text-muted md:text-sm">{description ?? t('loadFailedHint')}</p>
      {onRetry && (
        <Button variant="secondary" className="mt-5" pending={pending} onClick={onRetry}>
          <RotateCw aria-hidden />
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
