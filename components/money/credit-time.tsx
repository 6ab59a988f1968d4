'use client'

import { useLocale } from 'next-intl'
import { ExactTime } from '@/components/ui/exact-time'
import { formatDate } from '@/lib/i18n/format-time'

/** When money came: the bank's day alone where the bank tells no more. */
export function CreditTime({ at, hasTime }: { at: Date; hasTime: boolean }) {
  const locale = useLocale()
  if (hasTime) return <ExactTime at={at} />
  return <time dateTime={at.toISOString()}>{formatDate(at, { locale, timeZone: 'Asia/Jakarta' })}</time>
}
