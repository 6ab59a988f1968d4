'use client'

import type { ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { INDONESIAN_TIME_ZONES } from '@/lib/shop/time-zones'

/** Indonesia's three first, by the names people know them by. */
export function TimeZoneSelect({ zones, ...props }: ComponentProps<'select'> & { zones: readonly string[] }) {
  const t = useTranslations('settings')
  return (
    <Select {...props}>
      <optgroup label={t('zones.indonesia')}>
        {INDONESIAN_TIME_ZONES.map((zone) => (
          <option key={zone} value={zone}>
            {t(`zones.${ZONE_NAMES[zone]}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('zones.elsewhere')}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </optgroup>
    </Select>
  )
}

const ZONE_NAMES = {
  'Asia/Jakarta': 'wib',
  'Asia/Makassar': 'wita',
  'Asia/Jayapura': 'wit',
} as const satisfies Record<(typeof INDONESIAN_TIME_ZONES)[number], string>
