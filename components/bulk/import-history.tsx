'use client'

import { useTranslations } from 'next-intl'
import { IntentLink } from '@/components/ui/intent-link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ImportView } from '@/lib/link-import/views'
import { BulkStateBadge } from './state-badge'

export function ImportHistory({ imports }: { imports: ImportView[] }) {
  const t = useTranslations('bulk.import')
  if (imports.length === 0) return null
  return (
    <section aria-labelledby="import-history" className="mt-6">
      <h2 id="import-history" className="font-semibold">{t('history')}</h2>
      <ul className="mt-2 divide-y rounded-lg border bg-card">
        {imports.map(({ id, fileName, state, madeCount, refusedCount, createdAt }) => (
          <li key={id}>
            <IntentLink href={`/links/import/${id}`} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:underline">
              <bdi className="min-w-0 font-semibold wrap-anywhere">{fileName || t('pasted')}</bdi>
              <span className="flex flex-wrap items-center gap-3 text-sm text-muted">
                {t('made', { count: madeCount })}, {t('refused', { count: refusedCount })} <RelativeTime at={createdAt} /> <BulkStateBadge state={state} />
              </span>
            </IntentLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
