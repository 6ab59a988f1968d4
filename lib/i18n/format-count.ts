import { groupThousands } from '@/lib/money/format-money'
import type { Locale } from './locales'

/**
 * A whole number as readers of this language write it: `1.234` or `1,234`. Not by `Intl`, whose first use keeps a cheap phone from
 * answering for a tenth of a second (docs/decisions/scripts-of-pages.md), and these stand on the first screens.
 */
export function formatCount(count: number, locale: Locale): string {
  return groupThousands(String(count), locale === 'id' ? '.' : ',')
}
