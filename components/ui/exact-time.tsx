'use client'

import { useLocale, useTimeZone } from 'next-intl'
import { formatExactTime } from '@/lib/i18n/format-time'
import { DEFAULT_TIME_ZONE } from '@/lib/shop/time-zones'
import { useIsServed } from './use-is-served'

/** A moment with day, time and zone, where it matters to the minute: deadlines, receipts. */
export function ExactTime({ at }: { at: Date }) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE
  const isServed = useIsServed(`${at.getTime()} ${locale} ${timeZone}`)
  return (
    <time dateTime={at.toISOString()} suppressHydrationWarning>
      {isServed ? '' : formatExactTime(at, { locale, timeZone })}
    </time>
  )
}
