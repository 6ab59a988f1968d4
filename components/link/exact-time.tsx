'use client'

import { useLocale, useTimeZone } from 'next-intl'
import { formatExactTime } from '@/lib/i18n/format-time'
import { DEFAULT_TIME_ZONE } from '@/lib/shop/schema'

/** A moment that was set: the day and hour matter, by the shop's clock. */
export function ExactTime({ at }: { at: Date }) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE
  return (
    // Browsers and servers carry calendars of different ages, which may differ in a dot.
    <time dateTime={at.toISOString()} suppressHydrationWarning>
      {formatExactTime(at, { locale, timeZone })}
    </time>
  )
}
