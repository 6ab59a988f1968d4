'use client'

import { useTranslations } from 'next-intl'
import { ExactTime } from '@/components/ui/exact-time'
import { Fold } from '@/components/ui/fold'
import type { AccountState, ReceivingEvent } from '@/lib/receiving/views'
import { targetOf } from './account-name'
import { useLimitText } from './use-limit-text'

/** Who changed where money goes, when, from what to what. */
export function AccountHistory({ events }: { events: ReceivingEvent[] }) {
  const t = useTranslations('payments.history')
  const limitText = useLimitText()
  const textOf = (state: AccountState, type: ReceivingEvent['type']) => (type === 'changed' ? targetOf(state) : limitText(state))
  return (
    <Fold title={t('title')}>
      <ul className="flex flex-col gap-2 pb-1 text-muted">
        {events.map(({ type, at, by, before, now }, index) => (
          <li key={index} className="wrap-anywhere">
            <span className="text-ink">{by === null ? t(`events.${type}`) : t('by', { what: t(`events.${type}`), who: by })}</span>
            {' · '}
            <ExactTime at={at} />
            {(type === 'changed' || type === 'limits_changed') && before && now && (
              <span className="block">
                {t('before', { text: textOf(before, type) })}
                <br />
                {t('now', { text: textOf(now, type) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
