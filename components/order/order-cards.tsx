'use client'

import { useTranslations } from 'next-intl'
import { IntentLink } from '@/components/ui/intent-link'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { messageFor } from '@/lib/message/rules'
import type { OrderSummary } from '@/lib/order/views'
import { OrderDifference } from './order-difference'
import { OrderMessage } from './order-message'
import { OrderStatusBadge } from './order-status-badge'
import { useCustomerName } from '@/components/shell/use-customer-name'

/** The list on a phone, and beside the side navigation of a tablet, where there is no more room. */
export function OrderCards({ orders }: { orders: OrderSummary[] }) {
  const t = useTranslations('orders')
  const method = useTranslations('methods')
  const nameOf = useCustomerName()
  return (
    <ul aria-label={t('title')} className="overflow-hidden rounded-lg border bg-card lg:hidden">
      {orders.map((order) => (
        <li key={order.id} className="flex drawn-when-seen-24 items-stretch border-t first:border-t-0">
          <IntentLink href={`/orders/${order.id}`} data-row className="block min-w-0 flex-1 px-4 py-3 -outline-offset-2 active:bg-subtle">
            <span className="flex items-baseline justify-between gap-3">
              <span className="truncate font-semibold">
                <bdi>{nameOf(order.customerName)}</bdi>
              </span>
              <Money amount={order.amount} currency={order.currency} />
            </span>
            <OrderDifference order={order} className="text-sm" />
            <span className="mt-1 flex items-center justify-between gap-3 text-sm text-muted">
              <span className="truncate">
                <bdi>{order.linkName}</bdi> · {method(order.paymentMethod)}
              </span>
              <OrderStatusBadge status={order.status} />
            </span>
            <span className="mt-1 flex items-center justify-between gap-3 text-xs text-muted">
              <span className="truncate tabular-nums">{order.orderId}</span>
              <RelativeTime at={order.createdAt} />
            </span>
          </IntentLink>
          {messageFor(order) && <OrderMessage order={order} iconOnly variant="ghost" className="h-auto w-13 rounded-none border-l md:h-auto md:w-13" />}
        </li>
      ))}
    </ul>
  )
}
