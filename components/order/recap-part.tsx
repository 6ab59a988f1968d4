'use client'

import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { Card, CardTitle } from '@/components/ui/card'
import { IntentLink } from '@/components/ui/intent-link'
import { Money } from '@/components/ui/money'
import type { Recap, RecapSection } from '@/lib/recap/views'
import { OrderDifference } from './order-difference'
import { ShipOrder } from './ship-order'
import { contentsOf } from './use-recap-text'

/** One list of the recap with what it comes to; what is to be packed has its button beside it. */
export function RecapPart({ section: { count, totals, orders }, name }: { section: RecapSection; name: keyof Recap }) {
  const t = useTranslations('recap')
  const nameOf = useCustomerName()
  const titleId = useId()
  return (
    <Card aria-labelledby={titleId}>
      <div className="flex items-baseline justify-between gap-4">
        <CardTitle id={titleId}>
          {t(name)} <span className="font-normal text-muted tabular-nums">({count})</span>
        </CardTitle>
        <span className="flex flex-wrap justify-end gap-x-3">
          {totals.map(({ currency, amount }) => (
            <Money key={currency} amount={amount} currency={currency} />
          ))}
        </span>
      </div>
      {count === 0 ? (
        <p className="mt-2 text-base text-muted md:text-sm">{t(`empty.${name}`)}</p>
      ) : (
        <ul className="mt-3">
          {orders.map((order) => (
            <li key={order.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t py-2.5">
              <IntentLink href={`/orders/${order.id}`} className="min-w-0 flex-1 basis-32 hover:underline">
                <span className="block truncate text-base font-semibold md:text-sm">
                  <bdi>{nameOf(order.customerName)}</bdi>
                </span>
                <span className="block text-sm wrap-anywhere text-muted">
                  <bdi>{name === 'toPack' ? contentsOf(order) : order.linkName}</bdi>
                </span>
                {order.isTakenBack && <OrderDifference order={{ difference: { kind: 'takenBack' }, currency: order.currency }} className="justify-start text-sm" />}
              </IntentLink>
              <span className="ml-auto flex items-center gap-3">
                <Money amount={order.amount} currency={order.currency} className="font-normal" />
                {name === 'toPack' && <ShipOrder id={order.id} name={nameOf(order.customerName)} variant="secondary" size="small" />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {count > orders.length && <p className="mt-2 text-sm text-muted">{t('more', { count: count - orders.length })}</p>}
    </Card>
  )
}
