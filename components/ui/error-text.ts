'use client'

import { useTranslations } from 'next-intl'
import type { AppError, MessageKey } from '@/lib/platform/result'

/** Says in the reader's language what went wrong. Never shows a key: one that has no text becomes a general sentence. */
export function useErrorText() {
  const t = useTranslations('errors')
  const textOf = (key: MessageKey): string => {
    const known = key as Parameters<typeof t.has>[0]
    return key !== 'rateLimited' && t.has(known) ? t(known as 'unexpected') : t('unexpected')
  }
  return {
    textOf,
    describe(error: AppError): string {
      switch (error.kind) {
        case 'rateLimited':
          return t('rateLimited', { minutes: Math.max(1, Math.ceil(error.retryAfterSeconds / 60)) })
        case 'conflict':
          return textOf(error.message)
        case 'invalid':
          return textOf(error.fields[''] ?? Object.values(error.fields)[0] ?? 'unexpected')
        default:
          return t(error.kind)
      }
    },
  }
}
