'use client'

import { useTransition } from 'react'
import { useTranslations } from 'next-intl'
import { ErrorState } from '@/components/ui/error-state'

/** A page that could not be drawn. What went wrong is in the server's log, not here. */
export function Crash({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('common')
  const [isPending, startTransition] = useTransition()
  return <ErrorState heading="h1" title={t('crash.title')} description={t('crash.text')} pending={isPending} onRetry={() => startTransition(onRetry)} />
}
