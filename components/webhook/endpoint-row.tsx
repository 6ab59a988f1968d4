'use client'

import { useTranslations } from 'next-intl'
import { ExactTime } from '@/components/ui/exact-time'
import { IntentLink } from '@/components/ui/intent-link'
import type { EndpointView } from '@/lib/webhook/views'
import { EndpointBadge } from './endpoint-badge'
import { endpointName } from './endpoint-name'

export function EndpointRow({ endpoint }: { endpoint: EndpointView }) {
  const t = useTranslations('webhooks')
  const { id, url, events, failingSince, pendingCount, failedCount } = endpoint
  const undelivered = [pendingCount > 0 && t('counts.pending', { count: pendingCount }), failedCount > 0 && t('counts.failed', { count: failedCount })].filter(Boolean)
  return (
    <li className="border-t first:border-t-0">
      <IntentLink href={`/settings/webhooks/${id}`} className="block px-4 py-3.5 -outline-offset-2 hover:bg-subtle/60 active:bg-subtle md:px-5">
        <span className="flex items-center justify-between gap-3">
          <span className="truncate text-base font-semibold md:text-sm">
            <bdi>{endpointName(endpoint)}</bdi>
          </span>
          <EndpointBadge endpoint={endpoint} />
        </span>
        <span className="mt-1 block truncate font-mono text-xs text-muted" dir="ltr">
          {url}
        </span>
        <span className="mt-1.5 block text-sm text-muted tabular-nums">
          {events.length === 0 ? t('events.all') : t('events.some', { count: events.length })} · {undelivered.length > 0 ? undelivered.join(', ') : t('counts.none')}
        </span>
        {failingSince && (
          <span className="mt-1 block text-sm text-bad">{t.rich('failingSince', { time: () => <ExactTime at={failingSince} /> })}</span>
        )}
      </IntentLink>
    </li>
  )
}
