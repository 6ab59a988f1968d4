'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogTrigger } from '@/components/ui/dialog'
import type { OrderDetails } from '@/lib/order/views'
import { RefundDialog } from './refund-dialog'

/** Nothing is shown for an order of which nothing can go back any more. */
export function RefundOrder({ order }: { order: OrderDetails }) {
  const t = useTranslations('orders.refund')
  const [isOpen, setIsOpen] = useState(false)
  if (order.refundable.amount === 0 && !isOpen) return null
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="secondary">{t('button')}</Button>
      </DialogTrigger>
      {isOpen && <RefundDialog order={order} onDone={() => setIsOpen(false)} />}
    </Dialog>
  )
}
