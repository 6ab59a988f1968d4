'use client'

import { useLocale } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { ZONE_NAMES } from '@/lib/i18n/zone-name'

const TAGS: Record<string, string> = { id: 'id-ID', en: 'en-GB' }

/** Wall-clock times of the shop, as they are typed: `2026-11-20T21:40` is `20 Nov 2026, 21.40 WIB`. */
export function useWallClockText() {
  const locale = useLocale()
  const { timeZone } = useShop()
  const zone = ZONE_NAMES[timeZone] ?? timeZone
  // Read as UTC and written as UTC: the numbers stay as they were typed.
  const format = new Intl.DateTimeFormat(TAGS[locale] ?? locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return {
    zone,
    textOf: (local: string): string => {
      const read = new Date(`${local}Z`)
      return Number.isNaN(read.getTime()) ? local : `${format.format(read)} ${zone}`
    },
  }
}
