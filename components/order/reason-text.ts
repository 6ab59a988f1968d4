import type { useTranslations } from 'next-intl'
import { isRejectReason } from '@/lib/claim/schema'

/** A rail's own words are shown as they are; the simulator's and the matcher's are ours, and translated. */
export function reasonText(reason: string, t: ReturnType<typeof useTranslations<'orders'>>): string {
  if (isRejectReason(reason)) return t(`reasons.${reason}`)
  return reason === 'simulator' || reason === 'bankCredit' ? t(`reasons.${reason}`) : reason
}
