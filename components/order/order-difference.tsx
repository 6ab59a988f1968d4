'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { formatMoney } from '@/lib/money/format-money'
import type { OrderSummary } from '@/lib/order/views'

/** Below an order's amount in the list: what is left to settle about its money. Nothing for most. */
export function OrderDifference({ order: { difference, currency }, className }: { order: Pick<OrderSummary, 'difference' | 'currency'>; className?: string }) {
  const t = useTranslations('orders.difference')
  if (!difference) return null
  return (
    <span className={cn('flex items-center justify-end gap-1 font-semibold whitespace-nowrap text-warn tabular-nums', className)}>
      <CircleAlert aria-hidden className="size-3.5 shrink-0" />
      {difference.kind === 'twice' ? t('twice') : t(difference.kind, { by: formatMoney(difference.by, currency) })}
    </span>
  )
}
