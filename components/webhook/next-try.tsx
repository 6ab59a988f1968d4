'use client'

import { useTranslations } from 'next-intl'
import { useClock } from '@/components/ui/clock'
import { RelativeTime } from '@/components/ui/relative-time'

const SOON_MS = 60_000

export function NextTry({ at }: { at: Date }) {
  const t = useTranslations('webhooks.deliveries')
  const now = useClock()
  if (at.getTime() - now < SOON_MS) return t('nextTrySoon')
  return t.rich('nextTry', { time: () => <RelativeTime at={at} /> })
}
