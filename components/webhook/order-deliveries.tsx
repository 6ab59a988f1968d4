'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { orderDeliveriesQuery } from './webhook-queries'
import { DeliveryRow } from './delivery-row'

/** What was told about one order, to endpoints and to the addresses that its link brought along. */
export function OrderDeliveries({ orderId }: { orderId: string }) {
  const t = useTranslations('webhooks.deliveries')
  const { data } = useQuery(orderDeliveriesQuery(orderId))
  if (!data || data.length === 0) return null
  return (
    <section aria-labelledby="order-deliveries" className="min-w-0">
      <h2 id="order-deliveries" className="mb-3 text-base font-semibold">
        {t('ofOrder')}
      </h2>
      <ul aria-labelledby="order-deliveries" className="overflow-hidden rounded-lg border bg-card">
        {data.map(({ url, ...delivery }) => (
          <DeliveryRow key={delivery.id} delivery={delivery} href={`/orders/${orderId}/deliveries/${delivery.id}`} about={url} />
        ))}
      </ul>
    </section>
  )
}
