'use client'

import { useState } from 'react'
import { HandCoins } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ReceivedAmount, useReceived } from '@/components/shell/received-amount'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { formatAmount, formatMoney } from '@/lib/money/format-money'
import type { OrderDetails } from '@/lib/order/views'
import { useOrderDecision } from './use-order-decision'

/** Of the shop's own ways nobody but the seller sees the money come: they say so here, once it is there. */
export function OwnToDo({ order }: { order: OrderDetails }) {
  const t = useTranslations('orders.own')
  if (order.status !== 'pending' || !order.byHand.includes('confirm')) return null
  const what = order.paymentMethod === 'cod' ? 'cod' : 'other'
  return (
    <section aria-labelledby="own-to-do" className="mb-4 flex flex-col gap-4 rounded-lg bg-accent-soft p-4 lg:flex-row lg:items-center lg:justify-between">
      <div className="flex min-w-0 gap-3">
        <HandCoins aria-hidden className="mt-0.5 size-5 shrink-0 text-on-accent-soft" />
        <div>
          <h2 id="own-to-do" className="font-semibold text-on-accent-soft">{t(`toDo.${what}.title`)}</h2>
          <p className="mt-0.5 text-base md:text-sm">{t(`toDo.${what}.text`)}</p>
          {order.needsMatching && <p className="mt-2 text-base font-medium text-warn md:text-sm">{t('needsMatching')}</p>}
        </div>
      </div>
      <ReceiveMoney order={order} />
    </section>
  )
}

function ReceiveMoney({ order }: { order: OrderDetails }) {
  const t = useTranslations('orders.own.receive')
  const { id, amount, currency } = order
  const received = useReceived(order)
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending } = useOrderDecision(id, 'own.receive')
  return (
    <AlertDialog
      trigger={<Button className="shrink-0">{t('button')}</Button>}
      open={isAsking}
      onOpenChange={setIsAsking}
      title={t('title', { amount: formatMoney(amount, currency) })}
      description={t('text')}
      confirmLabel={t('confirm')}
      cancelLabel={t('keep')}
      pending={isPending}
      onConfirm={confirm}
    >
      <ReceivedAmount received={received} currency={currency} />
    </AlertDialog>
  )

  function confirm() {
    if (received.verdict.kind === 'impossible' || received.amount === null) return
    mutate({ received: formatAmount(received.amount, currency), currency }, { onSettled: () => setIsAsking(false) })
  }
}
