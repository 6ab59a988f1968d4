'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { formatExactTime, formatRelativeTime } from '@/lib/i18n/format-time'
import { DEFAULT_TIME_ZONE } from '@/lib/shop/time-zones'
import { cn } from './cn'
import { useClock } from './clock'
import { useIsServed } from './use-is-served'

/** "2 minutes ago" by the shop's clock and language; the exact time when pointed at. */
export function RelativeTime({ at, className }: { at: Date; className?: string }) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE
  const now = useClock()
  const t = useTranslations('common')
  const moment = `${at.getTime()} ${locale} ${timeZone}`
  const isExactServed = useIsServed(moment)
  const isRelativeServed = useIsServed(`${moment} ${now}`)
  return (
    // Browsers and servers carry calendars of different ages, which may differ in a dot.
    <time
      dateTime={at.toISOString()}
      {...(!isExactServed && { title: formatExactTime(at, { locale, timeZone }) })}
      className={cn('whitespace-nowrap', className)}
      suppressHydrationWarning
    >
      {isRelativeServed ? '' : (formatRelativeTime(at, { now, locale, timeZone }) ?? t('justNow'))}
    </time>
  )
}
