'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { KeyStatus } from '@/lib/server-key/status'

const TONES = { active: 'ok', expiring: 'warn', expired: 'neutral', revoked: 'neutral' } as const satisfies Record<KeyStatus, Tone>

export function KeyStatusBadge({ status }: { status: KeyStatus }) {
  const t = useTranslations('developers.keys.status')
  return <Badge tone={TONES[status]}>{t(status)}</Badge>
}
