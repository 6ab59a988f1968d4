'use client'

import { useTranslations } from 'next-intl'
import { formatMoney } from '@/lib/money/format-money'
import type { AccountState } from '@/lib/receiving/views'

/** Which amounts an account takes, in words. Its limits are of rupiah, whatever the shop's new links are in. */
export function useLimitText() {
  const t = useTranslations('payments.limits')
  return ({ minimumAmount, maximumAmount }: Pick<AccountState, 'minimumAmount' | 'maximumAmount'>): string => {
    const minimum = minimumAmount === null ? '' : formatMoney(minimumAmount, 'IDR')
    const maximum = maximumAmount === null ? '' : formatMoney(maximumAmount, 'IDR')
    return t(minimum && maximum ? 'between' : minimum ? 'from' : maximum ? 'upTo' : 'any', { minimum, maximum })
  }
}
