'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { outcomeOf, type CallOutcome } from '@/lib/api/call-log/schema'

const TONES = { succeeded: 'ok', refused: 'warn', failed: 'bad' } as const satisfies Record<CallOutcome, Tone>

export function CallStatusBadge({ status }: { status: number }) {
  const t = useTranslations('developers.requests.outcome')
  const outcome = outcomeOf(status)
  return (
    <Badge tone={TONES[outcome]} className="tabular-nums">
      {status} · {t(outcome)}
    </Badge>
  )
}

export function Duration({ milliseconds }: { milliseconds: number }) {
  const t = useTranslations('developers.requests')
  const format = useFormatter()
  return <span className="whitespace-nowrap tabular-nums">{milliseconds < 1_000 ? t('milliseconds', { count: milliseconds }) : t('seconds', { count: format.number(milliseconds / 1_000, { maximumFractionDigits: 1 }) })}</span>
}
