'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { formatMoney } from '@/lib/money/format-money'
import type { OrderDetails } from '@/lib/order/views'
import { RefundForm } from './refund-form'

/** Nothing is shown for an order of which nothing can go back any more. */
export function RefundOrder({ order }: { order: OrderDetails }) {
  const t = useTranslations('orders.refund')
  const [isOpen, setIsOpen] = useState(false)
  const { amount, currency, refundable, customerName } = order
  if (refundable.amount === 0 && !isOpen) return null
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="secondary">{t('button')}</Button>
      </DialogTrigger>
      <DialogContent
        title={t('title', { name: customerName })}
        description={t('text', { rest: formatMoney(refundable.amount, currency), amount: formatMoney(amount, currency) })}
      >
        <RefundForm order={order} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
