'use client'

import { useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/money/format-money'
import { askedAmount } from '@/lib/order/asked-amount'
import type { OrderDetails } from '@/lib/order/views'

/** How much an order is about; where another amount came than was asked, both. */
export function OrderAmount({ order }: { order: Pick<OrderDetails, 'items' | 'uniqueCode' | 'amount' | 'currency'> }) {
  const t = useTranslations('orders')
  const { amount, currency } = order
  const asked = askedAmount(order)
  const isOther = amount !== asked
  return (
    <>
      <p className="text-sm text-muted">{t(isOther ? 'cameIn' : 'amount')}</p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <Money amount={amount} currency={currency} className="text-xl font-bold tracking-tight" />
        {isOther && <span className="text-base text-warn tabular-nums md:text-sm">{t('ofAsked', { amount: formatMoney(asked, currency) })}</span>}
      </p>
    </>
  )
}
