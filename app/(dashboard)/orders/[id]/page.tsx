import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { OrderDetailsView } from '@/components/order/order-details-view'
import { orderKeys } from '@/components/order/order-queries'
import { OrderMoneyCard } from '@/components/review/order-money-card'
import { OrderMoneyToDo } from '@/components/review/order-money-to-do'
import { orderMoneyKey } from '@/components/review/review-queries'
import { newQueryClient } from '@/components/shell/query-client'
import { OrderDeliveries } from '@/components/webhook/order-deliveries'
import { requireSeller } from '@/lib/auth/seller'
import { findOrderMoney } from '@/lib/confirmation/queries'
import { findOrder } from '@/lib/order/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders')
  return { title: t('order') }
}

// No loading.tsx here: it would answer 200 before it is known whether there is such an order.
export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requireSeller()
  const id = z.uuid().safeParse((await params).id)
  const order = id.success ? await findOrder(scope, id.data, now()) : null
  if (!order) notFound()
  const queryClient = newQueryClient()
  queryClient.setQueryData(orderKeys.details(order.id), order)
  const money = await findOrderMoney(scope, order.id)
  if (money) queryClient.setQueryData(orderMoneyKey(order.id), money)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OrderDetailsView
        id={order.id}
        moneyToDo={<OrderMoneyToDo id={order.id} />}
        deliveries={
          <>
            <OrderMoneyCard id={order.id} />
            <OrderDeliveries orderId={order.id} />
          </>
        }
      />
    </HydrationBoundary>
  )
}
