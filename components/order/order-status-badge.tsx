'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { OrderStatus } from '@/lib/order/status'

export const ORDER_TONES = {
  pending: 'warn',
  authorized: 'warn',
  in_review: 'warn',
  paid: 'ok',
  paid_late: 'bad',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  denied: 'bad',
  cancelled: 'neutral',
  expired: 'neutral',
} as const satisfies Record<OrderStatus, Tone>

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations('orders.status')
  return <Badge tone={ORDER_TONES[status]}>{t(status)}</Badge>
}
