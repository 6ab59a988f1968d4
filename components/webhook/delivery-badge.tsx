'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { DeliveryState } from '@/lib/webhook/views'

const TONES = { pending: 'warn', succeeded: 'ok', failed: 'bad' } as const satisfies Record<DeliveryState, Tone>

export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const t = useTranslations('webhooks.deliveries.state')
  return <Badge tone={TONES[state]}>{t(state)}</Badge>
}
