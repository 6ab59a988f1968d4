'use client'

import { useTranslations } from 'next-intl'
import { ExactTime } from '@/components/ui/exact-time'
import { Fold } from '@/components/ui/fold'
import type { KeyEventView } from '@/lib/server-key/views'

/** Who did what to a key, and when. */
export function KeyHistory({ events }: { events: KeyEventView[] }) {
  const t = useTranslations('developers.keys.history')
  return (
    <Fold title={t('title')} className="mt-1">
      <ul className="flex flex-col gap-1.5 pb-1 text-muted">
        {events.map(({ type, at, by }, index) => (
          <li key={index} className="wrap-anywhere">
            <span className="text-ink">{by === null ? t('createdByItself') : t.rich(`events.${type}`, { by: () => <bdi>{by}</bdi> })}</span>
            {' · '}
            <ExactTime at={at} />
          </li>
        ))}
      </ul>
    </Fold>
  )
}
