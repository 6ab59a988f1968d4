'use client'

import { useTranslations } from 'next-intl'
import type { DroppedField } from '@/lib/link/start/read-content'

type Dropped = readonly (DroppedField | 'server')[]

/**
 * `Left out because it is not right yet: items`
 * @param reason `dropped` of what was kept before, `unfinished` of a form as it stands on the screen
 */
export function useDroppedText(): (reason: 'dropped' | 'unfinished', dropped: Dropped) => string | null {
  const t = useTranslations('editing.start')
  return (reason, dropped) => (dropped.length > 0 ? t(reason, { fields: dropped.map((field) => t(`fields.${field}`)).join(', ') }) : null)
}
