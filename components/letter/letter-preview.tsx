'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { unwrap } from '@/components/shell/unwrap'
import { Skeleton } from '@/components/ui/skeleton'
import { useDebouncedValue } from '@/components/ui/use-debounced-value'
import { previewLetterAction } from '@/lib/email/texts/actions'
import type { LetterText } from '@/lib/email/texts/schema'

const PAUSE_MS = 400

/** The letter as its reader will see it, once typing pauses. Shut away from this page: no scripts, no forms, an origin of its own. */
export function LetterPreview({ text }: { text: LetterText }) {
  const t = useTranslations('letters')
  const settled = useDebouncedValue(JSON.stringify(text), PAUSE_MS)
  const { data, isError } = useQuery({
    queryKey: ['letter-preview', settled],
    queryFn: () => unwrap(previewLetterAction(JSON.parse(settled))),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <div className="min-w-0">
      <p className="mb-1.5 text-base font-semibold md:text-sm">{t('preview')}</p>
      {isError && <p role="alert" className="mb-2 text-sm text-bad">{t('previewFailed')}</p>}
      {data ? (
        <>
          <p className="mb-2 text-sm wrap-anywhere">{t('previewSubject', { subject: data.subject })}</p>
          <iframe sandbox="" srcDoc={data.html} title={t('previewFrame', { subject: data.subject })} className="h-160 w-full rounded-lg border bg-card" />
        </>
      ) : (
        <Skeleton className="h-160 w-full" />
      )}
      <p className="mt-2 text-sm text-muted">{t('previewHint')}</p>
    </div>
  )
}
