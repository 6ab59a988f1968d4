'use client'

import { useTranslations } from 'next-intl'
import { rangeKind } from '@/lib/link/open-amount'
import type { LinkSummary } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'

/** A link's price in words: the amount, or what its customers may choose between. */
export function useAmountText(): (link: Pick<LinkSummary, 'amount' | 'currency' | 'openAmount'>) => string {
  const t = useTranslations('links.range')
  return ({ amount, currency, openAmount }) => {
    const kind = openAmount ? rangeKind(openAmount) : 'exactly'
    if (!openAmount || kind === 'exactly') return formatMoney(amount, currency)
    return t(kind, { minimum: formatMoney(openAmount.minimum, currency), maximum: formatMoney(openAmount.maximum, currency) })
  }
}
