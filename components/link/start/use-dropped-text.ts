'use client'

import { useTranslations } from 'next-intl'
import type { DroppedField } from '@/lib/link/start/read-content'

/** `Left out: price, expiry` */
export function useDroppedText(): (dropped: readonly (DroppedField | 'server')[]) => string {
  const t = useTranslations('editing.start')
  return (dropped) => t('dropped', { fields: dropped.map((field) => t(`fields.${field}`)).join(', ') })
}
