'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { EndpointView } from '@/lib/webhook/views'

const TONES = { enabled: 'ok', failing: 'warn', paused: 'neutral', disabled: 'bad' } as const satisfies Record<EndpointView['state'] | 'failing', Tone>

export function EndpointBadge({ endpoint: { state, failingSince } }: { endpoint: Pick<EndpointView, 'state' | 'failingSince'> }) {
  const t = useTranslations('webhooks.state')
  const shown = state === 'enabled' && failingSince ? 'failing' : state
  return <Badge tone={TONES[shown]}>{t(shown)}</Badge>
}
