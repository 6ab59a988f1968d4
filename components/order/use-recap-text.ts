'use client'

import { useTranslations } from 'next-intl'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { useShop } from '@/components/shell/shop-context'
import { formatMoney } from '@/lib/money/format-money'
import type { Recap, RecapOrder, RecapSection } from '@/lib/recap/views'

/** The recap as a WhatsApp message. @param lines how many orders each part names; the rest are counted */
export function useRecapText(): (recap: Recap, options: { day: string; lines: number }) => string {
  const t = useTranslations('recap')
  const { name: shop } = useShop()
  const nameOf = useCustomerName()
  const takenBack = useTranslations('orders.difference')('takenBack')

  return ({ paid, unpaid, toPack }, { day, lines }) => {
    const part = (title: string, { count, totals, orders }: RecapSection, lineOf: (order: RecapOrder) => string): string[] => {
      if (count === 0) return ['', `*${title}: 0*`]
      const named = orders.slice(0, lines).map((order) => `- ${nameOf(order.customerName)} · ${lineOf(order)}${order.isTakenBack ? ` · ${takenBack}` : ''}`)
      const rest = count - named.length
      return ['', `*${title}: ${count} · ${totals.map(({ amount, currency }) => formatMoney(amount, currency)).join(' + ')}*`, ...named, ...(rest > 0 ? [t('text.more', { count: rest })] : [])]
    }
    const whatFor = ({ linkName, amount, currency }: RecapOrder) => `${linkName} · ${formatMoney(amount, currency)}`
    return [`*${t('text.title', { day })}*`, shop, ...part(t('paid'), paid, whatFor), ...part(t('unpaid'), unpaid, whatFor), ...part(t('toPack'), toPack, contentsOf)].join('\n')
  }
}

/** `2× Kaos M, 1× Topi`; discounts and fees are lines of the bill too, and told as such. */
export const contentsOf = ({ items }: Pick<RecapOrder, 'items'>): string => items.map(({ name, quantity }) => `${quantity}× ${name}`).join(', ')
