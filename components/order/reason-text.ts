import type { useTranslations } from 'next-intl'

/** A rail's own words are shown as they are; the simulator's are ours, and translated. */
export function reasonText(reason: string, t: ReturnType<typeof useTranslations<'orders'>>): string {
  return reason === 'simulator' ? t('reasons.simulator') : reason
}
