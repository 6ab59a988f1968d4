'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

const TONES = { waiting: 'neutral', running: 'accent', done: 'ok', cancelled: 'neutral' } as const

export function BulkStateBadge({ state }: { state: keyof typeof TONES }) {
  const t = useTranslations('bulk.state')
  return <Badge tone={TONES[state]}>{t(state)}</Badge>
}
