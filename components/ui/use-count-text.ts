import { useLocale } from 'next-intl'
import { formatCount } from '@/lib/i18n/format-count'

/** Whole numbers in the reader's language. */
export function useCountText(): (count: number) => string {
  const locale = useLocale()
  return (count) => formatCount(count, locale)
}
