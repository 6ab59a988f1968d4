'use client'

import { useTranslations } from 'next-intl'
import { IntentLink } from '@/components/ui/intent-link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DeliveryView } from '@/lib/webhook/views'
import { DeliveryBadge } from './delivery-badge'
import { NextTry } from './next-try'

type Props = {
  delivery: DeliveryView
  href: string
  /** Shown in place of the order: where it went. */
  about?: string
}

export function DeliveryRow({ delivery, href, about }: Props) {
  const t = useTranslations('webhooks')
  const { type, orderName, state, attemptCount, nextAttemptAt, createdAt, lastStatusCode, lastError } = delivery
  const problem = state === 'succeeded' ? null : lastError ? t(`errors.${lastError}`) : lastStatusCode && t('deliveries.answered', { status: lastStatusCode })
  return (
    <li className="border-t first:border-t-0">
      <IntentLink href={href} className="block px-4 py-3 -outline-offset-2 hover:bg-subtle/60 active:bg-subtle">
        <span className="flex items-center justify-between gap-3">
          <span className="truncate text-base font-semibold md:text-sm">{t(`types.${type}`)}</span>
          <DeliveryBadge state={state} />
        </span>
        <span className="mt-1 flex items-baseline justify-between gap-3 text-sm text-muted">
          <span className="truncate tabular-nums">{about ?? orderName ?? type}</span>
          <RelativeTime at={createdAt} />
        </span>
        <span className="mt-1 block text-xs text-muted">
          {t('deliveries.tries', { count: attemptCount })}
          {state === 'pending' && nextAttemptAt && (
            <>
              {' · '}
              <NextTry at={nextAttemptAt} />
            </>
          )}
          {problem && <span className="text-bad"> · {problem}</span>}
        </span>
      </IntentLink>
    </li>
  )
}
