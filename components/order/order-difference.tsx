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
  const isGone = difference.kind === 'takenBack'
  return (
    <span className={cn('flex items-center justify-end gap-1 font-semibold whitespace-nowrap tabular-nums', isGone ? 'text-bad' : 'text-warn', className)}>
      <CircleAlert aria-hidden className="size-3.5 shrink-0" />
      {'by' in difference ? t(difference.kind, { by: formatMoney(difference.by, currency) }) : t(difference.kind)}
    </span>
  )
}
