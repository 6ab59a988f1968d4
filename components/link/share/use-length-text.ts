import { useTranslations } from 'next-intl'

const DAY = 24 * 60

/** How long a link is open, in words: days where it is long or fits, else hours or minutes. */
export function useLengthText(): (minutes: number) => string {
  const t = useTranslations('share.renew')
  return (minutes) => {
    if (minutes % DAY === 0 || minutes > 2 * DAY) return t('days', { count: Math.round(minutes / DAY) })
    return minutes % 60 === 0 || minutes > 120 ? t('hours', { count: Math.round(minutes / 60) }) : t('minutes', { count: minutes })
  }
}
