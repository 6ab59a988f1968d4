'use client'

import { useLocale } from 'next-intl'
import { ExactTime } from '@/components/ui/exact-time'

/** When money came: the bank's day alone where the bank tells no more. */
export function CreditTime({ at, hasTime }: { at: Date; hasTime: boolean }) {
  const locale = useLocale()
  if (hasTime) return <ExactTime at={at} />
  return <time dateTime={at.toISOString()}>{new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Asia/Jakarta' }).format(at)}</time>
}
