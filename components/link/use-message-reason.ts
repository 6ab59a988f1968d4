'use client'

import { useTranslations } from 'next-intl'
import type { LinkMessageView } from '@/lib/link-message/views'

const KNOWN = [
  'paused', 'deleted', 'expired', 'soldOut', 'paid', 'paying', 'outdated', 'address', 'unreachable', 'signIn', 'timeout', 'refusedAddress', 'dns',
  'connection', 'tls', 'redirect', 'tooLarge', 'unreadable', 'interrupted',
] as const

/** Why a message was not sent, or is tried again, in words; null when there is nothing to say. A mail server's own answer is said as it came. */
export function useMessageReason() {
  const t = useTranslations('sending.card')
  return ({ state, channel, reason }: Pick<LinkMessageView, 'state' | 'channel' | 'reason'>): string | null => {
    if (reason === null) return state === 'kept' ? t(channel === 'email' ? 'keptEmail' : 'keptSms') : null
    const [, uncertain, cause = reason] = /^(uncertain:)?(.*)$/s.exec(reason) ?? []
    if (state === 'pending') return t('retried', { reason: wordsOf(cause) })
    return uncertain ? t('uncertain', { reason: wordsOf(cause) }) : wordsOf(cause)
  }

  function wordsOf(cause: string): string {
    const known = KNOWN.find((name) => name === cause)
    if (known) return t(`reasons.${known}`)
    const status = /^status:(\d{3})$/.exec(cause)?.[1]
    return status ? t('reasons.status', { status }) : cause
  }
}
