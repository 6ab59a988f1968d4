'use client'

import { useTranslations } from 'next-intl'
import { IntentLink } from '@/components/ui/intent-link'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table'
import type { OrderSummary } from '@/lib/order/views'
import { OrderDifference } from './order-difference'
import { OrderMessage } from './order-message'
import { OrderStatusBadge } from './order-status-badge'
import { useCustomerName } from '@/components/shell/use-customer-name'

/** On a laptop. Names give way to the numbers: they are cut where there is no room. */
export function OrderTable({ orders }: { orders: OrderSummary[] }) {
  const t = useTranslations('orders')
  const method = useTranslations('methods')
  const nameOf = useCustomerName()
  return (
    <div className="hidden lg:block">
      <Table aria-label={t('title')}>
        <thead>
          <tr>
            <TableHead>{t('customer')}</TableHead>
            <TableHead>{t('linkAndMethod')}</TableHead>
            <TableHead className="text-right">{t('amount')}</TableHead>
            <TableHead>{t('statusLabel')}</TableHead>
            <TableHead>{t('date')}</TableHead>
            <TableHead>
              <span className="sr-only">{t('message')}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <TableRow key={order.id} className="relative hover:bg-subtle/60">
              <TableCell className="w-3/5 max-w-0">
                <p className="truncate font-semibold">
                  <bdi>{nameOf(order.customerName)}</bdi>
                </p>
                <IntentLink href={`/orders/${order.id}`} data-row className="block truncate text-xs text-muted tabular-nums after:absolute after:inset-0 hover:underline">
                  {order.orderId}
                </IntentLink>
              </TableCell>
              <TableCell className="w-2/5 max-w-0">
                <p className="truncate">
                  <bdi>{order.linkName}</bdi>
                </p>
                <p className="truncate text-xs text-muted">{method(order.paymentMethod)}</p>
              </TableCell>
              <TableCell className="text-right">
                <Money amount={order.amount} currency={order.currency} />
                <OrderDifference order={order} className="text-xs" />
              </TableCell>
              <TableCell>
                <OrderStatusBadge status={order.status} />
              </TableCell>
              <TableCell className="text-muted">
                <RelativeTime at={order.createdAt} className="relative" />
              </TableCell>
              <TableCell className="py-1">
                <span className="relative z-10 block size-10">
                  <OrderMessage order={order} iconOnly variant="ghost" />
                </span>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
