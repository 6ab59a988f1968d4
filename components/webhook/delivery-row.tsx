'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DeliveryView } from '@/lib/webhook/views'
import { DeliveryBadge } from './delivery-badge'
import { NextTry } from './next-try'

export function DeliveryRow({ endpointId, delivery }: { endpointId: string; delivery: DeliveryView }) {
  const t = useTranslations('webhooks')
  const { id, type, orderName, state, attemptCount, nextAttemptAt, createdAt, lastStatusCode, lastError } = delivery
  const problem = state === 'succeeded' ? null : lastError ? t(`errors.${lastError}`) : lastStatusCode && t('deliveries.answered', { status: lastStatusCode })
  return (
    <li className="border-t first:border-t-0">
      <Link href={`/settings/webhooks/${endpointId}/deliveries/${id}`} className="block px-4 py-3 -outline-offset-2 hover:bg-subtle/60 active:bg-subtle">
        <span className="flex items-center justify-between gap-3">
          <span className="truncate text-base font-semibold md:text-sm">{t(`types.${type}`)}</span>
          <DeliveryBadge state={state} />
        </span>
        <span className="mt-1 flex items-baseline justify-between gap-3 text-sm text-muted">
          <span className="truncate tabular-nums">{orderName ?? type}</span>
          <RelativeTime at={createdAt} />
        </span>
        <span className="mt-1 flex flex-wrap gap-x-2 text-xs text-muted">
          <span>{t('deliveries.tries', { count: attemptCount })}</span>
          {state === 'pending' && nextAttemptAt && (
            <span>
              <span aria-hidden>· </span>
              <NextTry at={nextAttemptAt} />
            </span>
          )}
          {problem && (
            <span className="text-bad">
              <span aria-hidden>· </span>
              {problem}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
