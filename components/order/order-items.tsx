'use client'

import { useTranslations } from 'next-intl'
import { ItemDetails } from '@/components/ui/item-details'
import { Card, CardTitle } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import type { LinkItem } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { askedAmount } from '@/lib/order/asked-amount'

export function OrderItems({ items, uniqueCode, amount, currency }: { items: LinkItem[]; uniqueCode: number; amount: number; currency: Currency }) {
  const t = useTranslations('orders')
  const asked = askedAmount({ items, uniqueCode })
  return (
    <Card>
      <CardTitle>{t('items')}</CardTitle>
      <ul className="mt-3 text-base md:text-sm">
        {items.map((item, index) => (
          <li key={index} className="flex items-baseline justify-between gap-6 border-t py-3">
            <span className="min-w-0">
              <bdi className="wrap-anywhere">{item.name}</bdi>
              <ItemDetails item={item} />
              {item.quantity > 1 && (
                <span className="block text-sm text-muted tabular-nums">
                  {item.quantity} × {formatMoney(item.price, currency)}
                </span>
              )}
            </span>
            <Money amount={item.price * item.quantity} currency={currency} className={item.price < 0 ? 'font-normal text-ok' : 'font-normal'} />
          </li>
        ))}
        {uniqueCode !== 0 && (
          <li className="flex items-baseline justify-between gap-6 border-t py-3">
            <span className="min-w-0">
              {t('own.uniqueCode')}
              <span className="block text-sm text-muted">{t('own.uniqueCodeHint')}</span>
            </span>
            <Money amount={uniqueCode} currency={currency} className="font-normal" />
          </li>
        )}
      </ul>
      <p className="flex items-baseline justify-between gap-6 border-t pt-3 font-semibold">
        {t('total')}
        <Money amount={asked} currency={currency} />
      </p>
      {amount !== asked && (
        <p className="flex items-baseline justify-between gap-6 pt-3 font-semibold text-warn">
          {t('cameIn')}
          <Money amount={amount} currency={currency} />
        </p>
      )}
    </Card>
  )
}
