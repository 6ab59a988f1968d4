'use client'

import { ChevronDown } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { useClock } from '@/components/ui/clock'
import { ErrorState } from '@/components/ui/error-state'
import { isValid } from '@/lib/server-key/status'
import { CreateKeyDialog } from './create-key-dialog'
import { keyListQuery } from './developer-queries'
import { KeyRow } from './key-row'

/** The shop's server keys: those that open something, and behind a click those that did. */
export function KeyList() {
  const t = useTranslations('developers.keys')
  const { data: keys, isFetching, refetch } = useQuery(keyListQuery())
  const at = new Date(useClock())
  if (!keys) return <ErrorState pending={isFetching} onRetry={() => void refetch()} />
  const valid = keys.filter((key) => isValid(key, at))
  const ended = keys.filter((key) => !isValid(key, at))
  return (
    <Card className="p-0 md:p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 p-4 md:px-5">
        <div className="min-w-0 flex-1 basis-64">
          <CardTitle>{t('title')}</CardTitle>
          <p className="mt-1 text-base text-muted md:text-sm">{t('text')}</p>
        </div>
        <CreateKeyDialog />
      </div>
      {valid.length === 0 ? (
        <p className="border-t px-4 py-6 text-base text-muted md:px-5 md:text-sm">{t('empty')}</p>
      ) : (
        <ul aria-label={t('title')}>
          {valid.map((key) => (
            <KeyRow key={key.id} serverKey={key} at={at} isLast={valid.length === 1} />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <details className="group border-t">
          <summary className="flex min-h-11 list-none items-center gap-2 px-4 py-2 text-sm text-muted hover:text-ink md:px-5 [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
            {t('ended', { count: ended.length })}
          </summary>
          <ul aria-label={t('ended', { count: ended.length })}>
            {ended.map((key) => (
              <KeyRow key={key.id} serverKey={key} at={at} isLast={false} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
