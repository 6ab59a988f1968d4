'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table'
import type { OrderSummary } from '@/lib/order/views'
import { OrderStatusBadge } from './order-status-badge'

/** On a laptop. Columns that a narrow window has no room for are in the order's own page. */
export function OrderTable({ orders }: { orders: OrderSummary[] }) {
  const t = useTranslations('orders')
  const method = useTranslations('methods')
  return (
    <div className="hidden md:block">
      <Table aria-label={t('title')}>
        <thead>
          <tr>
            <TableHead>{t('customer')}</TableHead>
            <TableHead className="hidden lg:table-cell">{t('link')}</TableHead>
            <TableHead className="hidden xl:table-cell">{t('method')}</TableHead>
            <TableHead className="text-right">{t('amount')}</TableHead>
            <TableHead>{t('statusLabel')}</TableHead>
            <TableHead>{t('date')}</TableHead>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <TableRow key={order.id} className="relative hover:bg-subtle/60">
              <TableCell className="max-w-64">
                <p className="truncate font-semibold">
                  <bdi>{order.customerName}</bdi>
                </p>
                <Link href={`/orders/${order.id}`} className="block truncate text-xs text-muted tabular-nums after:absolute after:inset-0 hover:underline">
                  {order.orderId}
                </Link>
              </TableCell>
              <TableCell className="hidden max-w-52 truncate lg:table-cell">
                <bdi>{order.linkName}</bdi>
              </TableCell>
              <TableCell className="hidden whitespace-nowrap xl:table-cell">{method(order.paymentMethod)}</TableCell>
              <TableCell className="text-right">
                <Money amount={order.amount} currency={order.currency} />
              </TableCell>
              <TableCell>
                <OrderStatusBadge status={order.status} />
              </TableCell>
              <TableCell className="text-muted">
                <RelativeTime at={order.createdAt} className="relative" />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
