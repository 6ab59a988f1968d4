import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { newQueryClient } from '@/components/shell/query-client'
import { DeliveryScreen } from '@/components/webhook/delivery-screen'
import { endpointName } from '@/components/webhook/endpoint-name'
import { webhookKeys } from '@/components/webhook/webhook-keys'
import { requireSeller } from '@/lib/auth/seller'
import { findDelivery, findEndpoint } from '@/lib/webhook/queries'

const paramsSchema = z.object({ id: z.uuid(), deliveryId: z.uuid() })

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('deliveries.title') }
}

// No loading.tsx here: it would answer 200 before it is known whether there is such a notification.
export default async function DeliveryPage({ params }: PageProps<'/settings/webhooks/[id]/deliveries/[deliveryId]'>) {
  const { scope } = await requireSeller()
  const address = paramsSchema.safeParse(await params)
  if (!address.success) notFound()
  const { id, deliveryId } = address.data
  const [endpoint, delivery] = await Promise.all([findEndpoint(scope, id), findDelivery(scope, deliveryId)])
  if (!endpoint || !delivery) notFound()
  const queryClient = newQueryClient()
  queryClient.setQueryData(webhookKeys.delivery(deliveryId), delivery)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DeliveryScreen parent={{ href: `/settings/webhooks/${id}`, label: endpointName(endpoint) }} id={deliveryId} />
    </HydrationBoundary>
  )
}
