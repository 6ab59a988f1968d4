'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { EmailState } from '@/lib/email/schema'

const TONES = { pending: 'accent', sent: 'ok', kept: 'warn', failed: 'bad' } as const satisfies Record<EmailState, Tone>

export function EmailStateBadge({ state }: { state: EmailState }) {
  const t = useTranslations('outbox.states')
  return <Badge tone={TONES[state]}>{t(state)}</Badge>
}
