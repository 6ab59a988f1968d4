import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { newQueryClient } from '@/components/shell/query-client'
import { DeliveryScreen } from '@/components/webhook/delivery-screen'
import { webhookKeys } from '@/components/webhook/webhook-keys'
import { requireSeller } from '@/lib/auth/seller'
import { findDelivery } from '@/lib/webhook/queries'

const paramsSchema = z.object({ id: z.uuid(), deliveryId: z.uuid() })

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('deliveries.title') }
}

/** A notification seen from its order: the only way to those that went to an address of the link alone. */
// No loading.tsx here: it would answer 200 before it is known whether there is such a notification.
export default async function OrderDeliveryPage({ params }: PageProps<'/orders/[id]/deliveries/[deliveryId]'>) {
  const { scope } = await requireSeller()
  const address = paramsSchema.safeParse(await params)
  if (!address.success) notFound()
  const { id, deliveryId } = address.data
  const delivery = await findDelivery(scope, deliveryId)
  if (delivery?.orderId !== id) notFound()
  const queryClient = newQueryClient()
  queryClient.setQueryData(webhookKeys.delivery(deliveryId), delivery)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DeliveryScreen parent={{ href: `/orders/${id}`, label: delivery.orderName ?? deliveryId }} id={deliveryId} />
    </HydrationBoundary>
  )
}
