'use client'

import { CircleAlert } from 'lucide-react'
import { useTimeZone, useLocale, useTranslations } from 'next-intl'
import { formatExactTime } from '@/lib/i18n/format-time'
import type { OrderDetails } from '@/lib/order/views'
import { DEFAULT_TIME_ZONE } from '@/lib/shop/time-zones'
import { CancelOrder } from './cancel-order'
import { RefundOrder } from './refund-order'
import { TakeMoney } from './take-money'

/** Orders to which nothing happens until the seller does something: what it is about, and both ways on. */
export function OrderToDo({ order }: { order: OrderDetails }) {
  const t = useTranslations('orders')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE
  const { id, status } = order
  if (status !== 'authorized' && status !== 'paid_late') return null
  return (
    <section aria-labelledby="order-to-do" className="mb-4 flex flex-col gap-4 rounded-lg bg-warn-soft p-4 lg:flex-row lg:items-center lg:justify-between">
      <div className="flex min-w-0 gap-3">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
        <div>
          <h2 id="order-to-do" className="font-semibold text-warn">
            {t(`toDo.${status}.title`)}
          </h2>
          <p className="mt-0.5 text-base md:text-sm" suppressHydrationWarning>
            {t(`toDo.${status}.text`, { when: formatExactTime(order.expiresAt, { locale, timeZone }) })}
          </p>
        </div>
      </div>
      <div className="flex shrink-0 flex-wrap gap-2 max-md:*:flex-1 lg:flex-nowrap">
        {status === 'authorized' ? (
          <>
            <CancelOrder id={id} decision="release" />
            <TakeMoney id={id} decision="capture" />
          </>
        ) : (
          <>
            <RefundOrder order={order} />
            {order.refundable.amount === order.amount && <TakeMoney id={id} decision="accept" />}
          </>
        )}
      </div>
    </section>
  )
}
