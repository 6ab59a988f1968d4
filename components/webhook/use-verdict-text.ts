'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { isDelivered } from '@/lib/webhook/rules'
import type { AttemptView } from '@/lib/webhook/views'

/** How an attempt went, in a sentence. */
export function useVerdictText() {
  const t = useTranslations('webhooks')
  const format = useFormatter()

  const durationOf = (milliseconds: number): string =>
    milliseconds < 1_000 ? t('verdict.milliseconds', { count: milliseconds }) : t('verdict.seconds', { count: format.number(milliseconds / 1_000, { maximumFractionDigits: 1 }) })

  return {
    durationOf,
    verdictOf(attempt: Pick<AttemptView, 'statusCode' | 'error' | 'durationMs'>): string {
      const { statusCode, error, durationMs } = attempt
      const duration = durationOf(durationMs)
      if (statusCode !== null && (error === null || isDelivered(attempt))) {
        return t(isDelivered(attempt) ? 'verdict.received' : 'verdict.refused', { status: statusCode, duration })
      }
      return t('verdict.failed', { reason: error ? t(`errors.${error}`) : t('errors.unknown'), duration })
    },
  }
}
