import type { useTranslations } from 'next-intl'

/** A rail's own words are shown as they are; the simulator's and the matcher's are ours, and translated. */
export function reasonText(reason: string, t: ReturnType<typeof useTranslations<'orders'>>): string {
  return reason === 'simulator' || reason === 'bankCredit' ? t(`reasons.${reason}`) : reason
}
