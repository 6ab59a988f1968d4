'use client'

import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { formatMoney } from '@/lib/money/format-money'
import type { AccountState } from '@/lib/receiving/views'

/** Which amounts an account takes, in words. */
export function useLimitText() {
  const t = useTranslations('payments.limits')
  const { currency } = useShop()
  return ({ minimumAmount, maximumAmount }: Pick<AccountState, 'minimumAmount' | 'maximumAmount'>): string => {
    const minimum = minimumAmount === null ? '' : formatMoney(minimumAmount, currency)
    const maximum = maximumAmount === null ? '' : formatMoney(maximumAmount, currency)
    return t(minimum && maximum ? 'between' : minimum ? 'from' : maximum ? 'upTo' : 'any', { minimum, maximum })
  }
}
