'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { ExactTime } from '@/components/ui/exact-time'
import type { EndpointView } from '@/lib/webhook/views'

/** Why nothing arrives, when nothing does. */
export function EndpointNotice({ endpoint: { state, disabledReason, failingSince } }: { endpoint: EndpointView }) {
  const t = useTranslations('webhooks.notices')
  if (state === 'enabled' && !failingSince) return null
  return (
    <p className={cn('mb-4 rounded-lg px-4 py-3 text-sm', NOTICE_CLASSES[state])}>
      {state === 'disabled'
        ? t(disabledReason === 'gone' ? 'gone' : 'disabledFailing')
        : state === 'paused'
          ? t('paused')
          : failingSince && t.rich('failing', { time: () => <ExactTime at={failingSince} /> })}
    </p>
  )
}

const NOTICE_CLASSES = {
  enabled: 'bg-warn-soft text-warn',
  paused: 'bg-subtle text-ink',
  disabled: 'bg-bad-soft text-bad',
} as const satisfies Record<EndpointView['state'], string>
