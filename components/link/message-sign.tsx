'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, Clock } from 'lucide-react'
import { Tooltip } from '@/components/ui/tooltip'
import { formatExactTime } from '@/lib/i18n/format-time'
import type { LinkMessageSign } from '@/lib/link-message/views'
import { DEFAULT_TIME_ZONE } from '@/lib/shop/time-zones'
import { messageSignsQuery } from './sending-queries'

/** What waits to be sent of these links, or did not arrive. Asked beside the list, which does not wait for it. */
export function useMessageSigns(links: readonly { id: string }[]): ReadonlyMap<string, LinkMessageSign> {
  const { data = [] } = useQuery(messageSignsQuery(links.map(({ id }) => id)))
  return new Map(data.map((sign) => [sign.linkId, sign]))
}

/** A small sign beside a link's status. */
export function MessageSign({ sign: { scheduledAt, hasFailed } }: { sign: LinkMessageSign }) {
  const t = useTranslations('sending.sign')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE
  const text = hasFailed ? t('failed') : scheduledAt ? t('scheduled', { at: formatExactTime(scheduledAt, { locale, timeZone }) }) : ''
  const Icon = hasFailed ? CircleAlert : Clock
  return (
    <Tooltip text={text}>
      <span role="img" aria-label={text} className={`inline-flex ${hasFailed ? 'text-bad' : 'text-muted'}`}>
        <Icon aria-hidden className="size-4" />
      </span>
    </Tooltip>
  )
}
